package quaywatch.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * A folder whose files only their owner can read, shared by several programs: a lock keeps their changes apart. A link in the place of a file
 * is never followed, so nobody can make us write elsewhere.
 */
final class OwnFolder {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    OwnFolder(Path folder) {
        this.folder = folder;
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    /** What is done while nobody else changes the folder. */
    @FunctionalInterface
    interface Work<T> {

        T run() throws IOException;
    }

    /** Makes the folder if need be, and does the work once nobody else is at it. */
    <T> T alone(String lockName, Work<T> work) throws IOException {
        make();
        try (FileChannel channel = open(lockName); FileLock _ = lock(channel, at(lockName))) {
            return work.run();
        }
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new FileSystemException(file.toString(), null, "Resource temporarily unavailable");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Another thread of this program is at it.
            return null;
        }
    }

    private void make() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            // As the XDG Base Directory Specification has it.
            Files.createDirectories(parent, attributes(OWNERS_FOLDER));
        }
        try {
            Files.createDirectory(folder, attributes(OWNERS_FOLDER));
        } catch (FileAlreadyExistsException _) {
            // Made by us for something else, perhaps, and then others could look into it.
            if (POSIX && !Files.getPosixFilePermissions(folder).equals(OWNERS_FOLDER)) {
                Files.setPosixFilePermissions(folder, OWNERS_FOLDER);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return POSIX ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }

    private FileChannel open(String name) throws IOException {
        Path file = at(name);
        refuseOthers(file);
        if (Files.exists(file, NOFOLLOW_LINKS)) {
            PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS);
            if (rights != null && !rights.readAttributes().permissions().equals(OWNERS_FILE)) {
                rights.setPermissions(OWNERS_FILE);
            }
        }
        return FileChannel.open(file, Set.of(READ, WRITE, CREATE, NOFOLLOW_LINKS), attributes(OWNERS_FILE));
    }

    /** Of a pipe one could wait for ever, and a link leads elsewhere. */
    private static void refuseOthers(Path file) throws IOException {
        if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "Not a regular file");
        }
    }

    /** The end of a file, at most so many bytes. */
    byte[] tail(String name, int most) throws IOException {
        refuseOthers(at(name));
        try (FileChannel channel = FileChannel.open(at(name), READ, NOFOLLOW_LINKS)) {
            long size = channel.size();
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, most));
            channel.position(size - bytes.capacity());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Goes on until all is there, or the file has become shorter.
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    /** Adds bytes at the end of a file, on a line of their own; makes the file if need be. */
    void append(String name, byte[] line) throws IOException {
        try (FileChannel channel = open(name)) {
            long size = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean torn = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
            channel.position(size);
            ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
            if (torn) {
                bytes.put((byte) '\n');
            }
            all(channel, bytes.put(line).flip());
            channel.force(false);
        }
    }

    /** Puts these bytes in the place of a file, in one step. */
    void replace(String name, byte[] content) throws IOException {
        // A temporary file is its owner's alone (0600) by default.
        Path temporary = Files.createTempFile(folder, name, ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, WRITE)) {
                all(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            refuseOthers(at(name));
            Files.move(temporary, at(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void all(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Deletes a file, and what an end in the middle of {@link #replace} left of it. */
    void delete(String name) throws IOException {
        Files.deleteIfExists(at(name));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, name + "*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
