package quaywatch.ui.portmap;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import quaywatch.ui.kit.ThemeColors;
import quaywatch.view.PortUse;

/** The mark of a use by itself, as it stands on the map. */
final class MarkPicture extends StackPane {

    private static final int CELL = 2;

    private final PortUse use;
    private final ImageView view = new ImageView();
    private final ThemeColors colors;

    MarkPicture(PortUse use) {
        this.use = use;
        getStyleClass().add("map-mark");
        view.setSmooth(false);
        colors = new ThemeColors(this, this::paint, Palette.names());
        getChildren().add(view);
    }

    private void paint() {
        Sprite sprite = Sprite.of(use, CELL);
        int ink = Palette.of(colors).pixel(Palette.name(use));
        int[] pixels = new int[sprite.mask().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = sprite.mask()[i] == Sprite.INK ? ink : 0;
        }
        view.setImage(new WritableImage(
                new PixelBuffer<>(sprite.side(), sprite.side(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance())));
    }
}
