package quaywatch.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import quaywatch.ui.kit.Controls;

/** A name and a value. */
final class FactRow extends HBox {

    private final Label name = Controls.label("", "fact-name");
    private final Label value = Controls.telling(Controls.label("", "fact-value"));

    FactRow() {
        super();
        getStyleClass().addAll("gap-8", "fact");
        setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(name, value);
    }

    void show(String newName, String newValue) {
        name.setText(newName);
        value.setText(newValue);
    }
}
