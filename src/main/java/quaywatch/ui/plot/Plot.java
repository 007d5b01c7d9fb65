package quaywatch.ui.plot;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import quaywatch.ui.kit.ThemeColors;
import quaywatch.view.Stretch;

/**
 * A plot over time. It draws when it is told to, while it is to be seen; what lies outside the brush is faded. Lengths follow the size of its
 * labels, which the style sheets set. FX thread only.
 */
public abstract class Plot extends Pane {

    /** How much is left of what lies outside the brush. */
    private static final double FADED = 0.45;
    /** On the accent. */
    private static final String FLAGGED = "-color-fg-emphasis";
    private static final double BRUSHED = 0.1;
    /** How much the names of the sides cover of what is below them. */
    private static final double SIDE = 0.85;
    private static final double LEFT = 48;
    private static final double RIGHT = 16;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;

    private final Canvas canvas = new Canvas();
    private final ZoneId zone;
    private boolean bare;
    private final Ink ink;
    private final Grid grid;
    private Ground ground = new Ground(0, 1, 0, 1, 1);
    private double from;
    private double to = 1;
    private @Nullable Stretch brush;
    private double pointed = Double.NaN;
    private boolean flagged;
    private String above = "";
    private String below = "";
    private int drawings;

    /**
     * @param id      of the node
     * @param name    what it shows, for those who can't see it
     * @param now     the word at the right end of the time
     * @param colors  names of the colours it draws in
     */
    Plot(String id, String name, ZoneId zone, String now, String... colors) {
        this.zone = zone;
        setId(id);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getStyleClass().add("plot");
        // Never seen; the style sheets give it the font of the labels.
        Label letters = new Label();
        letters.getStyleClass().add("plot-letters");
        letters.setManaged(false);
        letters.setVisible(false);
        getChildren().addAll(canvas, letters);
        this.ink = new Ink(new ThemeColors(this, this::redraw,
                Stream.concat(Arrays.stream(colors), Stream.of("-qw-faint", "-qw-hairline", "-color-fg-muted", "-color-border-default",
                        "-color-bg-default", "-color-accent-emphasis", FLAGGED)).distinct().toArray(String[]::new)),
                letters);
        this.grid = new Grid(ink, zone, now, this::label);
        setMinSize(0, 0);
    }

    // ---- what to show

    /** The time to show, in seconds since 1970, the later one after the other. Drawn with {@link #redraw}. */
    public void setTime(double newFrom, double newTo) {
        from = newFrom;
        to = newTo;
    }

    /** Whether labels and the lines of the time are left out. */
    public void setBare(boolean on) {
        bare = on;
    }

    /** What is brushed; null for nothing. */
    public void setBrush(@Nullable Stretch newBrush) {
        brush = newBrush;
    }

    /** Whether the times of the brush stand above it. */
    public void setFlagged(boolean on) {
        flagged = on;
    }

    /** What the two sides of the axis stand for; empty for nothing. */
    public void setSides(String newAbove, String newBelow) {
        above = newAbove;
        below = newBelow;
    }

    /** The moment that is pointed at, in seconds since 1970; NaN for none. */
    public void setPointed(double time) {
        pointed = time;
    }

    /** Draws what it was told last, if it can be seen now. */
    public void redraw() {
        if (canBeSeen() && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            drawings++;
            draw();
        }
    }

    /** How often it has drawn. */
    public int drawings() {
        return drawings;
    }

    private boolean canBeSeen() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        // A scene without a window is there to have its picture taken.
        boolean closed = window != null && (!window.isShowing() || window instanceof Stage stage && stage.isIconified());
        return scene != null && !closed && isVisible();
    }

    /** The moment at a place of this pane. */
    public double timeAt(double x) {
        return ground.time(x);
    }

    /** The place of a moment in this pane. */
    public double placeOf(double time) {
        return ground.x(time);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            redraw();
        }
    }

    // ---- drawing

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double top = px(bare ? 1 : TOP);
        ground = new Ground(from, to, bare ? 0 : px(LEFT), Math.max(1, getWidth() - (bare ? 0 : px(LEFT + RIGHT))),
                Math.max(1, getHeight() - top - (bare ? 1 : px(BOTTOM))));
        g.clearRect(0, 0, getWidth(), getHeight());
        g.save();
        g.translate(0, top);
        g.setFont(ink.font());
        Scale scale = scale(from, to);
        grid.lines(g, ground, scale, bare, ground.left(), ground.left() + ground.width());
        if (!bare) {
            grid.labels(g, ground, scale);
        }
        content(g, scale);
        side(g, above, px(11));
        side(g, below, ground.height() - px(11));
        pointer(g);
        g.restore();
    }

    private void content(GraphicsContext g, Scale scale) {
        Stretch brushed = brush;
        g.save();
        clip(g, ground.left(), ground.left() + ground.width());
        g.setGlobalAlpha(brushed == null ? 1 : FADED);
        data(g, ground, scale);
        g.restore();
        if (brushed != null) {
            brushed(g, scale, Points.seconds(brushed.from()), Points.seconds(brushed.to()));
            if (flagged) {
                flag(g, brushed);
            }
        }
    }

    private void brushed(GraphicsContext g, Scale scale, double begin, double end) {
        // A clip that is not of whole pixels takes the toolkit another way, on which what is drawn twice stays faint.
        double left = Math.rint(Math.max(ground.left(), ground.x(begin)));
        double right = Math.rint(Math.min(ground.left() + ground.width(), ground.x(end)));
        if (right <= left) {
            return;
        }
        g.save();
        clip(g, left, right);
        g.setFill(color("-color-bg-default"));
        g.fillRect(left, 0, right - left, ground.height());
        grid.lines(g, ground, scale, bare, left, right);
        g.setGlobalAlpha(BRUSHED);
        g.setFill(color("-color-accent-emphasis"));
        g.fillRect(left, 0, right - left, ground.height());
        g.setGlobalAlpha(1);
        data(g, ground, scale);
        g.restore();
        g.setFill(color("-color-accent-emphasis"));
        for (double edge : new double[]{ground.x(begin), ground.x(end)}) {
            if (edge >= left - 1 && edge <= right + 1) {
                g.fillRect(Math.rint(edge) - 1, 0, 2, ground.height());
                g.fillRoundRect(Math.rint(edge) - px(3), ground.height() / 2 - px(8), px(6), px(16), px(6), px(6));
            }
        }
    }

    /** What is brushed, above it. */
    private void flag(GraphicsContext g, Stretch brushed) {
        String text = brushed.text(zone);
        double width = (text.length() + 2) * ink.size() * 0.6;
        double middle = (ground.x(Points.seconds(brushed.from())) + ground.x(Points.seconds(brushed.to()))) / 2;
        double left = Math
                .rint(Math.clamp(middle - width / 2, ground.left(), Math.max(ground.left(), ground.left() + ground.width() - width)));
        g.setFill(color("-color-accent-emphasis"));
        g.fillRoundRect(left, 0, width, px(18), px(6), px(6));
        g.setFill(color(FLAGGED));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, left + width / 2, px(9));
    }

    /** In its corner, on the ground of the window: what is drawn there may be high. */
    private void side(GraphicsContext g, String text, double middle) {
        if (!text.isEmpty()) {
            g.setGlobalAlpha(SIDE);
            g.setFill(color("-color-bg-default"));
            g.fillRoundRect(ground.left() + px(6), middle - px(8), (text.length() + 1) * ink.size() * 0.6, px(16), px(6), px(6));
            g.setGlobalAlpha(1);
            g.setFill(color("-color-fg-muted"));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(text, ground.left() + px(9), middle);
        }
    }

    private void clip(GraphicsContext g, double left, double right) {
        g.beginPath();
        g.rect(left, 0, right - left, ground.height());
        g.clip();
    }

    private void pointer(GraphicsContext g) {
        if (pointed >= from && pointed <= to) {
            g.setStroke(color("-color-fg-muted"));
            g.setLineWidth(1);
            double x = Math.floor(ground.x(pointed)) + 0.5;
            g.strokeLine(x, 0, x, ground.height());
        }
    }

    /** What the values are drawn against. */
    abstract Scale scale(double begin, double end);

    /** What stands beside a line of the grid. */
    abstract String label(double value);

    /** Draws the values. */
    abstract void data(GraphicsContext g, Ground area, Scale scale);

    /** Pixels for a figure of the design. */
    final double px(double figure) {
        return ink.px(figure);
    }

    final Color color(String name) {
        return ink.color(name);
    }
}
