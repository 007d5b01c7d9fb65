package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@code /proc/pid/stat} tells (proc_pid_stat(5)).
 *
 * @param name          comm, raw
 * @param state         one letter; Z for a zombie
 * @param parent        pid of the parent
 * @param kernelThread  whether it is a thread of the kernel (PF_KTHREAD)
 * @param threads       how many threads it has, itself included
 * @param start         start time in clock ticks after boot (field 22)
 */
public record ProcStat(String name, char state, long parent, boolean kernelThread, long threads, long start) {

    private static final long PF_KTHREAD = 0x20_0000;

    /** Reads the line; empty if it is odd. The name may hold brackets, blanks and line ends: it ends at the last bracket. */
    public static Optional<ProcStat> parse(byte[] bytes, int length) {
        int open = indexOf(bytes, length, '(');
        int close = lastIndexOf(bytes, length, ')');
        if (open < 0 || close < open || close + 3 >= length) {
            return Optional.empty();
        }
        LineScanner scan = new LineScanner();
        scan.start(bytes, close + 3, length);
        long parent = scan.decimal();
        scan.words(4);
        long flags = scan.decimal();
        scan.words(10);
        long threads = scan.decimal();
        scan.word();
        long start = scan.decimal();
        String name = new String(bytes, open + 1, close - open - 1, StandardCharsets.UTF_8);
        return scan.odd()
                ? Optional.empty()
                : Optional.of(new ProcStat(name, (char) bytes[close + 2], parent, (flags & PF_KTHREAD) != 0, threads, start));
    }

    private static int indexOf(byte[] bytes, int length, int sign) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == sign) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] bytes, int length, int sign) {
        int i = length - 1;
        while (i >= 0 && bytes[i] != sign) {
            i--;
        }
        return i;
    }

    /** Whether the first thread has ended while others go on; its descriptor directory is empty then. */
    public boolean leaderEnded() {
        return state == 'Z' && threads > 1;
    }
}
