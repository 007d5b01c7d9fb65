package quaywatch.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.Ikon;

/** A button for what can't be undone, which asks first: it makes room for two answers, and Esc is the careful one. */
public final class AskedButton extends HBox {

    private final Button ask;
    private final Button keep;
    private final Button go;

    /**
     * What stands on its buttons.
     *
     * @param ask   what it is for; asks
     * @param keep  the careful answer
     * @param go    the other one
     */
    public record Texts(String ask, String keep, String go) {}

    /** @param id  of the button; its answers are {@code keep-ID} and {@code do-ID} */
    public AskedButton(String id, Ikon ikon, Runnable action, Texts texts) {
        getStyleClass().add("answers");
        ask = Controls.button(id, ikon, texts.ask(), this::ask);
        keep = Controls.button("keep-" + id, ikon, texts.keep(), this::settle);
        go = Controls.button("do-" + id, ikon, texts.go(), () -> {
            settle();
            action.run();
        }, "danger-outline");
        keep.setGraphic(null);
        for (Button button : new Button[]{ask, keep, go}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(ask);
        setMinWidth(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** As low as the other buttons of a bar. */
    public void small() {
        for (Button button : new Button[]{ask, keep, go}) {
            button.getStyleClass().add("small");
        }
    }

    private void ask() {
        put(keep, go);
    }

    private void settle() {
        put(ask);
    }

    /** The first of them gets the focus. */
    private void put(Node... buttons) {
        getChildren().setAll(buttons);
        buttons[0].requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (Key.BACK.matches(event) && getChildren().contains(keep)) {
            settle();
            event.consume();
        }
    }
}
