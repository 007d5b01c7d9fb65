package quaywatch.ui.header;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import quaywatch.query.Suggestions.Suggestion;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.header.SuggestionsViewModel.Completion;
import quaywatch.ui.header.SuggestionsViewModel.Offer;
import quaywatch.ui.header.SuggestionsViewModel.Past;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;

/**
 * The list below the query field. It lies over the window rather than in a window of its own, and never takes the focus: the keys go to the
 * field, which tells the view model.
 */
final class SuggestionList extends Pane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 4;
    private static final double NARROWEST = 340;
    private static final double WIDEST = 560;

    private final SuggestionsViewModel model;
    private final Words words;
    private final Node field;
    private final ObservableValue<Sizes> sizes;
    private final Consumer<Offer> take;
    private final VBox lines = new VBox();
    private final ScrollPane list = new Scroll(lines);

    /**
     * @param field  what the list hangs below
     * @param take   puts an offer in
     */
    SuggestionList(SuggestionsViewModel model, Words words, Node field, ObservableValue<Sizes> sizes, Consumer<Offer> take) {
        this.sizes = sizes;
        this.model = model;
        this.words = words;
        this.field = field;
        this.take = take;
        setPickOnBounds(false);
        lines.getStyleClass().add("suggestion-lines");
        list.getStyleClass().add("suggestions");
        list.setId("suggestions");
        list.setFitToWidth(true);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        list.setFocusTraversable(false);
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(words.get("ui.suggest.name"));
        // A press beside the lines must not take the focus from the field.
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        getChildren().add(list);
        model.offers().subscribe(this::show);
        model.chosen().subscribe(_ -> mark());
        field.localToSceneTransformProperty().addListener((_, _, _) -> requestLayout());
        field.layoutBoundsProperty().addListener((_, _, _) -> requestLayout());
    }

    private void show(List<Offer> offers) {
        lines.getChildren().setAll(offers.stream().map(this::line).toList());
        setVisible(!offers.isEmpty());
        list.setVvalue(0);
        requestLayout();
        mark();
    }

    private Node line(Offer offer) {
        HBox line = switch (offer) {
            case Completion(Suggestion suggestion) -> line(suggestion);
            case Past(String query) -> new HBox(Icons.of(MaterialDesignH.HISTORY), text(query));
        };
        line.getStyleClass().add("suggestion");
        line.setUserData(offer);
        line.setAccessibleRole(AccessibleRole.LIST_ITEM);
        line.setAccessibleText(name(offer));
        return line;
    }

    private HBox line(Suggestion suggestion) {
        Label note = Controls.shrinking(Controls.label(Visible.shortened(suggestion.note(), 40), "secondary"));
        HBox line = new HBox(text(suggestion.text()), Controls.spacer(), note);
        if (suggestion.sockets() > 0) {
            line.getChildren().add(Controls.whole(Controls.label(sockets(suggestion), "secondary")));
        }
        return line;
    }

    private static Label text(String text) {
        return Controls.shrinking(Controls.label(Visible.of(text), "mono"));
    }

    private String sockets(Suggestion suggestion) {
        return words.get("ui.suggest.sockets", suggestion.sockets());
    }

    private String name(Offer offer) {
        return switch (offer) {
            case Completion(Suggestion suggestion) when suggestion.sockets() > 0 -> suggestion.text() + ", " + sockets(suggestion);
            case Completion(Suggestion suggestion) -> suggestion.text();
            case Past(String query) -> words.get("ui.suggest.past", query);
        };
    }

    private void mark() {
        int chosen = model.chosen().get();
        for (int i = 0; i < lines.getChildren().size(); i++) {
            lines.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        }
        if (chosen >= 0 && chosen < lines.getChildren().size()) {
            reveal(lines.getChildren().get(chosen).getBoundsInParent());
        }
    }

    /** Scrolls as little as it takes. */
    private void reveal(Bounds line) {
        double hidden = lines.getHeight() - list.getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = list.getVvalue() * hidden;
            double least = line.getMaxY() - list.getViewportBounds().getHeight();
            list.setVvalue(Math.clamp(Math.min(Math.max(top, least), line.getMinY()) / hidden, 0, 1));
        }
    }

    private void pressed(MouseEvent event) {
        Node at = event.getPickResult().getIntersectedNode();
        while (at != null && !(at.getUserData() instanceof Offer) && at != list) {
            at = at.getParent();
        }
        if (at != null && at.getUserData() instanceof Offer offer && event.getButton() == MouseButton.PRIMARY) {
            take.accept(offer);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        if (!isVisible() || getScene() == null) {
            return;
        }
        Bounds at = sceneToLocal(field.localToScene(field.getLayoutBounds()));
        Sizes now = sizes.getValue();
        double gap = now.of(GAP);
        double width = Math.min(Math.clamp(at.getWidth(), now.of(NARROWEST), now.of(WIDEST)), getWidth() - at.getMinX());
        list.resizeRelocate(at.getMinX(), at.getMaxY() + gap, width,
                Math.min(list.prefHeight(width), getHeight() - at.getMaxY() - 2 * gap));
        list.layout();
    }
}
