package quaywatch.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads a limit ({@code >1M}) or a range ({@code 1M..5M}, open at one end or not) of what is measured. */
final class LimitReader {

    /** Makes the condition that a limit stands for. */
    @FunctionalInterface
    private interface Maker {
        Query term(Comparison comparison, long limit);
    }

    private final Value value;
    private final Scale scale;
    private final Maker maker;

    private LimitReader(Value value, Scale scale, Maker maker) {
        this.value = value;
        this.scale = scale;
        this.maker = maker;
    }

    static Parsed age(Value value) {
        return new LimitReader(value, Scale.MILLIS, (comparison, limit) -> new AgeTerm(comparison, Duration.ofMillis(limit))).read();
    }

    static Parsed measure(Value value, Measure measure) {
        return new LimitReader(value, measure.scale(), (comparison, limit) -> new MeasureTerm(measure, comparison, limit)).read();
    }

    private Parsed read() {
        String text = value.text();
        if (value.sign().compares()) {
            return limit(text, value.sign().comparison());
        }
        int dots = text.indexOf("..");
        if (dots < 0 || text.length() == 2) {
            return value.wrong("query." + value.field() + "NeedsSign");
        }
        String from = text.substring(0, dots);
        String to = text.substring(dots + 2);
        if (from.isEmpty()) {
            return limit(to, Comparison.AT_MOST);
        }
        return to.isEmpty() ? limit(from, Comparison.AT_LEAST) : range(from, to);
    }

    private Parsed limit(String text, Comparison comparison) {
        return scale.parse(text).<Parsed>map(limit -> new Parsed.Good(maker.term(comparison, limit))).orElseGet(() -> wrong(text));
    }

    private Parsed range(String from, String to) {
        Optional<Long> low = scale.parse(from);
        Optional<Long> high = scale.parse(to);
        if (low.isEmpty() || high.isEmpty()) {
            return wrong(low.isEmpty() ? from : to);
        }
        return low.get() > high.get()
                ? value.wrong("query.downwards", scale.print(high.get()) + ".." + scale.print(low.get()))
                : new Parsed.Good(new Query.And(
                        List.of(maker.term(Comparison.AT_LEAST, low.get()), maker.term(Comparison.AT_MOST, high.get()))));
    }

    private Parsed wrong(String text) {
        return value.wrong(scale.wrong(text), Value.shown(text));
    }
}
