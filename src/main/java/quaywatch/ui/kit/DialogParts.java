package quaywatch.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;

import quaywatch.ui.theme.Icons;

/** Makes what the dialogs over the window have in common. */
public final class DialogParts {

    private DialogParts() {}

    /** A label of as many lines as its text needs. */
    public static Label wrapping(String text, String... styles) {
        Label label = Controls.label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** The coloured band that says how it stands. @param kind {@code good}, {@code warn} or {@code bad} */
    public static HBox band(String kind, Ikon ikon, String title, String detail) {
        VBox text = Controls.column(2, wrapping(title, "title"));
        if (!detail.isEmpty()) {
            text.getChildren().add(wrapping(detail));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox band = new HBox(Icons.of(ikon), text);
        band.getStyleClass().addAll("band", kind);
        return band;
    }

    /** The row of buttons at the bottom. */
    public static HBox foot(Node... nodes) {
        HBox foot = new HBox(nodes);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }
}
