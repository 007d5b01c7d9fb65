package quaywatch.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.Opening;

/**
 * Keeps a user to one window on each display: the first holds a lock and listens at a socket beside it, in a folder that is the user's alone; a
 * later start hands over what it was asked for and ends. The lock goes with its process, however that ends, so nothing stale is left behind.
 */
final class OneWindow implements AutoCloseable {

    /** How long a first window that has just begun, or is about to end, is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** What comes before the wish, so that another program's words are taken for none. */
    private static final String SIGN = "quaywatch window";
    private static final byte TAKEN = '+';
    private static final int LONGEST = 16_384;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final ServerSocketChannel door;
    private final Path socket;

    private OneWindow(FileChannel lockFile, FileLock lock, ServerSocketChannel door, Path socket) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.door = door;
        this.socket = socket;
    }

    /** What came of wanting to be the window. */
    sealed interface Claim {

        /** There is none yet, so it is ours to open. */
        record First(OneWindow window) implements Claim {}

        /** Another start has the window, and was told what is wanted. */
        record Told() implements Claim {}

        /** It can't be known; whoever asks opens a window of its own. */
        record Unknown() implements Claim {}
    }

    /** The display that a window would open on, in letters and digits that the name of a file can have. */
    static String display(Map<String, String> environment) {
        return Toolkit.x11(environment).orElse("").replaceAll("[^A-Za-z0-9]", "_");
    }

    /**
     * Takes the place of the window, or hands a wish to the one that has it. Waits a few seconds at most.
     *
     * @param folder  made if it is not there
     */
    static Claim claim(Path folder, String display, Opening wish) {
        Path socket = folder.resolve("window" + display + ".socket");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            Files.createDirectories(folder, alone(folder));
            if (!ours(folder)) {
                return new Claim.Unknown();
            }
            do {
                OneWindow first = first(folder.resolve("window" + display + ".lock"), socket);
                if (first != null) {
                    return new Claim.First(first);
                }
                if (tell(socket, wish)) {
                    return new Claim.Told();
                }
                Thread.sleep(PAUSE);
            } while (System.nanoTime() < end);
        } catch (IOException | UnsupportedOperationException _) {
            // Without a place to meet there are as many windows as starts.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Claim.Unknown();
    }

    private static FileAttribute<?>[] alone(Path folder) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix") && !Files.exists(folder)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /**
     * Whether the folder is of the user that this runs as, and closed to all others. Root must not leave its files in another user's, nor be
     * shown another user's window; and in a shared place, somebody else could have made it first and answer in the place of a window.
     */
    private static boolean ours(Path folder) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        Path made = Files.createTempFile(folder, "window", null);
        try {
            return Files.getAttribute(made, "unix:uid").equals(Files.getAttribute(folder, "unix:uid"))
                    && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
        } finally {
            Files.delete(made);
        }
    }

    private static @Nullable OneWindow first(Path lockPath, Path socket) throws IOException {
        if (Files.exists(lockPath) && !Files.isRegularFile(lockPath, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("a lock that is a pipe would be waited for without end");
        }
        FileChannel file = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean kept = false;
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                return null;
            }
            Files.deleteIfExists(socket);
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(socket));
            kept = true;
            return new OneWindow(file, lock, door, socket);
        } catch (OverlappingFileLockException _) {
            return null;
        } finally {
            if (!kept) {
                file.close();
            }
        }
    }

    /** Whether the first window took the wish. */
    private static boolean tell(Path socket, Opening wish) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket)); Selector selector = Selector.open()) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(written(wish));
            if (bytes.remaining() > LONGEST) {
                return false;
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.shutdownOutput();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer answer = ByteBuffer.allocate(1);
            return selector.select(PATIENCE.toMillis()) > 0 && channel.read(answer) == 1 && answer.get(0) == TAKEN;
        } catch (SocketException | NoSuchFileException _) {
            // The other one has only just begun, or is ending.
            return false;
        }
    }

    /**
     * Hands on every wish of a later start, on a thread of its own, until this is closed.
     *
     * @param show  takes a wish; false where the window is about to go, so that the later start waits for its place
     */
    void serve(Predicate<Opening> show) {
        Threads.background("first window", () -> {
            while (door.isOpen()) {
                try {
                    SocketChannel caller = door.accept();
                    Threads.background("later start", () -> answer(caller, show));
                } catch (IOException _) {
                    // Closed; or one caller failed, and the next one need not. Out of descriptors, all do for a while.
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        });
    }

    /** The query comes last: it may have lines. */
    private static String written(Opening wish) {
        String textSize = wish.textSize().stream().mapToObj(Integer::toString).collect(Collectors.joining());
        return String.join("\n", SIGN, wish.screen(), textSize, wish.query());
    }

    private static Optional<Opening> read(String text) {
        String[] lines = text.split("\n", 4);
        if (lines.length < 4 || !lines[0].equals(SIGN)) {
            return Optional.empty();
        }
        try {
            OptionalInt textSize = lines[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(lines[2]));
            return Optional.of(new Opening(textSize, lines[3], lines[1]));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void answer(SocketChannel caller, Predicate<Opening> show) {
        try (caller) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            ByteBuffer piece = ByteBuffer.allocate(LONGEST);
            while (heard.size() <= LONGEST && caller.read(piece.clear()) >= 0) {
                heard.write(piece.array(), 0, piece.position());
            }
            if (heard.size() <= LONGEST && read(heard.toString(StandardCharsets.UTF_8)).filter(show).isPresent()) {
                caller.write(ByteBuffer.wrap(new byte[]{TAKEN}));
            }
        } catch (IOException _) {
            // Whoever asked has gone.
        }
    }

    @Override
    public void close() {
        try (lockFile; lock; door) {
            Files.deleteIfExists(socket);
        } catch (IOException _) {
            // The lock goes with this process in any case.
        }
    }
}
