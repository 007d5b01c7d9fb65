package quaywatch.ui.ports;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.nav.RangeFilter;
import quaywatch.ui.table.ScreenBar;
import quaywatch.ui.table.SocketTable;
import quaywatch.ui.table.TableViewModel;

/** The Ports screen: the strip of ranges, the bar, the table. */
public final class PortsView extends VBox {

    /** In the order of {@link PortClass}. */
    private final List<RangeCard> cards = new ArrayList<>();
    private final HBox strip = new HBox();

    public PortsView(TableViewModel model, SocketTable table, RangeFilter ranges, PortRange ephemeral, Words words) {
        strip.getStyleClass().add("range-strip");
        strip.setId("range-strip");
        for (PortClass range : PortClass.values()) {
            RangeCard card = new RangeCard(range, ephemeral, words);
            card.setOnAction(_ -> ranges.toggle(range));
            ranges.chosen().subscribe(chosen -> card.setSelected(chosen == range));
            cards.add(card);
            strip.getChildren().add(card);
        }
        widthProperty().addListener((_, _, _) -> share(getWidth()));
        strip.insetsProperty().addListener((_, _, _) -> share(getWidth()));
        strip.spacingProperty().addListener((_, _, _) -> share(getWidth()));
        model.frame().subscribe(frame -> {
            if (frame != null) {
                show(frame);
            }
        });
        getChildren().addAll(strip, new ScreenBar(table, model, words), table.node());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
    }

    private void show(Frame frame) {
        frame.strip().cards().forEach(card -> cards.get(card.range().ordinal()).show(card));
    }

    /** 23 %, the rest, 25 %: the registered range is by far the largest. */
    private void share(double width) {
        Insets frame = strip.getInsets();
        double room = width - frame.getLeft() - frame.getRight();
        double first = Math.floor(room * 0.23);
        double last = Math.floor(room * 0.25);
        cards.getFirst().setPrefWidth(first);
        cards.get(1).setPrefWidth(room - first - last - 2 * strip.getSpacing());
        cards.getLast().setPrefWidth(last);
    }
}
