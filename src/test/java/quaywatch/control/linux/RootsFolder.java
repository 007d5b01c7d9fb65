package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A folder that only root can change, and so can't be where temporary ones are; skipped, with the reason, for others than root. */
record RootsFolder(Path path) implements AutoCloseable {

    static RootsFolder make() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped, as only root makes folders of root");
        RootsFolder made = new RootsFolder(Files.createTempDirectory(Path.of("/var/lib"), "quaywatch-test"));
        allow(made.path(), "rwxr-xr-x");
        return made;
    }

    Path file(String name, String text, String permissions) throws IOException {
        Path file = path.resolve(name);
        for (Path above = path; !above.equals(file.getParent()); above = above.resolve(above.relativize(file).getName(0))) {
            folder(above.resolve(above.relativize(file).getName(0)));
        }
        Files.writeString(file, text);
        allow(file, permissions);
        return file;
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            allow(folder, "rwxr-xr-x");
        }
    }

    static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    static void give(Path path, int uid) throws IOException {
        Files.setAttribute(path, "unix:uid", uid);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
