package quaywatch.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Colours of the style sheets for what is painted on a canvas: the theme files stay the only place that says what a name looks like.
 * Each name is an invisible child whose background the sheets fill.
 */
public final class ThemeColors {

    private final Map<String, Region> samples = new HashMap<>();

    /**
     * @param owner    the pane that paints; gets one invisible child
     * @param changed  called when a colour has changed
     * @param names    the names that will be asked for, such as {@code -qw-in}
     */
    public ThemeColors(Pane owner, Runnable changed, String... names) {
        Pane palette = new Pane();
        palette.setManaged(false);
        palette.setVisible(false);
        for (String name : names) {
            Region sample = new Region();
            sample.setStyle("-fx-background-color: " + name);
            sample.backgroundProperty().addListener((_, _, _) -> changed.run());
            samples.put(name, sample);
            palette.getChildren().add(sample);
        }
        owner.getChildren().add(palette);
    }

    /** The colour of a name; transparent until the sheets have been applied. */
    public Color get(String name) {
        Background background = Objects.requireNonNull(samples.get(name), name).getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.TRANSPARENT
                : (Color) background.getFills().getFirst().getFill();
    }
}
