package quaywatch.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;

/**
 * A text file about what went wrong. Readable by its owner only, for what it tells may hold secrets; bounded: the one before the last
 * {@link #LARGEST} characters is kept beside it with the ending {@code .old}. Any thread.
 */
final class TroubleFile {

    static final int LARGEST = 1 << 20;

    private final Path file;

    TroubleFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** Adds {@code text}, making folder and file if need be. */
    synchronized void add(String text) throws IOException {
        if (Files.exists(file) && Files.size(file) >= LARGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), REPLACE_EXISTING);
        }
        make();
        // Not as a string: Java refuses one with half a character in it, as names of others can have, and as cutting can leave.
        Files.write(file, (text.length() > LARGEST ? text.substring(0, LARGEST) : text).getBytes(StandardCharsets.UTF_8), APPEND);
    }

    private void make() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.createFile(file, ownersOnly());
        } catch (FileAlreadyExistsException _) {
            // Then it is added to.
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
