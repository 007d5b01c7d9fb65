package quaywatch.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the focus inside the dialog: Tab and the arrows go round its controls, for what lies below can't be reached while it is
 * open.
 */
public final class FocusRing {

    private final Parent part;

    public FocusRing(Parent part) {
        this.part = part;
        part.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case TAB -> event.isShiftDown() ? -1 : 1;
            case RIGHT, DOWN -> arrowsAreOurs(event) ? 1 : 0;
            case LEFT, UP -> arrowsAreOurs(event) ? -1 : 0;
            default -> 0;
        };
        if (step != 0) {
            move(step);
            if (event.getCode() != KeyCode.TAB) {
                choose();
            }
            event.consume();
        }
    }

    /** Arrows have a meaning of their own in a text, and among buttons of which one is pressed. */
    private static boolean arrowsAreOurs(KeyEvent event) {
        return !(event.getTarget() instanceof TextInputControl)
                && (!(event.getTarget() instanceof ToggleButton) || event.getTarget() instanceof RadioButton);
    }

    /** The arrows choose what they come to, as in any group of choices; Tab only goes there. */
    private void choose() {
        if (part.getScene() != null && part.getScene().getFocusOwner() instanceof RadioButton choice) {
            choice.setSelected(true);
        }
    }

    /** Enter on a choice gives the default answer, as it does everywhere else but on a button; false if the focus is on no choice. */
    public boolean answer() {
        boolean chosen = part.getScene() != null && part.getScene().getFocusOwner() instanceof RadioButton;
        if (chosen) {
            stops().stream().filter(node -> node instanceof Button button && button.isDefaultButton()).findFirst()
                    .ifPresent(node -> ((Button) node).fire());
        }
        return chosen;
    }

    /** Puts the focus on a part that was made anew. */
    public void focus(String selector) {
        part.applyCss();
        Node found = part.lookup(selector);
        if (found != null) {
            found.requestFocus();
        }
    }

    private void move(int step) {
        List<Node> stops = stops();
        if (!stops.isEmpty() && part.getScene() != null) {
            int at = stops.indexOf(part.getScene().getFocusOwner());
            stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
        }
    }

    /** Puts the focus on the default button; without one, on the last. */
    public void start() {
        // A button hears keys only once it has its skin. Left to the next drawing, a key that comes before that would be lost.
        part.applyCss();
        List<Node> stops = stops();
        Optional<Node> first = stops.stream().filter(node -> node instanceof Button button && button.isDefaultButton()).findFirst();
        first.or(() -> stops.isEmpty() ? Optional.empty() : Optional.of(stops.getLast())).ifPresent(Node::requestFocus);
    }

    private List<Node> stops() {
        List<Node> stops = new ArrayList<>();
        collect(part, stops);
        return stops;
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled() && (node instanceof ButtonBase || node instanceof TextInputControl)) {
            into.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
