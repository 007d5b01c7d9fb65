package quaywatch.cli;

/** How many columns a text takes on a terminal. */
final class TerminalWidth {

    private TerminalWidth() {}

    static int of(String shown) {
        int plain = 0;
        while (plain < shown.length() && shown.charAt(plain) < 0x80) {
            plain++;
        }
        return plain + shown.codePoints().skip(plain).map(TerminalWidth::of).sum();
    }

    /** East Asian letters and pictures take two columns, marks on the letter before them none (Unicode annex 11). */
    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return wide(point) ? 2 : 1;
    }

    private static boolean wide(int point) {
        boolean halfWidth = point >= 0xff61 && point <= 0xffdc;
        boolean fullWidth = point >= 0x3000 && point <= 0x303e || point >= 0xff01 && point <= 0xff60 || point >= 0xffe0 && point <= 0xffe6;
        return fullWidth || !halfWidth && switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
            default -> Character.isEmojiPresentation(point);
        };
    }
}
