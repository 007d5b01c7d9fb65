package quaywatch.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.Chart;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** What is wrong with a layout, one line for each flaw. The scene must have been laid out. FX thread. */
final class Flaws {

    /** Borders and fonts fall between pixels. */
    private static final double HAIR = 1;

    private final Parent root;

    Flaws(Parent root) {
        this.root = root;
    }

    List<String> all() {
        List<String> flaws = new ArrayList<>();
        seen().forEach(node -> {
            flaws.addAll(overlaps(node));
            flaws.addAll(clipped(node));
            flaws.addAll(cut(node));
        });
        return flaws;
    }

    /** A chart places its own parts, a combo box keeps a list in itself; the cells of a table are looked into only for what they say. */
    private Stream<Node> seen() {
        return Walk.visible(root, node -> node instanceof Chart || node instanceof ComboBoxBase);
    }

    // ---- overlapping

    /** Boxes and grids place side by side; a stack lays over each other on purpose. */
    private static List<String> overlaps(Node node) {
        boolean sideBySide = node instanceof Pane && !(node instanceof StackPane) && node.getClass() != Pane.class;
        if (!sideBySide || node instanceof CardLayer) {
            return List.of();
        }
        List<Node> children = ((Pane) node).getChildren().stream().filter(child -> child.isVisible() && child.isManaged()).toList();
        List<String> flaws = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            for (Node later : children.subList(i + 1, children.size())) {
                if (overlap(place(children.get(i)), place(later))) {
                    flaws.add("overlap: " + Walk.name(children.get(i)) + " and " + Walk.name(later));
                }
            }
        }
        return flaws;
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX()) > HAIR
                && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY()) > HAIR;
    }

    // ---- clipped

    /** Without shadows, in the parent's coordinates. */
    private static Bounds place(Node node) {
        return node.localToParent(node.getLayoutBounds());
    }

    private List<String> clipped(Node node) {
        Parent parent = node.getParent();
        if (node == root || parent == null || !node.isManaged() || scrolls(node)) {
            return List.of();
        }
        Bounds place = place(node);
        Bounds room = parent.getLayoutBounds();
        boolean inside = place.getMinX() >= room.getMinX() - HAIR && place.getMaxX() <= room.getMaxX() + HAIR
                && place.getMinY() >= room.getMinY() - HAIR && place.getMaxY() <= room.getMaxY() + HAIR;
        return inside ? List.of() : List.of("clipped: " + Walk.name(node) + " at " + text(place) + " in " + text(room));
    }

    /** What lies in something that scrolls may be larger; and a table cuts its cells. */
    private static boolean scrolls(Node node) {
        boolean content = Stream.<Class<?>>of(TableView.class, IndexedCell.class).anyMatch(type -> Walk.isBelow(node, type))
                && !Walk.isBelow(node, EmptyState.class);
        return content || Walk.isBelow(node, ScrollPane.class) && (isViewport(node.getParent()) || isViewport(node.getParent().getParent()))
                || node instanceof Text && node.getParent() instanceof Pane;
    }

    private static boolean isViewport(Node node) {
        return node.getStyleClass().contains("viewport");
    }

    private static String text(Bounds at) {
        return String.format(Locale.ROOT, "%.0f,%.0f %.0fx%.0f", at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }

    // ---- cut

    private static List<String> cut(Node node) {
        return switch (node) {
            case TableCell<?, ?> cell -> {
                pointAt(cell);
                yield cut((Labeled) cell);
            }
            case IndexedCell<?> _ -> List.of();
            case Labeled labeled when Walk.isBelow(labeled, IndexedCell.class) -> List.of();
            case Labeled labeled -> cut(labeled);
            case TextField field when field.getText().isEmpty() && field.getPromptText() != null -> prompt(field);
            default -> List.of();
        };
    }

    /** A cell finds out whether it is cut only then. */
    static void pointAt(Node node) {
        Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, MouseButton.NONE, 0, false, false, false, false, false,
                false, false, true, false, true, null));
    }

    private static List<String> cut(Labeled labeled) {
        String whole = labeled.getText();
        boolean inside = labeled.getChildrenUnmodifiable().stream().anyMatch(Labeled.class::isInstance);
        boolean shown = !inside && whole != null && !whole.isEmpty() && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
        List<Text> texts = labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
        if (!shown || texts.stream().anyMatch(text -> text.getText().equals(whole))) {
            return List.of();
        }
        return Walk.tooltip(labeled).filter(said -> said.contains(whole)).isPresent()
                ? List.of()
                : List.of("cut: " + Walk.name(labeled) + " to " + texts.stream().map(text -> "'" + text.getText() + "'").toList());
    }

    /** A prompt is not shortened but cut off. */
    private static List<String> prompt(TextField field) {
        return field.lookupAll(".text").stream().filter(node -> node instanceof Text text && text.getText().equals(field.getPromptText()))
                .filter(text -> text.getLayoutBounds().getWidth() > text.getParent().getLayoutBounds().getWidth() + HAIR)
                .map(text -> "cut: the prompt of " + Walk.name(field)).toList();
    }
}
