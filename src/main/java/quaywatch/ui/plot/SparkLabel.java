package quaywatch.ui.plot;

import java.util.function.IntFunction;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/** A spark of the size that the style sheets give it, in the colour of its text. FX thread only. */
public final class SparkLabel extends Label {

    private final Spark spark;
    private IntFunction<double[]> heights = double[]::new;

    /** @param filled  whether the room below the line is tinted */
    public SparkLabel(boolean filled, String style) {
        spark = new Spark(filled);
        setGraphic(spark);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add(style);
        // It takes the room there is, and not the one it had.
        setMinWidth(0);
        setPrefWidth(0);
        textFillProperty().addListener((_, _, _) -> draw());
    }

    /** Shows values from 0, the bottom, to 1; asked for as many as have room. */
    public void show(IntFunction<double[]> values) {
        heights = values;
        draw();
    }

    private void draw() {
        if (getHeight() > 0) {
            spark.draw(heights.apply(spark.parts()), getTextFill());
        }
    }

    @Override
    protected void layoutChildren() {
        spark.resize(Math.max(1, getWidth()), Math.max(1, getHeight()), this::draw);
        super.layoutChildren();
    }
}
