package quaywatch.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where what lives only as long as the session belongs: XDG Base Directory Specification 0.8. */
public final class RuntimeFolder {

    private RuntimeFolder() {}

    /** {@code quaywatch} inside {@code XDG_RUNTIME_DIR}; where there is none, {@link StateFolder}; empty if there is neither. */
    public static Optional<Path> of(Map<String, String> environment) {
        return BaseFolder.named(environment, "XDG_RUNTIME_DIR").map(folder -> folder.resolve("quaywatch"))
                .or(() -> StateFolder.of(environment));
    }
}
