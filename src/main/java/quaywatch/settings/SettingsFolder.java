package quaywatch.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where settings belong: XDG Base Directory Specification 0.8. */
public final class SettingsFolder {

    private SettingsFolder() {}

    /**
     * {@code quaywatch} inside {@code XDG_CONFIG_HOME}, or inside {@code .config} of {@code HOME}; empty if there is neither.
     * A path that is not absolute counts as none, as the specification says.
     */
    public static Optional<Path> of(Map<String, String> environment) {
        return base(environment, "XDG_CONFIG_HOME", ".config");
    }

    static Optional<Path> base(Map<String, String> environment, String variable, String usual) {
        return absolute(environment.get(variable))
                .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(usual)))
                .map(folder -> folder.resolve("quaywatch"));
    }

    static Optional<Path> absolute(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
