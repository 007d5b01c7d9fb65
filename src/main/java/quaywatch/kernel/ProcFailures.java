package quaywatch.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Tells what a failure means. The runtime gives types to two errors only and the rest in words of the user's language,
 * so the others are told apart by trying again rather than by text. Plain tests of type, no pattern switches: the first of those costs a short
 * command several milliseconds.
 */
final class ProcFailures {

    private final Path root;

    ProcFailures(Path root) {
        this.root = root;
    }

    /** What the failure to reach {@code path} means. */
    Access of(Path path, IOException failure) {
        if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
            return new Access(Access.Kind.GONE, words(failure));
        }
        return failure instanceof AccessDeniedException ? new Access(Access.Kind.HIDDEN, words(failure)) : again(path, failure);
    }

    /** Asks once more through the interface with typed errors; ESRCH has no type but turns into ENOENT a moment later. */
    private Access again(Path path, IOException first) {
        try {
            probe(path);
            return new Access(Access.Kind.FAILED, words(first));
        } catch (NoSuchFileException e) {
            return new Access(Access.Kind.GONE, words(e));
        } catch (AccessDeniedException e) {
            return new Access(Access.Kind.HIDDEN, words(e));
        } catch (IOException e) {
            return new Access(exhausted() ? Access.Kind.EXHAUSTED : Access.Kind.FAILED, words(e));
        }
    }

    private static void probe(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> _ = Files.newDirectoryStream(path)) {
                return;
            }
        }
        try (InputStream _ = Files.newInputStream(path)) {
            return;
        }
    }

    /** If not even the root opens, it is not the file but us. */
    private boolean exhausted() {
        try (DirectoryStream<Path> _ = Files.newDirectoryStream(root)) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static String words(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : null;
        String message = reason == null ? failure.getMessage() : reason;
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
