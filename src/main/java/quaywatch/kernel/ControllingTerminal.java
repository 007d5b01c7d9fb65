package quaywatch.kernel;

/** Reads the controlling terminal out of {@code /proc/pid/stat} (field 7, tty_nr, proc_pid_stat(5); numbers as in the kernel's devices.txt). */
public final class ControllingTerminal {

    private static final int FIELD = 3;
    private static final int CONSOLES = 4;
    private static final int FIRST_SERIAL = 64;
    private static final int FIRST_PTS = 136;
    private static final int LAST_PTS = 143;
    private static final int MINORS = 256;

    private ControllingTerminal() {}

    /** {@code pts/3}, {@code tty2}; empty where the process has none, or one of another kind. */
    public static String of(byte[] bytes, int length) {
        int close = length - 1;
        while (close >= 0 && bytes[close] != ')') {
            close--;
        }
        LineScanner scan = new LineScanner();
        scan.start(bytes, close + 1, close < 0 ? 0 : length);
        scan.words(FIELD + 1);
        long device = scan.decimal();
        return scan.odd() || device <= 0 ? "" : name((int) device);
    }

    /** The minor number stands in bits 0 to 7 and 20 to 31, the major one between. */
    private static String name(int device) {
        int major = device >> 8 & 0xfff;
        int minor = device & 0xff | device >> 12 & 0xfff00;
        if (major >= FIRST_PTS && major <= LAST_PTS) {
            return "pts/" + ((major - FIRST_PTS) * MINORS + minor);
        }
        if (major != CONSOLES) {
            return "";
        }
        return minor < FIRST_SERIAL ? "tty" + minor : "ttyS" + (minor - FIRST_SERIAL);
    }
}
