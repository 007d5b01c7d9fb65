package quaywatch.ui.activity;

import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import quaywatch.ui.kit.Key;
import quaywatch.ui.plot.Plot;

/** What mouse and keys do to the brush. All plots share one time, so it is the same in each. */
final class Gestures {

    /** A drag begins after so many pixels; less is a click. */
    private static final double SLACK = 4;

    private final ActivityViewModel model;
    private final DoubleConsumer pointed;
    private double pressed = Double.NaN;
    private double grip;
    private boolean dragging;

    /** @param pointed  hears at which second since 1970 the pointer is; NaN where it is at none */
    private Gestures(ActivityViewModel model, DoubleConsumer pointed) {
        this.model = model;
        this.pointed = pointed;
    }

    static void install(Node keys, List<? extends Plot> plots, ActivityViewModel model, DoubleConsumer pointed) {
        Gestures gestures = new Gestures(model, pointed);
        for (Plot plot : plots) {
            plot.setOnMousePressed(event -> gestures.press(plot, event, keys));
            plot.setOnMouseDragged(event -> gestures.drag(plot, event));
            plot.setOnMouseReleased(_ -> gestures.pressed = Double.NaN);
            plot.setOnMouseMoved(event -> pointed.accept(plot.timeAt(event.getX())));
            plot.setOnMouseExited(_ -> pointed.accept(Double.NaN));
        }
        keys.addEventHandler(KeyEvent.KEY_PRESSED, gestures::type);
    }

    /** At an edge of the brush the other edge is what the drag is measured from. */
    private void press(Plot plot, MouseEvent event, Node keys) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        keys.requestFocus();
        dragging = false;
        pressed = event.getX();
        grip = plot.timeAt(pressed);
        var brushed = model.brushed().getValue();
        if (brushed != null) {
            double begin = brushed.from().getEpochSecond();
            double end = brushed.to().getEpochSecond() - 0.5;
            if (Math.abs(plot.placeOf(begin) - pressed) <= SLACK) {
                grip = end;
                dragging = true;
            } else if (Math.abs(plot.placeOf(end + 0.5) - pressed) <= SLACK) {
                grip = begin;
                dragging = true;
            }
        }
    }

    private void drag(Plot plot, MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        dragging |= Math.abs(event.getX() - pressed) >= SLACK;
        if (dragging) {
            double time = plot.timeAt(event.getX());
            pointed.accept(time);
            model.brush(moment(grip), moment(time));
        }
    }

    private static Instant moment(double seconds) {
        return Instant.ofEpochMilli((long) (seconds * 1e3));
    }

    private void type(KeyEvent event) {
        if (Key.BRUSH_EARLIER.matches(event)) {
            model.move(false);
        } else if (Key.BRUSH_LATER.matches(event)) {
            model.move(true);
        } else if (Key.BRUSH_SHORTER.matches(event)) {
            model.resize(false);
        } else if (Key.BRUSH_LONGER.matches(event)) {
            model.resize(true);
        } else {
            return;
        }
        event.consume();
    }
}
