package quaywatch.ui.header;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** A filter that is kept: its title and, quieter, its query; filters by it. */
final class SavedLine extends Button {

    static final String STYLE = "saved-line";

    private static final int LONGEST = 60;

    /** @param use  filters by the query */
    SavedLine(String id, String title, String query, Words words, Consumer<String> use) {
        Label what = Controls.shrinking(Controls.label(Visible.shortened(query, LONGEST), "secondary", "mono"));
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAlignment(Pos.CENTER_RIGHT);
        HBox texts = Controls.row(12, Controls.whole(Controls.label(Visible.shortened(title, LONGEST / 2))), what);
        texts.setAlignment(Pos.CENTER_LEFT);
        setGraphic(texts);
        Controls.named(this, id, title + ": " + query);
        texts.prefWidthProperty().bind(widthProperty().subtract(16));
        getStyleClass().add(STYLE);
        setMaxWidth(Double.MAX_VALUE);
        getTooltip().setText(words.get("ui.saved.use", query));
        setOnAction(_ -> use.accept(query));
    }
}
