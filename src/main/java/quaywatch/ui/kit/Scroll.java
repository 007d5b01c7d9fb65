package quaywatch.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/** A pane to scroll in that keeps no picture of what it shows: the toolkit's own keeps one of megabytes, and draws it anew whenever anything changes. */
public class Scroll extends ScrollPane {

    public Scroll() {}

    public Scroll(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildrenUnmodifiable().stream().filter(node -> node.getStyleClass().contains("viewport")).forEach(view -> view.setCache(false));
        return skin;
    }
}
