package quaywatch.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The few reads that tell whether a process is still the one that was seen: made anew at every call, never cached. Blocks for
 * microseconds, with thousands of descriptors for milliseconds. Safe to use from several threads.
 */
public final class ProcessIdentity {

    // Places after the last ')' of stat: field 3 is the first of them, proc_pid_stat(5).
    private static final int FLAGS = 9 - 3;
    private static final int START = 22 - 3;
    /** PF_KTHREAD, include/linux/sched.h. */
    private static final long KERNEL_THREAD = 0x20_0000;

    private final Path root;

    /** Reads below {@code root}: the proc file system, or a captured tree. */
    public ProcessIdentity(Path root) {
        this.root = root;
    }

    /** Reads the proc file system of this machine. */
    public static ProcessIdentity ofThisMachine() {
        return new ProcessIdentity(Path.of("/proc"));
    }

    /** What {@link #read} found. */
    public sealed interface Reading {

        /**
         * The process.
         *
         * @param start         clock ticks since boot, unsigned
         * @param zombie        whether it has ended and waits for its parent
         * @param kernelThread  whether it is a thread of the kernel
         */
        record Found(long start, boolean zombie, boolean kernelThread) implements Reading {}

        /** There is no such process, or it is hidden (mount option hidepid). */
        record Missing() implements Reading {}

        /** It could not be read, in the system's words. */
        record Unreadable(String cause) implements Reading {}
    }

    /** What {@link #holds} found. */
    public sealed interface Holding {

        /** A descriptor of the process is the socket. */
        record Holds() implements Holding {}

        /** None is. */
        record HoldsNot() implements Holding {}

        /** The descriptors of the process are hidden from us. */
        record Hidden() implements Holding {}

        /** The descriptors could not all be read, in the system's words. */
        record Unreadable(String cause) implements Holding {}
    }

    /** Reads {@code stat} of a process. */
    public Reading read(long pid) {
        try {
            return parse(Files.readAllBytes(process(pid).resolve("stat")))
                    .<Reading>map(found -> found).orElseGet(() -> new Reading.Unreadable("stat"));
        } catch (NoSuchFileException _) {
            return new Reading.Missing();
        } catch (IOException e) {
            // A process that ends between open and read gives ESRCH.
            return Files.exists(process(pid)) ? new Reading.Unreadable(String.valueOf(e.getMessage())) : new Reading.Missing();
        }
    }

    /** Reads the links in {@code fd} of a process until one is the socket with this inode. */
    public Holding holds(long pid, long inode) {
        String wanted = "socket:[" + Long.toUnsignedString(inode) + "]";
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process(pid).resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (link(descriptor).equals(wanted)) {
                    return new Holding.Holds();
                }
            }
            return new Holding.HoldsNot();
        } catch (AccessDeniedException _) {
            return new Holding.Hidden();
        } catch (NoSuchFileException _) {
            return new Holding.HoldsNot();
        } catch (IOException | DirectoryIteratorException e) {
            return new Holding.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** A descriptor may be closed between listing and reading; then it is no link to anything. */
    private static String link(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private Path process(long pid) {
        return root.resolve(Long.toString(pid));
    }

    /**
     * The content of {@code stat}; empty where it is not as documented. The name in it may hold anything, brackets and line ends included,
     * so the fields are counted from the last {@code )}.
     */
    static Optional<Reading.Found> parse(byte[] stat) {
        String text = new String(stat, StandardCharsets.ISO_8859_1);
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        if (text.indexOf(')') < 0 || fields.length <= START || fields[0].length() != 1) {
            return Optional.empty();
        }
        try {
            long flags = Long.parseUnsignedLong(fields[FLAGS]);
            return Optional.of(new Reading.Found(Long.parseUnsignedLong(fields[START]), "ZXx".contains(fields[0]),
                    (flags & KERNEL_THREAD) != 0));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
