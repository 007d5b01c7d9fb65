package quaywatch.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keeps Tab inside a card: what lies below can't be reached while it is open. */
public final class TabRing {

    private TabRing() {}

    public static void keep(Parent card) {
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                step(card, event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    private static void step(Parent card, int by) {
        List<Node> stops = card.lookupAll("*").stream().filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled() && node.isVisible()).toList();
        if (card.getScene() != null && !stops.isEmpty()) {
            stops.get(Math.floorMod(stops.indexOf(card.getScene().getFocusOwner()) + by, stops.size())).requestFocus();
        }
    }
}
