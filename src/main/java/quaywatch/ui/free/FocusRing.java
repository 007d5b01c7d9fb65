package quaywatch.ui.free;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/** Keeps the focus inside the dialog: Tab and the arrows go round its buttons, for what lies below can't be reached while it is open. */
final class FocusRing {

    private final Parent part;

    FocusRing(Parent part) {
        this.part = part;
        part.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case TAB -> move(event.isShiftDown() ? -1 : 1);
            case RIGHT, DOWN -> move(1);
            case LEFT, UP -> move(-1);
            default -> {
                return;
            }
        }
        event.consume();
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
        return part.lookupAll(".button").stream().filter(Node::isFocusTraversable).toList();
    }
}
