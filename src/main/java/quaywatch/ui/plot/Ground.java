package quaywatch.ui.plot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time that a plot shows, and where it is drawn.
 *
 * @param from    seconds since 1970
 * @param to      likewise, later
 * @param left    pixels to the left of it, for the labels of the values
 * @param width   pixels for the time
 * @param height  pixels for the values
 */
record Ground(double from, double to, double left, double width, double height) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int[] STEPS = {5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600};
    /** A label takes about so many times the size of its letters. */
    private static final double LABEL = 9;

    double x(double time) {
        return left + (time - from) / (to - from) * width;
    }

    /** The time at a place, kept inside. */
    double time(double x) {
        return Math.clamp(from + (x - left) / width * (to - from), from, to);
    }

    /** Seconds between two labels, so that letters of a size have room. */
    int step(double letters) {
        double least = (to - from) * LABEL * letters / Math.max(1, width);
        for (int step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    static String label(double time, int step, ZoneId zone) {
        return (step < 60 ? SECONDS : MINUTES).format(Instant.ofEpochSecond((long) time).atZone(zone));
    }
}
