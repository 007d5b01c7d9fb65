package quaywatch.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.ui.theme.Icons;

/** One term of the query, with a button that takes it away. The part before the colon is tinted. */
public final class Chip extends HBox {

    /** A chip that can be removed; {@code removeText} names the action for tooltip and screen reader. */
    public Chip(String term, String removeText, Runnable remove) {
        this(term);
        getStyleClass().remove("plain");
        Button cross = new Button(null, Icons.of(MaterialDesignC.CLOSE));
        cross.getStyleClass().add("chip-remove");
        cross.setAccessibleText(removeText);
        cross.setTooltip(new Tooltip(removeText));
        cross.setFocusTraversable(false);
        cross.setOnAction(_ -> remove.run());
        getChildren().add(cross);
    }

    /** A chip that only shows. */
    public Chip(String term) {
        getStyleClass().addAll("chip", "plain");
        int colon = term.indexOf(':');
        if (colon > 0) {
            Label field = Controls.whole(new Label(term.substring(0, colon + 1)));
            field.getStyleClass().add("chip-field");
            getChildren().add(field);
        }
        getChildren().add(Controls.shrinking(new Label(term.substring(colon > 0 ? colon + 1 : 0))));
        setSpacing(0);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(term);
        Tooltip.install(this, new Tooltip(term));
    }
}
