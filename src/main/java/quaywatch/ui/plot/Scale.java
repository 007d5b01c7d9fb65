package quaywatch.ui.plot;

/**
 * How values become heights: a step for the lines of the grid, and how many of them lie above and below the axis.
 *
 * @param step   between two lines, above 0
 * @param above  steps above the axis
 * @param below  steps below it
 */
record Scale(double step, int above, int below) {

    /** About so many lines are enough. */
    private static final int LINES = 5;

    /** For values up to {@code highest} above and {@code lowest} below the axis, and for {@code least} in all where they are lower. */
    static Scale of(double highest, double lowest, double least) {
        double step = round(Math.max(least, highest + lowest) / LINES);
        int above = (int) Math.ceil(Math.max(highest, least - lowest) / step);
        int below = (int) Math.ceil(lowest / step);
        return new Scale(step, Math.max(1, above), lowest > 0 ? Math.max(1, below) : 0);
    }

    /** As high above as below, with one line in each half. */
    static Scale even(double most, double least) {
        double step = round(Math.max(least, most));
        return new Scale(step, 1, 1);
    }

    /** The next of 1, 2 and 5 times a power of ten. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[]{1, 2, 5}) {
            if (value <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Where the value stands in a height, from the top. */
    double y(double value, double height) {
        return height * (above * step - value) / ((above + below) * step);
    }
}
