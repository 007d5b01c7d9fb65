package quaywatch.bench;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The lanes as text: what each took, and its ratios to the two that all are held against. */
final class Table {

    private static final String PATTERN = "%-30s %10s %10s %12s %12s   %s%n";

    private final Lanes lanes;

    Table(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line("", "wall ms", "CPU ms", "wall : tick", "CPU : C+info", ""));
        for (Lane lane : lanes.all()) {
            text.append(line(lane));
        }
        return text.toString();
    }

    private String line(Lane lane) {
        @Nullable
        Cost cost = lane.median();
        if (cost == null) {
            return line(lane.name(), "-", "-", "-", "-", "not measured: " + lane.note());
        }
        return line(lane.name(), number(cost.wallMillis()), number(cost.cpuMillis()), number(Ratio.wall(lane, lanes.tick)),
                number(Ratio.cpu(lane, lanes.dumpInfo)), "median of " + lane.runs() + (lane.note().isEmpty() ? "" : ", " + lane.note()));
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, PATTERN, cells);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
