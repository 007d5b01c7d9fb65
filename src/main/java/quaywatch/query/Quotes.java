package quaywatch.query;

import java.util.regex.Pattern;

/** Puts values in double quotes where they would be read as something else without. */
final class Quotes {

    private static final Pattern PLAIN_WORD = Pattern.compile("(?!(?i:and|or|not)$)\\p{L}[\\p{L}\\d._@-]*");
    private static final Pattern PLAIN_VALUE = Pattern.compile("[\\p{L}\\d.:/][\\p{L}\\d._@:/%+,-]*");

    private Quotes() {}

    /** For a word that stands alone. */
    static String word(String text) {
        return PLAIN_WORD.matcher(text).matches() ? text : always(text);
    }

    /** For the value of a field. */
    static String value(String text) {
        return PLAIN_VALUE.matcher(text).matches() ? text : always(text);
    }

    static String always(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
