package quaywatch.kernel;

/**
 * Walks over the fields of one line. A field of another form than asked for makes the whole line odd: from there on everything
 * reads as 0 and {@link #odd()} says so. Never throws, whatever the bytes.
 */
final class LineScanner {

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private boolean odd;

    void start(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
        odd = false;
    }

    boolean odd() {
        return odd;
    }

    /** Goes over blanks and tabs. */
    void blanks() {
        while (at < end && blank(bytes[at])) {
            at++;
        }
    }

    /** Goes over blanks, then over anything up to the next blank; odd if there is nothing. */
    void word() {
        blanks();
        int start = at;
        while (at < end && !blank(bytes[at])) {
            at++;
        }
        if (at == start) {
            fail();
        }
    }

    /** So many words in a row. */
    void words(int count) {
        for (int i = 0; i < count; i++) {
            word();
        }
    }

    void expect(int sign) {
        if (at < end && bytes[at] == sign) {
            at++;
        } else {
            fail();
        }
    }

    /** The next byte without taking it; -1 at the end. */
    int peek() {
        return at < end ? bytes[at] : -1;
    }

    /** Where the next byte stands in the line's array. */
    int position() {
        return at;
    }

    /** Hexadecimal digits, {@code least} to {@code most} of them; at most 16, so the value may use all 64 bits. */
    long hex(int least, int most) {
        long value = 0;
        int start = at;
        while (at < end && at - start < most) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            at++;
        }
        if (at - start < least) {
            fail();
        }
        return odd ? 0 : value;
    }

    /** Blanks, then a decimal number of at most 18 digits. */
    long decimal() {
        blanks();
        long value = 0;
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        if (at == start || at - start > 18) {
            fail();
        }
        return odd ? 0 : value;
    }

    /** Blanks, a decimal number, and the sign behind it. */
    long decimalThen(int sign) {
        long value = decimal();
        expect(sign);
        return value;
    }

    /** One to eight hexadecimal digits and the sign behind them. */
    long hexThen(int sign) {
        long value = hex(1, 8);
        expect(sign);
        return value;
    }

    private void fail() {
        odd = true;
        at = end;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }
}
