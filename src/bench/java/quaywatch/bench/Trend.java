package quaywatch.bench;

import java.util.List;

/**
 * A straight line through equally distant figures, by least squares.
 *
 * @param growth  how much the line rises from the first to the last figure
 * @param noise   by how much that may be wrong: the standard error of it
 */
record Trend(double growth, double noise) {

    /** Beyond so many standard errors a slope is none by chance, with eight or nine figures and one in a hundred. */
    private static final double SURE = 3.5;

    /** @param figures  at least three */
    static Trend of(List<? extends Number> figures) {
        int n = figures.size();
        double middle = (n - 1) / 2.0;
        double mean = figures.stream().mapToDouble(Number::doubleValue).average().orElseThrow();
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            squares += (i - middle) * (i - middle);
            products += (i - middle) * (figures.get(i).doubleValue() - mean);
        }
        double slope = products / squares;
        double off = 0;
        for (int i = 0; i < n; i++) {
            double rest = figures.get(i).doubleValue() - mean - slope * (i - middle);
            off += rest * rest;
        }
        return new Trend(slope * (n - 1), Math.sqrt(off / (n - 2) / squares) * (n - 1));
    }

    /** Whether it rises by more than chance, and by more than {@code tolerated}. */
    boolean grows(double tolerated) {
        return growth > tolerated && growth > SURE * noise;
    }
}
