package quaywatch.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Gauge;
import quaywatch.model.Owner;
import quaywatch.model.Parts;
import quaywatch.model.Slice;
import quaywatch.text.Quantity;
import quaywatch.text.Words;
import quaywatch.ui.plot.Points;
import quaywatch.ui.plot.StackPlot;
import quaywatch.view.Busiest;
import quaywatch.view.Stretch;
import quaywatch.view.Wording;

/** TCP payload a second, in above the axis and out below it, stacked by the busiest processes or services of what is shown. */
final class ThroughputPane extends VBox {

    private static final int NAMED = 5;
    private static final int SHORT = 22;

    private final Names names;
    private final Words words;
    private final Palette processes = new Palette();
    private final Palette services = new Palette();
    private final Legend legend;
    private final StackPlot plot;
    private List<Layer> layers = List.of();

    /** A series with a name of its own. */
    private record Layer(int number, String name) {}

    ThroughputPane(Names names, Wording wording) {
        this.names = names;
        this.words = wording.words();
        legend = new Legend(words.get("ui.activity.throughput"), "square", "square", "square", "square", "square", "square");
        List<String> palette = Stream.concat(Palette.COLORS.stream(), Stream.of(Palette.OTHER)).toList();
        plot = new StackPlot(new StackPlot.Kind("activity-throughput", words.get("ui.activity.throughput"), words.get("ui.activity.now"),
                NAMED + 1, 1_000, Quantity::round), wording.zone(), palette, palette);
        plot.setFlagged(true);
        plot.setSides("↓ " + words.get("ui.chart.series.in"), "↑ " + words.get("ui.chart.series.out"));
        getStyleClass().add("activity-pane");
        getChildren().addAll(legend, plot);
        VBox.setVgrow(plot, Priority.ALWAYS);
    }

    StackPlot plot() {
        return plot;
    }

    void show(List<Slice> slices, Stretch shown, Ranks ranks, By by) {
        List<String> colors = switch (by) {
            case PROCESS -> name(ranks.processes(), processes, ThroughputPane::identity, names::process);
            case SERVICE -> name(ranks.services(), services, port -> port, names::service);
        };
        plot.setColors(colors, colors);
        boolean coarse = shown.length().compareTo(Span.FIVE_MINUTES.length()) > 0;
        Points.fill(slices, shown, (slice, place) -> {
            layers(slice, place, by == By.PROCESS);
            if (coarse) {
                plot.peaks().set(place, 0, most(slice, Gauge.PAYLOAD_IN), most(slice, Gauge.PAYLOAD_OUT));
            }
        }, plot.track(), plot.peaks());
        if (!coarse) {
            plot.peaks().begin();
        }
        plot.setAccessibleText(said(ranks.last()));
    }

    private <T> List<String> name(Busiest<T> busiest, Palette palette, java.util.function.Function<T, Object> key,
            java.util.function.Function<T, String> name) {
        List<Busiest.Share<T>> top = busiest.ranked().subList(0, Math.min(NAMED, busiest.ranked().size()));
        List<Integer> places = palette.of(top.stream().map(share -> key.apply(share.of())).toList());
        List<String> colors = new ArrayList<>();
        List<Layer> fresh = new ArrayList<>();
        for (int i = 0; i < NAMED; i++) {
            boolean used = i < top.size();
            colors.add(used ? Palette.COLORS.get(places.get(i)) : Palette.OTHER);
            if (used) {
                String text = name.apply(top.get(i).of());
                fresh.add(new Layer(top.get(i).number(), text));
                legend.item(i).set(colors.get(i), text.length() > SHORT ? text.substring(0, SHORT - 1) + "…" : text, "");
            }
        }
        colors.add(Palette.OTHER);
        legend.item(top.size()).set(Palette.OTHER, words.get("ui.activity.other"), "");
        legend.setUsed(top.size() + 1);
        layers = fresh;
        return colors;
    }

    private void layers(Slice slice, int place, boolean byProcess) {
        Parts parts = byProcess ? slice.processes() : slice.services();
        double seconds = slice.seconds();
        double in = byProcess ? slice.mean(Gauge.PAYLOAD_IN) : slice.mean(Gauge.NETWORK_IN) + slice.mean(Gauge.INSIDE_IN);
        double out = byProcess ? slice.mean(Gauge.PAYLOAD_OUT) : slice.mean(Gauge.NETWORK_OUT) + slice.mean(Gauge.INSIDE_OUT);
        for (int layer = 0; layer < layers.size(); layer++) {
            int at = parts.indexOf(layers.get(layer).number());
            if (at >= 0) {
                plot.track().set(place, layer, parts.in(at) / seconds, parts.out(at) / seconds);
                in -= parts.in(at) / seconds;
                out -= parts.out(at) / seconds;
            }
        }
        plot.track().set(place, NAMED, Math.max(0, in), Math.max(0, out));
    }

    private static double most(Slice slice, Gauge gauge) {
        return Math.max(0, slice.most(gauge));
    }

    private String said(@Nullable Slice last) {
        if (last == null) {
            return words.get("ui.activity.throughput");
        }
        return words.get("ui.activity.throughput.said", Quantity.bytes(last.mean(Gauge.PAYLOAD_IN)),
                Quantity.bytes(last.mean(Gauge.PAYLOAD_OUT)), String.join(", ", layers.stream().map(Layer::name).toList()));
    }

    /** What a slice had, line by line: both sums, then each layer that had anything. */
    List<String> told(Slice slice, By by) {
        Parts parts = by == By.PROCESS ? slice.processes() : slice.services();
        List<String> lines = new ArrayList<>();
        lines.add(words.get("ui.activity.told.flow", words.get("ui.activity.all"), rate(slice.mean(Gauge.PAYLOAD_IN)),
                rate(slice.mean(Gauge.PAYLOAD_OUT))));
        for (Layer layer : layers) {
            int at = parts.indexOf(layer.number());
            if (at >= 0) {
                lines.add(words.get("ui.activity.told.flow", layer.name(), rate(parts.in(at) / slice.seconds()),
                        rate(parts.out(at) / slice.seconds())));
            }
        }
        return lines;
    }

    private static String rate(double bytes) {
        return Quantity.rate(Math.round(bytes));
    }

    /** Facts of a process may change while it stays the same process. */
    private static Object identity(Owner owner) {
        return owner instanceof Owner.Processes several ? several.first().id() : owner;
    }
}
