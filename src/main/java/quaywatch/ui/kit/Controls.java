package quaywatch.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

import quaywatch.ui.theme.Icons;

/** Makes the small controls that every screen uses, each with its tooltip and accessible name. */
public final class Controls {

    private Controls() {}

    /** A button that shows only an icon. */
    public static Button iconButton(String id, Ikon ikon, String name, Runnable action) {
        Button button = new Button(null, Icons.of(ikon));
        button.getStyleClass().addAll("quiet", "icon-only");
        button.setOnAction(_ -> action.run());
        return named(button, id, name);
    }

    /** A button with a text and an icon before it. */
    public static Button button(String id, Ikon ikon, String text, Runnable action, String... styles) {
        Button button = new Button(text, Icons.of(ikon));
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        return named(button, id, text);
    }

    /** Gives a control its id, tooltip and accessible name. */
    public static <B extends ButtonBase> B named(B control, String id, String name) {
        control.setId(id);
        control.setAccessibleText(name);
        control.setTooltip(new Tooltip(name));
        return control;
    }

    /**
     * An entry of a menu.
     *
     * @param key  what does the same without the menu, shown beside it; null where nothing does
     */
    public static MenuItem menuItem(String id, Ikon ikon, String title, @Nullable Key key, Runnable action) {
        MenuItem item = new MenuItem(title, Icons.of(ikon));
        item.setId(id);
        item.setMnemonicParsing(false);
        if (key != null) {
            item.setAccelerator(key.ofEntry());
        }
        item.setOnAction(_ -> action.run());
        return item;
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that is never cut: what stands beside it makes room. */
    public static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label that is cut with an ellipsis rather than growing, and tells the whole where the pointer rests on it. */
    public static Label telling(Label label) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(label.textProperty());
        label.setTooltip(tooltip);
        return shrinking(label);
    }

    /** The picture of a key, such as {@code Ctrl F}. */
    public static Label key(String name) {
        Label key = label(name, "key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    /** Nodes side by side, so many pixels apart at the usual text size: the style sheets know how many that is now. */
    public static HBox row(int gap, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("gap-" + gap);
        return row;
    }

    /** Nodes one above the other; see {@link #row}. */
    public static VBox column(int gap, Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("gap-" + gap);
        return column;
    }

    /** Empty space that takes what is left. */
    public static Region spacer() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Shows or removes a node from the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Cuts with an ellipsis rather than growing. */
    public static <L extends Labeled> L shrinking(L labeled) {
        labeled.setMinWidth(0);
        return labeled;
    }
}
