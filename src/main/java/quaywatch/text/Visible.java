package quaywatch.text;

/**
 * Makes other people's text safe to show: process names, command lines and host names may hold anything.
 * Control characters, escape sequences, line ends, bidirectional overrides, lone surrogates and zero-width characters become visible escapes.
 */
public final class Visible {

    private static final String ELLIPSIS = "…";

    private Visible() {}

    /** The text with all that can't be seen, or that acts on a terminal, written as {@code \n}, {@code \x1b} or {@code \u202e}. */
    public static String of(String raw) {
        int i = 0;
        while (i < raw.length() && plain(raw.charAt(i))) {
            i++;
        }
        return i == raw.length() ? raw : escaped(raw);
    }

    /** As {@link #of(String)}, and at most {@code limit} characters, the last one an ellipsis if anything was cut. */
    public static String shortened(String raw, int limit) {
        String shown = of(raw.length() > limit * 2 ? raw.substring(0, limit * 2) : raw);
        return shown.length() <= limit && raw.length() <= limit * 2
                ? shown
                : shown.substring(0, Math.min(shown.length(), limit - 1)) + ELLIPSIS;
    }

    /** As {@link #shortened(String, int)}, and in quotes if it is blank: a process may have no name, or one of blanks. */
    public static String name(String raw, int limit) {
        return raw.isBlank() ? '"' + shortened(raw, limit) + '"' : shortened(raw, limit);
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7f;
    }

    private static String escaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (!hidden(point)) {
                    out.appendCodePoint(point);
                } else if (point < 0x100) {
                    out.append(String.format("\\x%02x", point));
                } else {
                    out.append(String.format("\\u%04x", point));
                }
            }
        }
    }

    /** Whether a character can't be seen, can't be told from a blank, or acts on a terminal. */
    static boolean hidden(int point) {
        return drawsNothing(point) || switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR -> point != ' ';
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                true;
            default -> false;
        };
    }

    /** Letters and marks that fonts leave empty: fillers, selectors and joiners of Unicode's Default_Ignorable_Code_Point, and the empty braille. */
    private static boolean drawsNothing(int point) {
        return switch (point) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180f, 0x2800, 0x3164, 0xffa0 -> true;
            default -> point >= 0xfe00 && point <= 0xfe0f || point >= 0xe0000 && point <= 0xe0fff;
        };
    }
}
