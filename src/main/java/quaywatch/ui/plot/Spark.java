package quaywatch.ui.plot;

import java.util.Arrays;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** A line without axes, as small as a word. It draws only where what it shows has changed by a pixel. FX thread only. */
public final class Spark extends Canvas {

    private static final double FILL = 0.18;
    private static final double HALF = 2;

    private final boolean filled;
    private int[] drawn = new int[0];
    private Paint color = Color.TRANSPARENT;
    private int drawings;

    /** @param filled  whether the room below the line is tinted: right for what there is more or less of */
    public Spark(boolean filled) {
        this.filled = filled;
    }

    /** How many values have room: one for each two pixels. */
    public int parts() {
        return (int) Math.max(2, getWidth() / 2);
    }

    /**
     * Draws the values.
     *
     * @param heights  from 0, the bottom, to 1; spread over the whole width
     */
    public void draw(double[] heights, Paint paint) {
        // Half pixels: finer is not seen.
        int[] levels = Arrays.stream(heights).mapToInt(height -> (int) Math.rint(height * HALF * (getHeight() - 2))).toArray();
        if (!Arrays.equals(levels, drawn) || !paint.equals(color)) {
            drawn = levels;
            color = paint;
            paint();
        }
    }

    /** What was drawn has gone with the size it had. */
    public void resize(double width, double height, Runnable redraw) {
        if (getWidth() != width || getHeight() != height) {
            setWidth(width);
            setHeight(height);
            drawn = new int[0];
            redraw.run();
        }
    }

    /** How often it has drawn. */
    public int drawings() {
        return drawings;
    }

    private void paint() {
        drawings++;
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        double[] x = new double[drawn.length + 2];
        double[] y = new double[drawn.length + 2];
        for (int i = 0; i < drawn.length; i++) {
            x[i] = getWidth() * i / Math.max(1, drawn.length - 1);
            y[i] = getHeight() - 1 - drawn[i] / HALF;
        }
        x[drawn.length] = getWidth();
        y[drawn.length] = getHeight();
        x[drawn.length + 1] = 0;
        y[drawn.length + 1] = getHeight();
        g.setFill(color);
        g.setStroke(color);
        g.setGlobalAlpha(filled ? FILL : 0);
        g.fillPolygon(x, y, x.length);
        g.setGlobalAlpha(1);
        g.setLineWidth(1.2);
        g.strokePolyline(x, y, drawn.length);
    }
}
