package quaywatch.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;

/** Makes what the dialogs over the window have in common. */
public final class DialogParts {

    /** What most dialogs take of the window's height. */
    private static final double HIGH = 600;
    private static final double EDGE = 16;

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

    /** A command for a terminal, and the button that copies it. */
    public static HBox command(String command, String copyText, Runnable copy) {
        HBox box = new HBox(Controls.shrinking(Controls.label(command, "mono")), Controls.spacer(),
                Controls.button("copy-command", MaterialDesignC.CONTENT_COPY, copyText, copy, "quiet", "small"));
        box.getStyleClass().add("command-box");
        return box;
    }

    /** Keeps the card of a dialog at one height, as if it were as high as most are. */
    public static void hang(StackPane dialog, ObservableValue<Sizes> sizes) {
        Runnable place = () -> {
            double edge = sizes.getValue().of(EDGE);
            dialog.setPadding(new Insets(Math.max(edge, (dialog.getHeight() - sizes.getValue().of(HIGH)) / 2), 0, edge, 0));
        };
        dialog.heightProperty().addListener((_, _, _) -> place.run());
        sizes.addListener((_, _, _) -> place.run());
    }

    /** The title, and beside it the button that closes the dialog. */
    public static HBox head(String title, String closeId, String closeText, Runnable close) {
        HBox head = new HBox(Controls.label(title, "dialog-title"), Controls.spacer(),
                Controls.iconButton(closeId, MaterialDesignC.CLOSE, closeText, close));
        head.getStyleClass().add("dialog-head");
        return head;
    }

    /** The row of buttons at the bottom. */
    public static HBox foot(Node... nodes) {
        HBox foot = new HBox(nodes);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }
}
