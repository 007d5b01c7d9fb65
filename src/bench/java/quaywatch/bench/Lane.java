package quaywatch.bench;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One of the things measured side by side. */
final class Lane {

    private final String name;
    private final List<Cost> costs = new ArrayList<>();
    private String note = "";
    private boolean off;

    Lane(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Cost cost) {
        costs.add(cost);
    }

    void note(String words) {
        note = words;
    }

    /** Leaves it out from now on. */
    void giveUp(String why) {
        note = why;
        off = true;
    }

    /** Drops what was measured: it was to warm up. */
    void forget() {
        costs.clear();
    }

    boolean isOff() {
        return off;
    }

    /** What else is to be known: why there are no figures, or how many rows it told. */
    String note() {
        return note;
    }

    int runs() {
        return costs.size();
    }

    /** Null if it was not measured. */
    @Nullable
    Cost median() {
        return costs.isEmpty() ? null : Cost.median(costs);
    }
}
