package quaywatch.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where logs and crash reports belong: XDG Base Directory Specification 0.8. */
public final class StateFolder {

    private StateFolder() {}

    /**
     * {@code quaywatch} inside {@code XDG_STATE_HOME}, or inside {@code .local/state} of {@code HOME}; empty if there is neither.
     * A path that is not absolute counts as none, as the specification says, and to root so does one that is another user's.
     */
    public static Optional<Path> of(Map<String, String> environment) {
        return BaseFolder.of(environment, "XDG_STATE_HOME", ".local/state").map(folder -> folder.resolve("quaywatch"));
    }
}
