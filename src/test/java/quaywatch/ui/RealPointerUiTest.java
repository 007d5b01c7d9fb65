package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.plot.Plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Drags that a pointer really makes, on a display: the Headless platform makes none, so the other tests fire the events that a drag consists
 * of. Run by {@code ./dev test window}, which brings a display along.
 */
@Tag("window")
@ExtendWith({FxExceptions.class, ApplicationExtension.class})
class RealPointerUiTest {

    private final FxRobot robot = new FxRobot();
    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage, 1000, 800);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void aDragOverTheMapSelectsAStretch() {
        made.run(() -> made.model().screen().set(Screen.PORT_MAP));
        made.tick(SampleRow.listener("127.0.0.1:3000").by(8, "node"));
        Node picture = made.onFx(() -> Objects.requireNonNull(node("port-map").lookup(".image-view")));
        drag(point(picture, 6 + 2_900 % 256 * 2 + 1, 6 + 2_900 / 256 * 2 + 1),
                point(picture, 6 + 3_100 % 256 * 2 + 1, 6 + 3_100 / 256 * 2 + 1));
        assertEquals("Filter by port:2900-3100", made.onFx(() -> ((Labeled) node("map-filter")).getText()));
        robot.moveTo(point(picture, 6 + 3_000 % 256 * 2 + 1, 6 + 3_000 / 256 * 2 + 1));
        MadeUpWindow.await("the card tells of the port", () -> made.onFx(() -> node("map-card").isVisible()));
    }

    @Test
    void aDragOverTheActivityIsTheTimeOfTheQueryUntilEsc() {
        made.pass(Duration.ofMinutes(5));
        made.history(MadeHistory.until(made.now(), List.of("firefox", "java", "rsync"), 60));
        made.tick(SampleRow.connection("10.0.0.1:5000", "10.0.0.7:443").by(7, "firefox"));
        made.run(() -> made.model().screen().set(Screen.ACTIVITY));
        Plot plot = (Plot) made.onFx(() -> node("activity-throughput"));
        drag(point(plot, second(plot, 90), 40), point(plot, second(plot, 110), 60));
        assertEquals(List.of("time:12:01:30-12:01:50"), made.onFx(() -> List.copyOf(made.model().header().filters().chips())));
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals(List.of(), made.onFx(() -> List.copyOf(made.model().header().filters().chips())));
    }

    @Test
    void aClickSelectsARowAndTheWindowIsAsLargeAsAsked() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"), SampleRow.listener("127.0.0.1:81").by(8, "node"));
        Bounds row = made.onFx(() -> made.row(1).localToScreen(made.row(1).getBoundsInLocal()));
        robot.clickOn(new Point2D(row.getMinX() + 60, row.getCenterY()), MouseButton.PRIMARY);
        made.settle();
        assertEquals(1, made.onFx(() -> made.table().getSelectionModel().getSelectedIndex()));
        assertTrue(made.onFx(() -> made.window().getWidth() >= 1_000));
    }

    private void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
        made.settle();
    }

    private Point2D point(Node node, double x, double y) {
        return made.onFx(() -> node.localToScreen(x, y));
    }

    private double second(Plot plot, int second) {
        return made.onFx(() -> plot.placeOf(SampleRow.START.getEpochSecond() + second + 0.5));
    }

    private Node node(String id) {
        return Objects.requireNonNull(made.window().lookup("#" + id), id);
    }
}
