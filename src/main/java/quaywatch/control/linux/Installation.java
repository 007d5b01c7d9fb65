package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the program is installed, and whether an administrator can be asked from there: only if nobody but root can change the helper, what it
 * runs and pkexec(1), and the policy is installed that names this very helper.
 */
public final class Installation {

    /** What the project is called among others: the beginning of its polkit actions, and the name of their file. */
    static final String ID = "io.github.quaywatch.Quaywatch";

    private static final Path PKEXEC = Path.of("/usr/bin/pkexec");
    private static final Path ACTIONS = Path.of("/usr/share/polkit-1/actions");
    /** How far above the jars the folder with the helper may be. */
    private static final int LEVELS = 3;

    private final Path pkexec;
    private final Path actions;

    Installation(Path pkexec, Path actions) {
        this.pkexec = pkexec;
        this.actions = actions;
    }

    /** Of this machine. */
    public static Installation ofThisMachine() {
        return new Installation(PKEXEC, ACTIONS);
    }

    /**
     * The way to an administrator; empty where there is none, or none that is safe. Reads files.
     *
     * @param jar   that of the program; what is no file, such as a folder of classes, has no helper
     * @param java  the folder of the Java that runs it, and the helper
     */
    public Optional<Administrator> administrator(Path jar, Path java) {
        if (!Files.isRegularFile(jar) || !Files.isExecutable(pkexec) || !RootOwned.is(pkexec)) {
            return Optional.empty();
        }
        return folder(jar).filter(folder -> safe(folder, jar, java)).map(folder -> new Administrator(pkexec, helper(folder)));
    }

    private static Optional<Path> folder(Path jar) {
        return Stream.iterate(jar.getParent(), folder -> folder != null, Path::getParent).skip(1).limit(LEVELS)
                .filter(folder -> Files.isExecutable(helper(folder))).findFirst();
    }

    private static Path helper(Path folder) {
        return folder.resolve("libexec/quaywatch-helper");
    }

    private boolean safe(Path folder, Path jar, Path java) {
        Path helper = helper(folder);
        return RootOwned.is(helper) && RootOwned.is(folder.resolve("bin/quaywatch")) && RootOwned.is(java.resolve("bin/java"))
                && RootOwned.is(java.resolve("lib/modules"))
                && besides(jar).filter(all -> all.stream().allMatch(RootOwned::is)).isPresent() && isNamed(helper);
    }

    /** All jars, for the helper's class path has others too. */
    private static Optional<List<Path>> besides(Path jar) {
        try (Stream<Path> files = Files.list(jar.resolveSibling(""))) {
            return Optional.of(files.toList());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Without its own policy, pkexec would ask with the words and rules for any program. */
    private boolean isNamed(Path helper) {
        Path policy = actions.resolve(ID + ".policy");
        try {
            return RootOwned.is(policy) && Files.readString(policy).contains(">" + helper + "<");
        } catch (IOException _) {
            return false;
        }
    }
}
