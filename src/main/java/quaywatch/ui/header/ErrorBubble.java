package quaywatch.ui.header;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

import org.jspecify.annotations.Nullable;

import quaywatch.query.QueryError;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** Says below a field what is wrong with its text, the wrong place marked. */
final class ErrorBubble {

    private static final String BUBBLE = "quaywatch.error";

    private ErrorBubble() {}

    /** Shows the error, or takes it away when null; {@code offset} is how far the error's positions run ahead of the field's text. */
    static void show(TextField field, @Nullable QueryError error, int offset, Words words) {
        show(field, error, offset, words, true);
    }

    /** Likewise; unless {@code told}, the field alone shows that something is wrong. */
    static void show(TextField field, @Nullable QueryError error, int offset, Words words, boolean told) {
        if (field.getProperties().remove(BUBBLE) instanceof Popup old) {
            old.hide();
        }
        field.getStyleClass().remove("wrong");
        field.setAccessibleHelp(error == null ? null : error.message(words));
        if (error == null) {
            return;
        }
        field.getStyleClass().add("wrong");
        if (!told || field.getScene() == null || field.getScene().getWindow() == null) {
            return;
        }
        Popup popup = new Popup();
        popup.setAutoFix(true);
        // Escape clears the field, and with it the bubble; the popup would take the key for itself.
        popup.setHideOnEscape(false);
        // The bubble, not its shadow, begins where the field does.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.getContent().add(content(field, error, offset, words));
        popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        popup.show(field, place.getMinX(), place.getMaxY());
        field.getProperties().put(BUBBLE, popup);
    }

    /** The style sheets know how far below the field it hangs. */
    private static StackPane content(TextField field, QueryError error, int offset, Words words) {
        String text = field.getText();
        int start = Math.clamp(error.start() - offset, 0, text.length());
        int end = Math.clamp(error.end() - offset, start, text.length());
        HBox place = new HBox(Controls.label(text.substring(0, start), "mono"), Controls.label(text.substring(start, end), "place", "mono"),
                Controls.label(text.substring(end), "mono"));
        Label sentence = Controls.label(error.message(words));
        sentence.setWrapText(true);
        sentence.getStyleClass().add("sentence");
        VBox box = Controls.column(4, place, sentence);
        box.setId("query-error");
        box.getStyleClass().add("query-error");
        StackPane hanging = new StackPane(box);
        hanging.getStyleClass().add("query-error-place");
        return hanging;
    }
}
