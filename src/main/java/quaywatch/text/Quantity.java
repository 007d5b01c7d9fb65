package quaywatch.text;

import java.util.Locale;

/** Amounts in the units people read: kB and MB are powers of 1000, three digits at most. The same in every locale. */
public final class Quantity {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Quantity() {}

    /** {@code 0 B}, {@code 999 B}, {@code 48.2 kB}, {@code 2.14 MB}; {@code bytes} must not be negative. */
    public static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return number(value, unit) + " " + UNITS[unit];
    }

    /** Bytes a second: {@code 0}, {@code 48 B}, {@code 0.8 kB}, {@code 38.4 kB}, {@code 1.92 MB}; must not be negative. */
    public static String rate(long bytes) {
        if (bytes == 0) {
            return "0";
        }
        return bytes < 100 || bytes >= 9_950 ? bytes(bytes) : String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }

    /** As {@link #bytes} where the value is a round one, as beside an axis: {@code 0}, {@code 500 kB}, {@code 2.5 MB}. */
    public static String round(double bytes) {
        if (bytes == 0) {
            return "0";
        }
        String text = bytes(bytes);
        int blank = text.indexOf(' ');
        String number = text.substring(0, blank);
        return (number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number) + text.substring(blank);
    }

    private static String number(double value, int unit) {
        if (unit == 0 || value >= 99.95) {
            return Long.toString(Math.round(value));
        }
        return String.format(Locale.ROOT, value >= 9.995 ? "%.1f" : "%.2f", value);
    }
}
