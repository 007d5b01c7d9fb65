package quaywatch.ui;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Goes through the scene graph as far as it can be seen. FX thread. */
final class Walk {

    /** Where {@link Tooltip#install} keeps what it installs. */
    private static final String INSTALLED = "javafx.scene.control.Tooltip";

    private Walk() {}

    /** The node and all below it that are visible, but nothing below a node where {@code end} holds. */
    static Stream<Node> visible(Node from, Predicate<Node> end) {
        if (!from.isVisible() || from.getOpacity() == 0) {
            return Stream.empty();
        }
        Stream<Node> below = from instanceof Parent parent && !end.test(from)
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> visible(child, end))
                : Stream.empty();
        return Stream.concat(Stream.of(from), below);
    }

    static boolean isBelow(Node node, Class<?> type) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (type.isInstance(above)) {
                return true;
            }
        }
        return false;
    }

    /** What appears when the pointer rests on the node or on what holds it. */
    static Optional<String> tooltip(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            Tooltip tooltip = at instanceof Control control && control.getTooltip() != null
                    ? control.getTooltip()
                    : (Tooltip) at.getProperties().get(INSTALLED);
            if (tooltip != null && tooltip.getText() != null && !tooltip.getText().isBlank()) {
                return Optional.of(tooltip.getText());
            }
        }
        return Optional.empty();
    }

    /** How a failing test calls the node. */
    static String name(Node node) {
        StringBuilder name = new StringBuilder();
        for (Node at = node; at != null; at = at.getParent()) {
            boolean telling = at == node || at.getId() != null;
            if (telling) {
                name.insert(0, (name.isEmpty() ? "" : " < ")).insert(0, own(at));
            }
        }
        return name.toString();
    }

    private static String own(Node node) {
        String text = node instanceof Labeled labeled && labeled.getText() != null ? "'" + labeled.getText() + "'" : "";
        String style = node.getStyleClass().isEmpty() ? "" : "." + String.join(".", node.getStyleClass());
        return node.getClass().getSimpleName() + (node.getId() == null ? style : "#" + node.getId()) + text;
    }
}
