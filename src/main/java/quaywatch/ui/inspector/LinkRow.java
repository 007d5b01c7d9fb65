package quaywatch.ui.inspector;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import quaywatch.ui.kit.Controls;

/** A row that leads somewhere, by click or Enter. It keeps its place and its focus while what it shows changes. */
abstract class LinkRow<T> extends Button {

    private final HBox content = new HBox();
    private @Nullable T shown;

    LinkRow(String id, Node... parts) {
        getStyleClass().setAll("list-row");
        content.getStyleClass().add("list-row-content");
        content.getChildren().addAll(parts);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        content.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, getWidth() - getInsets().getLeft() - getInsets().getRight()), widthProperty(), insetsProperty()));
        setGraphic(content);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setPrefWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        Controls.named(this, id, "");
        setOnAction(_ -> {
            if (shown != null) {
                go(shown);
            }
        });
    }

    final void show(T value) {
        if (!value.equals(shown)) {
            shown = value;
            String name = fill(value);
            setAccessibleText(name);
            getTooltip().setText(name);
        }
    }

    /** Shows a value; what it is and where it leads, in words. */
    abstract String fill(T value);

    abstract void go(T value);
}
