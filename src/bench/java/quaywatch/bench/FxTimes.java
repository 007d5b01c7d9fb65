package quaywatch.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What looks cost the FX thread, in milliseconds each.
 * <p>Processor time, for the thread also waits for the next pulse; and what other programs take of the processors is not in it.
 */
final class FxTimes {

    private final List<Double> processor = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();

    void add(double processorMillis, double wallMillis) {
        processor.add(processorMillis);
        wall.add(wallMillis);
    }

    int count() {
        return processor.size();
    }

    double median() {
        return quantile(processor, 0.5);
    }

    double worst() {
        return quantile(processor, 0.99);
    }

    double medianWall() {
        return quantile(wall, 0.5);
    }

    double worstWall() {
        return quantile(wall, 0.99);
    }

    /** The least value that so many are not above. */
    static double quantile(List<Double> values, double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }
}
