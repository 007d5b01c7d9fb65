package quaywatch.ui;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import quaywatch.ui.theme.Sizes;

/** Lies over the window and holds one small card beside what it explains. A press anywhere else takes it away. */
final class CardLayer extends Pane {

    private static final double GAP = 6;
    private static final double EDGE = 12;

    private final ObservableValue<Sizes> sizes;
    private final Runnable left;

    /** @param left  called when a card that had the focus has gone, to put the focus back */
    CardLayer(ObservableValue<Sizes> sizes, Runnable left) {
        this.sizes = sizes;
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
        double gap = sizes.getValue().of(GAP);
        double edge = sizes.getValue().of(EDGE);
        // Layout gives it what it prefers, up to this.
        card.setMaxHeight(getHeight() - 2 * edge);
        card.setMaxWidth(getWidth() - 2 * edge);
        double width = Math.min(card.prefWidth(-1), card.getMaxWidth());
        double height = Math.min(card.prefHeight(width), card.getMaxHeight());
        card.resize(width, height);
        Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        boolean below = at.getMaxY() + gap + height + edge <= getHeight();
        double y = below ? at.getMaxY() + gap : Math.max(edge, at.getMinY() - gap - height);
        card.relocate(Math.clamp(at.getMinX(), edge, Math.max(edge, getWidth() - width - edge)), y);
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
