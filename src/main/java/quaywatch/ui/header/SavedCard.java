package quaywatch.ui.header;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.settings.SavedFilter;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.header.SavedFiltersViewModel.Ready;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;

/**
 * The card of the filters that are kept: those everybody has, the user's own, and a field that keeps the present one. Up and Down go from one
 * to the next, Enter filters by it, with Shift besides what is filtered by already. Tab stays inside.
 */
public final class SavedCard extends VBox {

    private static final int LONGEST = 60;

    private final HeaderViewModel header;
    private final SavedFiltersViewModel model;
    private final Words words;
    private final Runnable close;
    private final VBox own = new VBox();
    private final TextField name = new TextField();
    private final Button save;
    /** Whose name is in the field; null while it is for the present filter. */
    private @Nullable SavedFilter renamed;
    private boolean shift;

    /** @param close  takes the card away */
    public SavedCard(HeaderViewModel header, Words words, Runnable close) {
        this.header = header;
        this.model = header.saved();
        this.words = words;
        this.close = close;
        setId("saved-card");
        setAccessibleText(words.get("ui.saved.title"));
        getStyleClass().addAll("popover-card", "saved-card");
        HBox head = Controls.row(8, Controls.label(words.get("ui.saved.title"), "inspector-title"), Controls.spacer(),
                Controls.iconButton("close-saved", MaterialDesignC.CLOSE, words.get("ui.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox ready = new VBox();
        for (Ready filter : Ready.values()) {
            ready.getChildren().add(line("ready-" + filter.name().toLowerCase(Locale.ROOT), words.of("ui.saved.ready", filter),
                    filter.query()));
        }
        save = Controls.button("save-filter", MaterialDesignB.BOOKMARK_OUTLINE, words.get("ui.saved.save"), this::save);
        getChildren().addAll(head, ready, Controls.label(words.get("ui.saved.own"), "section-head"), scrolled(own), present(), foot());
        model.own().subscribe(this::showOwn);
        name.textProperty().subscribe(_ -> enable());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> shift = event.isShiftDown());
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

    private Button line(String id, String title, String query) {
        Label what = Controls.shrinking(Controls.label(Visible.shortened(query, LONGEST), "secondary", "mono"));
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAlignment(Pos.CENTER_RIGHT);
        HBox texts = Controls.row(12, Controls.whole(Controls.label(Visible.shortened(title, LONGEST / 2))), what);
        texts.setAlignment(Pos.CENTER_LEFT);
        Button line = Controls.named(new Button(null, texts), id, title + ": " + query);
        texts.prefWidthProperty().bind(line.widthProperty().subtract(16));
        line.getStyleClass().add("saved-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.getTooltip().setText(words.get("ui.saved.use", query));
        line.setOnAction(_ -> use(query));
        return line;
    }

    private void use(String query) {
        if (shift) {
            header.useBesides(query);
        } else {
            header.use(query);
        }
        close.run();
    }

    private void showOwn(List<SavedFilter> filters) {
        own.getChildren().clear();
        for (int i = 0; i < filters.size(); i++) {
            own.getChildren().add(own(filters.get(i), i));
        }
        if (filters.isEmpty()) {
            own.getChildren().add(Controls.label(words.get("ui.saved.none"), "secondary"));
        }
        enable();
    }

    private HBox own(SavedFilter filter, int number) {
        Button line = line("own-" + number, filter.name(), filter.query());
        line.setUserData(filter);
        line.setMinWidth(0);
        HBox.setHgrow(line, Priority.ALWAYS);
        String shown = Visible.shortened(filter.name(), LONGEST);
        HBox row = new HBox(line,
                small("up-" + number, MaterialDesignC.CHEVRON_UP, words.get("ui.saved.up", shown), () -> move(filter, -1)),
                small("down-" + number, MaterialDesignC.CHEVRON_DOWN, words.get("ui.saved.down", shown), () -> move(filter, 1)),
                small("rename-" + number, MaterialDesignP.PENCIL_OUTLINE, words.get("ui.saved.rename", shown), () -> rename(filter)),
                small("delete-" + number, MaterialDesignD.DELETE_OUTLINE, words.get("ui.saved.delete", shown), () -> delete(filter)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button small(String id, org.kordamp.ikonli.Ikon ikon, String title, Runnable action) {
        Button button = Controls.iconButton(id, ikon, title, action);
        button.getStyleClass().add("small");
        return button;
    }

    private Label present() {
        Label present = Controls.telling(Controls.label("", "secondary", "mono"));
        present.setId("saved-present");
        String query = header.whole();
        present.setText(query.isEmpty() ? words.get("ui.saved.nothing") : Visible.of(query));
        return present;
    }

    private HBox foot() {
        name.setId("saved-name");
        name.setPromptText(words.get("ui.saved.name"));
        name.setAccessibleText(words.get("ui.saved.name"));
        name.setTooltip(new Tooltip(words.get("ui.saved.name")));
        HBox.setHgrow(name, Priority.ALWAYS);
        return Controls.row(8, name, save);
    }

    private void enable() {
        SavedFilter old = renamed;
        save.setDisable(old == null ? !model.canSave(name.getText(), header.whole()) : !model.canRename(old, name.getText()));
    }

    private void save() {
        SavedFilter old = renamed;
        String title = name.getText().strip();
        if (old == null) {
            model.save(title, header.whole());
        } else {
            model.rename(old, title);
        }
        renamed = null;
        save.setText(words.get("ui.saved.save"));
        name.clear();
        focus(title);
    }

    private void rename(SavedFilter filter) {
        renamed = filter;
        name.setText(filter.name());
        save.setText(words.get("ui.saved.renameTo"));
        name.requestFocus();
        name.selectAll();
        enable();
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
        rows().stream().filter(row -> row.getUserData() instanceof SavedFilter filter && filter.name().equals(title)).findFirst()
                .orElse(rows().getFirst()).requestFocus();
    }

    // ---- keys

    private void pressed(KeyEvent event) {
        shift = event.isShiftDown();
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        boolean done = switch (event.getCode()) {
            case TAB -> step(stops(), event.isShiftDown() ? -1 : 1);
            case DOWN -> event.isAltDown() ? own(focused, filter -> move(filter, 1)) : step(rows(), 1);
            case UP -> event.isAltDown() ? own(focused, filter -> move(filter, -1)) : step(rows(), -1);
            case DELETE -> own(focused, this::delete);
            case F2 -> own(focused, this::rename);
            case ENTER -> enter(focused);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean enter(@Nullable Node focused) {
        if (focused == name) {
            save.fire();
            return true;
        }
        if (focused instanceof Button button) {
            button.fire();
            return true;
        }
        return false;
    }

    private static boolean own(@Nullable Node focused, java.util.function.Consumer<SavedFilter> action) {
        if (focused != null && focused.getUserData() instanceof SavedFilter filter) {
            action.accept(filter);
            return true;
        }
        return false;
    }

    private List<Node> rows() {
        return lookupAll(".saved-line").stream().toList();
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
}
