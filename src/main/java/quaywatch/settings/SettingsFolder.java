package quaywatch.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where settings belong: XDG Base Directory Specification 0.8. */
public final class SettingsFolder {

    private SettingsFolder() {}

    /**
     * {@code quaywatch} inside {@code XDG_CONFIG_HOME}, or inside {@code .config} of {@code HOME}; empty if there is neither.
     * A path that is not absolute counts as none, as the specification says, and to root so does one that is another user's.
     */
    public static Optional<Path> of(Map<String, String> environment) {
        return BaseFolder.of(environment, "XDG_CONFIG_HOME", ".config").map(folder -> folder.resolve("quaywatch"));
    }
}
