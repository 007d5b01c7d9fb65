package quaywatch.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The folders in which programs keep their own: XDG Base Directory Specification 0.8. {@code sudo -E} leaves root the variables of whoever called
 * it. What root made in that user's home, they could neither write to nor read, so root then keeps everything in a home of its own.
 */
public final class BaseFolder {

    private static final String ROOT = "root";
    private static final long ROOT_ID = 0;

    private BaseFolder() {}

    /** Whether this runs as root with a variable that names a folder of another user, so that whoever believes it leaves root's files there. */
    public static boolean isAnothers(Map<String, String> environment) {
        return Stream.of("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
                .anyMatch(variable -> absolute(environment.get(variable)).filter(folder -> !isOurs(folder)).isPresent());
    }

    /** What the variable names, else the usual place in the home; empty if there is neither. A path that is not absolute counts as none. */
    static Optional<Path> of(Map<String, String> environment, String variable, String usual) {
        return named(environment, variable).or(() -> home(environment).map(home -> home.resolve(usual)));
    }

    /** What the variable names; empty if there is no such folder for us. */
    static Optional<Path> named(Map<String, String> environment, String variable) {
        return absolute(environment.get(variable)).filter(BaseFolder::isOurs);
    }

    private static Optional<Path> home(Map<String, String> environment) {
        Optional<Path> home = absolute(environment.get("HOME"));
        return home.isEmpty() || isOurs(home.get())
                ? home
                : absolute(System.getProperty("user.home")).filter(BaseFolder::isOurs);
    }

    private static boolean isOurs(Path folder) {
        return !ROOT.equals(System.getProperty("user.name")) || ownerOf(folder) == ROOT_ID;
    }

    /** Of a folder that is yet to be made, the owner of the one that it will be in. */
    private static long ownerOf(Path folder) {
        try {
            Path there = folder;
            while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
                there = there.getParent();
            }
            return ((Integer) Files.getAttribute(there, "unix:uid")).longValue();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            // Then it can't be told, and writing will say what is wrong.
            return ROOT_ID;
        }
    }

    private static Optional<Path> absolute(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
