package quaywatch.kernel;

import java.nio.charset.StandardCharsets;

/** Reads {@code /proc/pid/cmdline}: arguments that each end with a zero byte, or whatever the process put there instead. */
public final class CommandLine {

    /** How much of a command line is kept, in bytes. */
    public static final int LIMIT = 4096;

    private CommandLine() {}

    /** The arguments joined by blanks, raw; an ellipsis at the end if it was cut. */
    public static String of(byte[] bytes, int length, boolean cut) {
        int end = cut ? wholeCharacters(bytes, length) : length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8).replace('\0', ' ');
        return cut ? text + "…" : text;
    }

    /** Where to cut so that no character is cut in two. */
    private static int wholeCharacters(byte[] bytes, int length) {
        int start = length - 1;
        while (start > 0 && length - start < 4 && (bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        return start >= 0 && (bytes[start] & 0xc0) == 0xc0 ? start : length;
    }
}
