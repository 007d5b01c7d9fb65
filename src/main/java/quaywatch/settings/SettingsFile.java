package quaywatch.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

/** The settings file itself: bytes in and out, never half-written, readable by its owner only. */
final class SettingsFile {

    /** A larger file is none of ours. */
    static final int LARGEST = 1 << 20;

    private final Path file;

    SettingsFile(Path folder) {
        this.file = folder.resolve("settings.properties");
    }

    Path path() {
        return file;
    }

    /** Where a file of no use is kept. */
    Path aside() {
        return file.resolveSibling("settings.properties.bad");
    }

    /**
     * The text of the file; empty if there is none.
     *
     * @throws CharacterCodingException  if it is not UTF-8, or too large to be settings
     */
    Optional<String> read() throws IOException {
        try {
            refuseOthers();
            if (Files.size(file) > LARGEST) {
                throw new CharacterCodingException();
            }
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Of a pipe one would wait for ever, and whoever linked to {@code /dev/null} does not want it replaced. */
    private void refuseOthers() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, Files.isDirectory(file) ? "Is a directory" : "Not a regular file");
        }
    }

    /** What a link names, also before that is there for the first time. */
    private Path target() throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return file;
        }
        return Files.exists(file) ? file.toRealPath() : file.resolveSibling(Files.readSymbolicLink(file));
    }

    /** Keeps the file as it is under another name. */
    void keepAside() throws IOException {
        Files.copy(file, aside(), REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Replaces the file in one step: whoever reads it, even after a power failure, finds the old or the new text, whole. */
    void write(String text) throws IOException {
        // Those who keep their settings elsewhere and link to them want to go on doing so.
        refuseOthers();
        Path target = target();
        Files.createDirectories(target.getParent());
        // A temporary file is its owner's alone (0600) by default.
        Path temporary = Files.createTempFile(target.getParent(), "settings", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
