package quaywatch.ui.table;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** One column in the list of all: whether it is shown, and buttons for its place and width. Keys do the same from its box. */
final class ColumnLine extends HBox {

    private final String column;
    private final ColumnsViewModel model;
    private final CheckBox box;
    private final Label noRoom;
    private final Button narrower;
    private final Button wider;
    private final Button earlier;
    private final Button later;

    ColumnLine(String column, String title, ColumnsViewModel model, Words words) {
        this.column = column;
        this.model = model;
        getStyleClass().add("column-line");
        setAlignment(Pos.CENTER_LEFT);
        box = Controls.named(new CheckBox(title), "column-" + column, title);
        box.setMnemonicParsing(false);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(_ -> {
            model.toggle(column);
            show();
        });
        noRoom = Controls.label(words.get("ui.columns.noroom"), "secondary");
        narrower = button("narrower", MaterialDesignA.ARROW_COLLAPSE_HORIZONTAL, words.get("ui.columns.narrower", title),
                () -> model.widen(column, -1));
        wider = button("wider", MaterialDesignA.ARROW_EXPAND_HORIZONTAL, words.get("ui.columns.wider", title),
                () -> model.widen(column, 1));
        earlier = button("earlier", MaterialDesignC.CHEVRON_UP, words.get("ui.columns.earlier", title), () -> model.move(column, -1));
        later = button("later", MaterialDesignC.CHEVRON_DOWN, words.get("ui.columns.later", title), () -> model.move(column, 1));
        getChildren().addAll(box, noRoom, narrower, wider, earlier, later);
    }

    private Button button(String what, Ikon ikon, String name, Runnable action) {
        Button button = Controls.iconButton("column-" + column + "-" + what, ikon, name, action);
        button.getStyleClass().add("small");
        // Two dozen columns would be a hundred stops; the box has keys for all four.
        button.setFocusTraversable(false);
        return button;
    }

    String column() {
        return column;
    }

    void focus() {
        box.requestFocus();
    }

    /** As the view model has it now. */
    void show() {
        box.setSelected(model.isWanted(column));
        box.setDisable(false);
        Controls.show(noRoom, model.isWanted(column) && !model.isShown(column));
        narrower.setDisable(model.isFlexible(column));
        wider.setDisable(model.isFlexible(column));
        earlier.setDisable(model.choices().get().getFirst().id().equals(column));
        later.setDisable(model.choices().get().getLast().id().equals(column));
    }
}
