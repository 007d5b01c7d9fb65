package quaywatch.kernel;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A proc tree, live or captured: the only class that opens files of it. It tells how each attempt ended and throws nothing,
 * because processes vanish between any two reads. Format: proc(5). Stateless, so safe to use from several threads.
 */
public final class ProcFs {

    /** Where Linux mounts the live tree. */
    public static final Path LIVE_ROOT = Path.of("/proc");

    /** More than the kernel hands out in one read of a seq file, and small enough for the runtime to copy through its stack. */
    private static final int STEP = 8192;

    private final Path root;
    private final String prefix;
    private final ProcFailures failures;

    public ProcFs(Path root) {
        this.root = root;
        this.prefix = root + "/";
        this.failures = new ProcFailures(root);
    }

    /** The tree's root, as shown to the user. */
    public Path root() {
        return root;
    }

    /** Whether this is the running machine's own tree. */
    public boolean live() {
        return root.equals(LIVE_ROOT);
    }

    /** Reads a file from its start, as far as the buffer goes. After anything but DONE the buffer is empty. */
    public Access read(String path, ReadBuffer into) {
        into.set(0, false);
        try (InputStream in = new FileInputStream(prefix + path)) {
            int length = fill(in, into, 0);
            into.set(length, length == into.bytes().length && in.read() >= 0);
            return Access.DONE;
        } catch (IOException e) {
            return failures.of(root.resolve(path), e);
        }
    }

    /** Hands all lines of a file on, a bufferful at a time, so that any number of sockets needs the same memory. */
    public Access lines(String path, ReadBuffer buffer, LineSink sink) {
        try (InputStream in = new FileInputStream(prefix + path)) {
            LineCutter cutter = new LineCutter(sink);
            int kept = 0;
            int length;
            while ((length = fill(in, buffer, kept)) > kept) {
                kept = cutter.cut(buffer.bytes(), length);
            }
            cutter.end(buffer.bytes(), kept);
            return Access.DONE;
        } catch (IOException e) {
            return failures.of(root.resolve(path), e);
        }
    }

    /** Fills the buffer from a place on, and lets it grow for as long as there is more; how much is in it then. */
    private static int fill(InputStream in, ReadBuffer buffer, int from) throws IOException {
        int length = fill(in, buffer.bytes(), from);
        while (length == buffer.bytes().length && buffer.grow()) {
            length = fill(in, buffer.bytes(), length);
        }
        return length;
    }

    private static int fill(InputStream in, byte[] bytes, int from) throws IOException {
        int at = from;
        while (at < bytes.length) {
            int count = in.read(bytes, at, Math.min(STEP, bytes.length - at));
            if (count < 0) {
                break;
            }
            at += count;
        }
        return at;
    }

    /** The pids in the tree, in no order; empty if it can't be listed. */
    public long[] pids() {
        return numbers(new File(prefix));
    }

    /** The threads of a process; empty if it is gone. */
    public long[] threads(long pid) {
        return numbers(new File(prefix + pid + "/task"));
    }

    /** How many descriptors a process has open; empty where the kernel does not let us look, or it is gone. */
    public OptionalLong openDescriptors(long pid) {
        String[] names = new File(prefix + pid + "/fd").list();
        return names == null ? OptionalLong.empty() : OptionalLong.of(names.length);
    }

    private static long[] numbers(File directory) {
        String[] names = directory.list();
        if (names == null) {
            return new long[0];
        }
        long[] numbers = new long[names.length];
        int count = 0;
        for (String name : names) {
            long number = Decimal.of(name);
            if (number > 0) {
                numbers[count++] = number;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /** Whether the tree can be listed at all. */
    public Access listing() {
        try (DirectoryStream<Path> _ = Files.newDirectoryStream(root)) {
            return Access.DONE;
        } catch (IOException e) {
            return failures.of(root, e);
        }
    }

    /** The numbers that stand in a descriptor directory ({@code 12/fd}, {@code 12/task/13/fd}). */
    Access descriptors(String directory, Numbers into) {
        Path path = root.resolve(directory);
        try (DirectoryStream<Path> links = Files.newDirectoryStream(path)) {
            for (Path link : links) {
                int descriptor = (int) Decimal.of(link.getFileName().toString());
                if (descriptor >= 0) {
                    into.add(descriptor);
                }
            }
            return Access.DONE;
        } catch (DirectoryIteratorException e) {
            return failures.of(path, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return failures.of(path, e);
        }
    }

    /** Whether there is such a file. */
    public boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    /** Where a link such as {@code 12/exe} points to; empty where it is gone or refused. */
    public String link(String path) {
        return target(root.resolve(path));
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }
}
