package quaywatch.view;

/** Half a character can't be written as UTF-8, so JSON gets it as an escape (RFC 8259, 8.2). */
final class LoneSurrogates {

    private LoneSurrogates() {}

    static boolean in(String text) {
        return text.codePoints().anyMatch(LoneSurrogates::isLone);
    }

    /** The whole text as a JSON string. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> append(out, point));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, int point) {
        if (point == '"' || point == '\\') {
            out.append('\\').append((char) point);
        } else if (point < ' ' || isLone(point)) {
            out.append("\\u").append(Integer.toHexString(0x1_0000 | point).substring(1));
        } else {
            out.appendCodePoint(point);
        }
    }

    private static boolean isLone(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
