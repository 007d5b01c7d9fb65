package quaywatch.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.kit.Scroll;

/** The list of keys: what {@link Key} has, place by place. */
final class KeysCard extends VBox {

    private static final double STEP = 0.5;

    private final Words words;
    private final ScrollPane scroll;
    private final Button close;

    /** @param hide  takes the card away */
    KeysCard(Words words, Runnable hide) {
        this.words = words;
        setId("keys-card");
        setAccessibleText(words.get("ui.keys.title"));
        getStyleClass().addAll("popover-card", "keys-card");
        close = Controls.iconButton("close-keys", MaterialDesignC.CLOSE, words.get("ui.close"), hide);
        HBox head = new HBox(Controls.label(words.get("ui.keys.title"), "inspector-title"), Controls.spacer(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox columns = new HBox(column(Key.Place.EVERYWHERE, Key.Place.HEADER, Key.Place.SAVED, Key.Place.COLUMNS, Key.Place.DIALOG),
                column(Key.Place.TABLE, Key.Place.MAP, Key.Place.ACTIVITY, Key.Place.RANKS));
        columns.getStyleClass().add("keys-columns");
        scroll = new Scroll(columns);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Puts the focus on the one button: Esc works from there, and so do the keys that scroll. */
    void start() {
        applyCss();
        close.requestFocus();
    }

    private VBox column(Key.Place... places) {
        VBox column = new VBox();
        column.getStyleClass().add("keys-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        for (Key.Place place : places) {
            column.getChildren().add(Controls.label(words.of("ui.keys.place", place), "section-head"));
            Key.of(place).forEach(key -> column.getChildren().add(row(key)));
        }
        return column;
    }

    private HBox row(Key key) {
        Label what = Controls.telling(Controls.label(words.of("ui.keys", key)));
        HBox row = new HBox(what, Controls.spacer());
        key.names().forEach(name -> row.getChildren().add(Controls.key(name)));
        row.getStyleClass().add("keys-row");
        return row;
    }

    private void pressed(KeyEvent event) {
        if (Key.DOWN.matches(event)) {
            scroll.setVvalue(Math.min(1, scroll.getVvalue() + STEP));
        } else if (Key.UP.matches(event)) {
            scroll.setVvalue(Math.max(0, scroll.getVvalue() - STEP));
        } else if (event.getCode() != KeyCode.TAB) {
            return;
        }
        // Tab has nowhere else to go while the card is open.
        event.consume();
    }
}
