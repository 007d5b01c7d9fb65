package quaywatch.ui.ports;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.view.RangeStrip;

/** One port range: its name and span, how many ports are held, where they lie, and those with most clients. A click filters by it. */
final class RangeCard extends ToggleButton {

    private final PortClass range;
    private final Words words;
    private final Label count = Controls.label("0", "count");
    private final Label busiest = Controls.label("", "busiest");
    private final RangeBar bar;
    private List<Integer> ports = List.of();

    RangeCard(PortClass range, PortRange ephemeral, Words words) {
        this.range = range;
        this.words = words;
        this.bar = new RangeBar(range.range(), ephemeral);
        getStyleClass().setAll("range-card");
        Label span = Controls.shrinking(Controls.label(range.range().first() + "–" + range.range().last(), "span"));
        HBox held = Controls.row(4, Controls.whole(count), Controls.whole(Controls.label(words.get("ui.range.held"), "held")));
        held.setAlignment(Pos.BASELINE_LEFT);
        HBox head = Controls.row(4, Controls.whole(Controls.label(words.of("ui.range", range), "title")), span, Controls.spacer(), held);
        head.setAlignment(Pos.BASELINE_LEFT);
        // A span that is cut says something wrong: it is whole, or it is not there.
        span.setTextOverrun(OverrunStyle.CLIP);
        span.widthProperty().subscribe(() -> showWhole(span));
        span.fontProperty().subscribe(() -> showWhole(span));
        busiest.setMinWidth(0);
        VBox content = Controls.column(3, head, bar, busiest);
        content.setMouseTransparent(true);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        content.prefWidthProperty().bind(Bindings.createDoubleBinding(this::room, widthProperty(), insetsProperty()));
        widthProperty().addListener((_, _, _) -> nameBusiest());
        busiest.fontProperty().addListener((_, _, _) -> nameBusiest());
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        Controls.named(this, "range-" + range.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.get("ui.range.hint", words.of("ui.range", range)));
    }

    private static void showWhole(Label label) {
        label.setOpacity(label.getWidth() >= label.prefWidth(-1) ? 1 : 0);
    }

    /** As many ports as there is room for: half a number is another port. */
    private void nameBusiest() {
        Text ruler = new Text();
        ruler.setFont(busiest.getFont());
        int shown = ports.size();
        do {
            ruler.setText(joined(shown));
            shown--;
        } while (shown > 0 && ruler.getLayoutBounds().getWidth() > room());
        busiest.setText(ruler.getText());
    }

    /** Between the frame at the left and that at the right. */
    private double room() {
        return getWidth() - getInsets().getLeft() - getInsets().getRight();
    }

    private String joined(int most) {
        return ports.stream().limit(most).map(String::valueOf).collect(Collectors.joining(" · "));
    }

    void show(RangeStrip.Card card) {
        count.setText(String.valueOf(card.held()));
        if (!ports.equals(card.busiest())) {
            ports = card.busiest();
            nameBusiest();
            String hint = words.get("ui.range.hint", words.of("ui.range", range));
            getTooltip().setText(ports.isEmpty() ? hint : hint + "\n" + words.get("ui.range.busiest", joined(ports.size())));
        }
        bar.show(card.marks());
        setAccessibleText(words.get("ui.range.name", words.of("ui.range", range), String.valueOf(card.held())));
    }
}
