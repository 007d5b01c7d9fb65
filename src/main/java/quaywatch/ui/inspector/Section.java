package quaywatch.ui.inspector;

import java.util.Collection;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import quaywatch.ui.kit.Controls;

/** A part of the inspector: a head, and what stands below it. Takes no room while there is nothing to say. */
class Section extends VBox {

    private final Label count = Controls.label("", "secondary");
    private final VBox content = new VBox();

    Section(String id, String title, Node... beside) {
        setId(id);
        HBox head = Controls.row(5, Controls.label(title, "section-head"), count, Controls.spacer());
        head.getChildren().addAll(beside);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("section");
        getChildren().addAll(head, content);
    }

    /** What stands behind the title. */
    final void count(String text) {
        count.setText(text);
    }

    final void add(Node... nodes) {
        content.getChildren().addAll(nodes);
    }

    /** What stands below the head, to be changed. */
    final ObservableList<Node> rows() {
        return content.getChildren();
    }

    final void rows(Collection<? extends Node> nodes) {
        if (!content.getChildren().equals(nodes)) {
            content.getChildren().setAll(nodes);
        }
    }

    /** A text of several lines. */
    static Label prose(String... styles) {
        Label label = Controls.label("", styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
