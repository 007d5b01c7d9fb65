package quaywatch.settings;

/** Stable names of screens, columns and groupings: what can stand in a key without quoting. */
final class Names {

    private static final int LONGEST = 64;

    private Names() {}

    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    static void check(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("a name is 1 to 64 letters, digits, - or _");
        }
    }

    static void checkOrEmpty(String text) {
        if (!text.isEmpty()) {
            check(text);
        }
    }
}
