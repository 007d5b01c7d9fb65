package quaywatch.kernel;

/** Reads plain numbers out of names. */
final class Decimal {

    private Decimal() {}

    /** The number a text consists of, at most 18 digits; -1 if it is anything else. */
    static long of(String text) {
        return of(text, 0, text.length());
    }

    /** As {@link #of(String)}, for a part of the text. */
    static long of(String text, int from, int to) {
        if (to <= from || to - from > 18) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
