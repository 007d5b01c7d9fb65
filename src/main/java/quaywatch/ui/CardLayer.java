package quaywatch.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Lies over the window and holds one small card beside what it explains. A press anywhere else takes it away. */
final class CardLayer extends Pane {

    private static final double GAP = 6;
    private static final double EDGE = 12;

    private final Runnable left;

    /** @param left  called when a card that had the focus has gone, to put the focus back */
    CardLayer(Runnable left) {
        this.left = left;
        setPickOnBounds(false);
        setVisible(false);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                    if (isVisible() && !contains(event)) {
                        hideCard();
                    }
                });
            }
        });
    }

    private boolean contains(MouseEvent event) {
        return getChildren().stream()
                .anyMatch(card -> card.localToScene(card.getBoundsInLocal()).contains(event.getSceneX(), event.getSceneY()));
    }

    /** Shows a card below the anchor, or above it where there is no room. */
    void show(Region card, Node anchor) {
        getChildren().setAll(card);
        setVisible(true);
        card.applyCss();
        double width = Math.min(card.prefWidth(-1), getWidth() - 2 * EDGE);
        double height = Math.min(card.prefHeight(width), getHeight() - 2 * EDGE);
        card.resize(width, height);
        Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        boolean below = at.getMaxY() + GAP + height + EDGE <= getHeight();
        double y = below ? at.getMaxY() + GAP : Math.max(EDGE, at.getMinY() - GAP - height);
        card.relocate(Math.clamp(at.getMinX(), EDGE, Math.max(EDGE, getWidth() - width - EDGE)), y);
    }

    void hideCard() {
        boolean focused = isFocusWithin();
        setVisible(false);
        getChildren().clear();
        if (focused) {
            left.run();
        }
    }
}
