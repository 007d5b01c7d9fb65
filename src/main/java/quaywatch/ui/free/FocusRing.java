package quaywatch.ui.free;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyEvent;

/** Keeps the focus inside the dialog: Tab and the arrows go round its buttons and choices, for what lies below can't be reached while it is open. */
final class FocusRing {

    private final Parent part;

    FocusRing(Parent part) {
        this.part = part;
        part.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case TAB -> move(event.isShiftDown() ? -1 : 1);
            case RIGHT, DOWN -> take(1);
            case LEFT, UP -> take(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The arrows choose what they come to, as in any group of choices; Tab only goes there. */
    private void take(int step) {
        move(step);
        if (part.getScene() != null && part.getScene().getFocusOwner() instanceof RadioButton choice) {
            choice.setSelected(true);
        }
    }

    /** Puts the focus on a part that was made anew. */
    void focus(String selector) {
        part.applyCss();
        Node found = part.lookup(selector);
        if (found != null) {
            found.requestFocus();
        }
    }

    private void move(int step) {
        List<Node> stops = buttons();
        if (!stops.isEmpty() && part.getScene() != null) {
            int at = stops.indexOf(part.getScene().getFocusOwner());
            stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
        }
    }

    /** Puts the focus on the default button; without one, on the last. */
    void start() {
        // A button hears keys only once it has its skin. Left to the next drawing, a key that comes before that would be lost.
        part.applyCss();
        List<Node> stops = buttons();
        Optional<Node> first = stops.stream().filter(node -> node instanceof Button button && button.isDefaultButton()).findFirst();
        first.or(() -> stops.isEmpty() ? Optional.empty() : Optional.of(stops.getLast())).ifPresent(Node::requestFocus);
    }

    private List<Node> buttons() {
        return Stream.of(".radio-button", ".button").flatMap(style -> part.lookupAll(style).stream()).filter(Node::isFocusTraversable)
                .toList();
    }
}
