package quaywatch.kernel;

/** Reads {@code /proc/pid/status} (proc_pid_status(5)). */
public final class ProcStatus {

    private static final byte[] UID = {'U', 'i', 'd', ':'};
    private static final byte[] TGID = {'T', 'g', 'i', 'd', ':'};

    private ProcStatus() {}

    /** The effective uid; -1 if the file does not tell. */
    public static long effectiveUid(byte[] bytes, int length) {
        return number(UID, 2, bytes, length);
    }

    /** The process that a thread belongs to, which for a process is itself; -1 if the file does not tell. */
    public static long process(byte[] bytes, int length) {
        return number(TGID, 1, bytes, length);
    }

    /** So many numbers after a label; the last of them. */
    private static long number(byte[] label, int place, byte[] bytes, int length) {
        for (int at = 0; at < length; at = next(bytes, at, length)) {
            if (startsWith(label, bytes, at, length)) {
                LineScanner scan = new LineScanner();
                scan.start(bytes, at + label.length, next(bytes, at, length) - 1);
                long number = scan.decimal();
                for (int i = 1; i < place; i++) {
                    number = scan.decimal();
                }
                return scan.odd() ? -1 : number;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] label, byte[] bytes, int at, int length) {
        for (int i = 0; i < label.length; i++) {
            if (at + i >= length || bytes[at + i] != label[i]) {
                return false;
            }
        }
        return true;
    }

    private static int next(byte[] bytes, int at, int length) {
        int end = at;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end + 1;
    }
}
