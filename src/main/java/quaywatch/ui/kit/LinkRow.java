package quaywatch.ui.kit;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/** A row that leads somewhere, by click or Enter. It keeps its place and its focus while what it shows changes. */
public abstract class LinkRow<T> extends Button {

    private final HBox content = new HBox();
    private @Nullable T shown;

    @SuppressWarnings("this-escape") // what it is handed to asks it nothing before it is shown
    protected LinkRow(String id, Node... parts) {
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
        setOnAction(_ -> shown().ifPresent(this::go));
    }

    /** What it shows; empty before the first. */
    protected final Optional<T> shown() {
        return Optional.ofNullable(shown);
    }

    public final void show(T value) {
        if (!value.equals(shown)) {
            shown = value;
            String name = fill(value);
            setAccessibleText(name);
            getTooltip().setText(name);
        }
    }

    /** Shows a value; what it is and where it leads, in words. */
    protected abstract String fill(T value);

    protected abstract void go(T value);
}
