package quaywatch.ui.header;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.settings.SavedFilter;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.header.SavedFiltersViewModel.Ready;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.kit.Scroll;

/**
 * The card of the filters that are kept: those everybody has, the user's own, and a field that keeps the present one. Its keys are those of
 * {@link Key.Place#SAVED}; Tab stays inside.
 */
public final class SavedCard extends VBox {

    private final HeaderViewModel header;
    private final SavedFiltersViewModel model;
    private final Words words;
    private final Runnable close;
    private final OwnFilters own;
    private final NameField name;
    private boolean besides;

    /** @param close  takes the card away */
    public SavedCard(HeaderViewModel header, Words words, Runnable close) {
        this.header = header;
        this.model = header.saved();
        this.words = words;
        this.close = close;
        own = new OwnFilters(words, new OwnDeeds());
        name = new NameField(header, words, this::focus);
        setId("saved-card");
        setAccessibleText(words.get("ui.saved.title"));
        getStyleClass().addAll("popover-card", "saved-card");
        HBox head = Controls.row(8, Controls.label(words.get("ui.saved.title"), "inspector-title"), Controls.spacer(),
                Controls.iconButton("close-saved", MaterialDesignC.CLOSE, words.get("ui.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox ready = new VBox();
        for (Ready filter : Ready.values()) {
            ready.getChildren().add(new SavedLine("ready-" + filter.name().toLowerCase(Locale.ROOT), words.of("ui.saved.ready", filter),
                    filter.query(), words, this::use));
        }
        getChildren().addAll(head, ready, Controls.label(words.get("ui.saved.own"), "section-head"), scrolled(own), present(), name);
        model.own().subscribe(filters -> {
            own.show(filters);
            name.enable();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> besides = event.isShiftDown());
    }

    /** Puts the focus on the first filter. */
    public void start() {
        applyCss();
        rows().getFirst().requestFocus();
    }

    private static ScrollPane scrolled(VBox lines) {
        ScrollPane pane = new Scroll(lines);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.getStyleClass().add("saved-own");
        return pane;
    }

    private Label present() {
        Label present = Controls.telling(Controls.label("", "secondary", "mono"));
        present.setId("saved-present");
        String query = header.filters().whole();
        present.setText(query.isEmpty() ? words.get("ui.saved.nothing") : Visible.of(query));
        return present;
    }

    private void use(String query) {
        if (besides) {
            header.useBesides(query);
        } else {
            header.use(query);
        }
        close.run();
    }

    private void delete(SavedFilter filter) {
        int at = model.own().get().indexOf(filter);
        model.remove(filter);
        List<SavedFilter> left = model.own().get();
        focus(left.isEmpty() ? "" : left.get(Math.min(at, left.size() - 1)).name());
    }

    private void move(SavedFilter filter, int by) {
        model.move(filter, by);
        focus(filter.name());
    }

    /** The lines are made anew with each change, so the focus has to be put back. */
    private void focus(String title) {
        rows().stream().filter(row -> OwnFilters.of(row).filter(filter -> filter.name().equals(title)).isPresent()).findFirst()
                .orElse(rows().getFirst()).requestFocus();
    }

    // ---- keys

    private void pressed(KeyEvent event) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        besides = Key.SAVED_BESIDES.matches(event);
        if (event.getCode() == KeyCode.TAB ? step(stops(), event.isShiftDown() ? -1 : 1) : act(event, focused)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event, @Nullable Node focused) {
        if (Key.SAVED_NEXT.matches(event)) {
            return step(rows(), 1);
        } else if (Key.SAVED_PREVIOUS.matches(event)) {
            return step(rows(), -1);
        } else if (Key.SAVED_LATER.matches(event)) {
            return OwnFilters.on(focused, filter -> move(filter, 1));
        } else if (Key.SAVED_EARLIER.matches(event)) {
            return OwnFilters.on(focused, filter -> move(filter, -1));
        } else if (Key.SAVED_DELETE.matches(event)) {
            return OwnFilters.on(focused, this::delete);
        } else if (Key.SAVED_RENAME.matches(event)) {
            return OwnFilters.on(focused, name::rename);
        }
        return (Key.SAVED_USE.matches(event) || besides) && enter(focused);
    }

    private boolean enter(@Nullable Node focused) {
        if (focused instanceof Button button) {
            button.fire();
            return true;
        }
        return name.enter(focused);
    }

    private List<Node> rows() {
        return lookupAll("." + SavedLine.STYLE).stream().toList();
    }

    private List<Node> stops() {
        return lookupAll("*").stream().filter(Node::isFocusTraversable).filter(node -> !node.isDisabled() && node.isVisible()).toList();
    }

    private boolean step(List<Node> nodes, int by) {
        if (getScene() != null && !nodes.isEmpty()) {
            int at = nodes.indexOf(getScene().getFocusOwner());
            nodes.get(at < 0 ? by > 0 ? 0 : nodes.size() - 1 : Math.floorMod(at + by, nodes.size())).requestFocus();
        }
        return true;
    }

    private final class OwnDeeds implements OwnFilters.Deeds {

        @Override
        public void use(String query) {
            SavedCard.this.use(query);
        }

        @Override
        public void move(SavedFilter filter, int by) {
            SavedCard.this.move(filter, by);
        }

        @Override
        public void rename(SavedFilter filter) {
            name.rename(filter);
        }

        @Override
        public void delete(SavedFilter filter) {
            SavedCard.this.delete(filter);
        }
    }
}
