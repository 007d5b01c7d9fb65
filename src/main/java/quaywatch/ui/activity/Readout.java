package quaywatch.ui.activity;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import quaywatch.ui.kit.Controls;

/** What one moment had, in words, beside the pointer. */
final class Readout extends VBox {

    private static final double APART = 12;

    private final Label time = Controls.label("", "readout-time");
    private final Label flows = Controls.label("", "readout-text");
    private final Label sockets = Controls.label("", "readout-text");

    Readout() {
        setId("activity-readout");
        getStyleClass().addAll("popover-card", "readout");
        setMouseTransparent(true);
        Controls.show(this, false);
        setManaged(false);
        getChildren().addAll(time, flows, sockets);
    }

    void show(String moment, List<String> moved, String states, String turnover) {
        time.setText(moment);
        flows.setText(String.join("\n", moved));
        sockets.setText(states.replace(", ", "\n") + "\n" + turnover);
        setVisible(true);
    }

    /** Beside a place in a node, at the side with more room. */
    void place(Node beside, double x) {
        Bounds bounds = beside.getBoundsInParent();
        applyCss();
        double width = Math.ceil(prefWidth(-1));
        double height = Math.ceil(prefHeight(width));
        boolean right = x < bounds.getWidth() / 2;
        double left = bounds.getMinX() + x + (right ? APART : -APART - width);
        resizeRelocate(Math.rint(left), Math.rint(bounds.getMinY() + 3 * APART), width, height);
    }
}
