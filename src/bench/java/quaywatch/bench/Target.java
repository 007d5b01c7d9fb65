package quaywatch.bench;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A figure and what it should be.
 *
 * @param what   what was measured
 * @param figure the figure; null if it could not be measured
 * @param most   whether the bound is the most that is good; else it is the least
 * @param bound  the target
 * @param unit   of both, with a blank in front; may be empty
 * @param note   what else is to be known: why there is no figure
 */
record Target(String what, @Nullable Double figure, boolean most, double bound, String unit, String note) {

    static Target atMost(String what, @Nullable Double figure, double bound) {
        return new Target(what, figure, true, bound, "", "");
    }

    static Target atLeast(String what, @Nullable Double figure, double bound) {
        return new Target(what, figure, false, bound, "", "");
    }

    Target in(String newUnit) {
        return new Target(what, figure, most, bound, newUnit, note);
    }

    Target noting(String words) {
        return new Target(what, figure, most, bound, unit, words);
    }

    /** The verdict; {@code not measured} if there is no figure. */
    String verdict() {
        if (figure == null) {
            return "not measured";
        }
        return (most ? figure <= bound : figure >= bound) ? "met" : "missed";
    }

    String line() {
        return what + ": " + (figure == null ? "-" : number(figure) + unit) + ", target " + (most ? "<= " : ">= ") + number(bound) + unit
                + ": "
                + verdict() + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.5f" : "%.2f", value);
    }
}
