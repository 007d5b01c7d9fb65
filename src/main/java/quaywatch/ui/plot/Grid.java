package quaywatch.ui.plot;

import java.time.ZoneId;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * What values are read against: lines at round values and round times, and what these are.
 *
 * @param now    the word at the right end of the time
 * @param label  what stands beside a value
 */
record Grid(Ink ink, ZoneId zone, String now, DoubleFunction<String> label) {

    /** Draws the lines from one place to another; bare is without those of the time. */
    void lines(GraphicsContext g, Ground ground, Scale scale, boolean bare, double left, double right) {
        g.setLineWidth(1);
        for (int line = -scale.below(); line <= scale.above(); line++) {
            g.setStroke(ink.color(line == 0 ? "-color-border-default" : "-qw-hairline"));
            double y = Math.floor(scale.y(line * scale.step(), ground.height())) + 0.5;
            g.strokeLine(left, y, right, y);
        }
        int step = ground.step(ink.size());
        g.setStroke(ink.color("-qw-hairline"));
        for (double time = Math.ceil(ground.from() / step) * step; time < ground.to(); time += step) {
            double x = Math.floor(ground.x(time)) + 0.5;
            if (!bare && x >= left && x <= right) {
                g.strokeLine(x, 0, x, ground.height());
            }
        }
    }

    /** Draws the labels of all lines, beside the ground and below it. */
    void labels(GraphicsContext g, Ground ground, Scale scale) {
        g.setFill(ink.color("-color-fg-muted"));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        // Labels that stand closer than this would touch.
        int every = (int) Math.max(1, Math.ceil(ink.px(13) * (scale.above() + scale.below()) / ground.height()));
        for (int line = -scale.below(); line <= scale.above(); line++) {
            if (line % every == 0) {
                g.fillText(label.apply(line * scale.step()), ground.left() - ink.px(7), scale.y(line * scale.step(), ground.height()));
            }
        }
        times(g, ground);
    }

    private void times(GraphicsContext g, Ground ground) {
        int step = ground.step(ink.size());
        double y = ground.height() + ink.px(11);
        double right = ground.left() + ground.width();
        g.setTextAlign(TextAlignment.RIGHT);
        String last = Ground.label(ground.to(), step, zone) + " " + now;
        g.fillText(last, right, y);
        double free = right - (last.length() + 1) * ink.size() * 0.62;
        for (double time = Math.ceil(ground.from() / step) * step; time < ground.to(); time += step) {
            String text = Ground.label(time, step, zone);
            double half = text.length() * ink.size() * 0.31;
            boolean first = ground.x(time) - half < ground.left();
            double x = first ? ground.left() : ground.x(time);
            if (x + (first ? 2 * half : half) < free) {
                g.setTextAlign(first ? TextAlignment.LEFT : TextAlignment.CENTER);
                g.fillText(text, x, y);
            }
        }
    }
}
