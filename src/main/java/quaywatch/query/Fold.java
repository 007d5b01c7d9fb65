package quaywatch.query;

/** Looks for text whatever its case, without making a copy. */
final class Fold {

    private Fold() {}

    /** Whether a text holds the part, or, if {@code whole}, is the part. */
    static boolean fits(String text, String part, boolean whole) {
        return whole ? text.equalsIgnoreCase(part) : contains(text, part);
    }

    static boolean contains(String text, String part) {
        if (part.isEmpty()) {
            return true;
        }
        char low = Character.toLowerCase(part.charAt(0));
        char high = Character.toUpperCase(part.charAt(0));
        int last = text.length() - part.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == low || c == high) && text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
