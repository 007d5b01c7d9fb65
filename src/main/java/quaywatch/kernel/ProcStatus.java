package quaywatch.kernel;

/** Reads {@code /proc/pid/status} (proc_pid_status(5)). */
public final class ProcStatus {

    private static final byte[] UID = {'U', 'i', 'd', ':'};

    private ProcStatus() {}

    /** The effective uid; -1 if the file does not tell. */
    public static long effectiveUid(byte[] bytes, int length) {
        for (int at = 0; at < length; at = next(bytes, at, length)) {
            if (startsWith(bytes, at, length)) {
                LineScanner scan = new LineScanner();
                scan.start(bytes, at + UID.length, next(bytes, at, length) - 1);
                scan.decimal();
                long effective = scan.decimal();
                return scan.odd() ? -1 : effective;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int at, int length) {
        for (int i = 0; i < UID.length; i++) {
            if (at + i >= length || bytes[at + i] != UID[i]) {
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
