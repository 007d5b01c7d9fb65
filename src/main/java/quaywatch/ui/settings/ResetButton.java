package quaywatch.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;

/** The way back to the defaults, which asks first: the button makes room for two answers, and Esc is the careful one. */
final class ResetButton extends HBox {

    private final Button ask;
    private final Button keep;
    private final Button back;

    ResetButton(Runnable reset, Words words) {
        getStyleClass().add("settings-answers");
        ask = Controls.button("reset", MaterialDesignR.RESTART, words.get("ui.settings.reset.ask"), this::ask);
        keep = Controls.button("keep-settings", MaterialDesignR.RESTART, words.get("ui.settings.reset.keep"), this::settle);
        back = Controls.button("do-reset", MaterialDesignR.RESTART, words.get("ui.settings.reset.do"), () -> {
            settle();
            reset.run();
        }, "danger-outline");
        keep.setGraphic(null);
        for (Button button : new Button[]{ask, keep, back}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(ask);
        setMinWidth(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void ask() {
        put(keep, back);
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
