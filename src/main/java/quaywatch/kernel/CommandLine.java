package quaywatch.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * The arguments one by one, exactly: a byte that is not UTF-8 stands as U+DC00 and its value, so that nothing is lost. Empty where they are
     * not all there: it was cut, or the process put something else in their place and left no zero at its end.
     */
    public static List<String> arguments(byte[] bytes, int length, boolean cut) {
        if (cut || length == 0 || bytes[length - 1] != 0) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                arguments.add(exact(ByteBuffer.wrap(bytes, begin, i - begin)));
                begin = i + 1;
            }
        }
        return arguments;
    }

    private static String exact(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        while (true) {
            CoderResult result = decoder.reset().decode(bytes, text, true);
            if (!result.isMalformed()) {
                return text.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.put((char) (0xdc00 + (bytes.get() & 0xff)));
            }
        }
    }
}
