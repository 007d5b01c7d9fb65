package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.plot.Plot;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The Activity screen: its brush is the time of the query, and it draws only while it is in front. */
@UiTest
class ActivityUiTest {

    private static final List<String> NAMES = List.of("firefox", "java", "rsync");
    private static final SampleRow OPEN = SampleRow.connection("10.0.0.1:5000", "10.0.0.7:443").by(7, "open");
    private static final SampleRow GONE = SampleRow.connection("10.0.0.1:5001", "10.0.0.7:443").by(8, "gone");
    private static final Duration WATCHED = Duration.ofSeconds(300);

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage, 1000, 800);
    }

    @Stop
    void close() {
        made.close();
    }

    /** Five minutes have passed since {@link SampleRow#START}. */
    private void watched() {
        made.pass(WATCHED);
        made.closed(0, GONE.closed(SampleRow.START.plusSeconds(100)));
        look();
        made.run(() -> made.model().screen().set(Screen.ACTIVITY));
    }

    private void look() {
        made.history(MadeHistory.until(made.now(), NAMES, 60));
        made.tick(OPEN);
    }

    @Test
    void draggedStretchIsTheTimeOfTheQueryAndOfAllTables(FxRobot robot) {
        watched();
        Plot plot = plot("activity-throughput");
        drag(plot, second(plot, 90), second(plot, 110));
        assertEquals(List.of("time:12:01:30-12:01:50"), chips());
        assertEquals("Showing 20 s from 12:01:30, tables too", text("activity-note"));
        assertEquals(List.of("java", "firefox"), ranked("rank-processes", 2));

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        made.settle();
        assertEquals(List.of("gone", "open"), owners());

        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals(List.of(), chips());
        assertEquals(List.of("open"), owners());
    }

    @Test
    void whatStandsInTheBarIsAsHighAsTheOthersThere() {
        watched();
        made.run(() -> made.window().getScene().snapshot(null));
        assertEquals(List.of(), made.onFx(() -> node("activity-plots").getScene().getRoot().lookupAll(".activity-bar .toggle-button")
                .stream().map(Region.class::cast).map(Region::getHeight).filter(height -> height != 26).toList()));
    }

    @Test
    void keysMoveAndResizeTheBrushAndEscReturnsToNow(FxRobot robot) {
        watched();
        made.run(() -> node("activity-plots").requestFocus());
        robot.push(KeyCode.LEFT);
        made.settle();
        assertEquals(List.of("time:12:04:45-12:04:59"), chips());
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        made.settle();
        assertEquals(List.of("time:12:04:44-12:04:57"), chips());
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        made.settle();
        assertEquals(List.of("time:12:04:45-12:04:59"), chips());
        assertTrue(made.onFx(() -> node("back-to-now").isVisible()));
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals(List.of(), chips());
        assertFalse(made.onFx(() -> node("back-to-now").isVisible()));
    }

    @Test
    void listsTellTheBusiestFirstAndWhatTheInterfaceCountedBesides() {
        watched();
        assertEquals(List.of("java", "rsync", "firefox"), ranked("rank-processes", 3));
        assertEquals(List.of("8080", "http", "https"), ranked("rank-services", 3));
        assertEquals(List.of("127.0.0.1", "93.184.215.14", "10.0.0.7"), ranked("rank-hosts", 3));
        List<String> line = labels("activity-line");
        assertEquals(List.of("eth0, as the interface counts it", "990 kB", "570 kB"), line.subList(0, 3));
        // Less was counted at the interface than sent in payload: the looks lie a little apart.
        assertEquals(List.of("≈150 kB", "≈0 B"), line.subList(4, 6));
        assertTrue(made.onFx(() -> node("activity-throughput").getAccessibleText()).contains("10.0 kB in, 2.00 kB out"));
        assertTrue(made.onFx(() -> node("rank-processes-0").getAccessibleText()).startsWith("java 101: 0 B in, 600 kB out"));
    }

    @Test
    void drawsOnlyWhileItIsInFront() {
        watched();
        List<Plot> plots = List.of(plot("activity-throughput"), plot("activity-states"));
        made.run(() -> made.model().screen().set(Screen.PORTS));
        List<Integer> before = plots.stream().map(Plot::drawings).toList();
        for (int second = 0; second < 3; second++) {
            made.pass(Duration.ofSeconds(1));
            look();
        }
        assertEquals(before, plots.stream().map(Plot::drawings).toList());
        made.run(() -> made.model().screen().set(Screen.ACTIVITY));
        assertTrue(plots.getFirst().drawings() > before.getFirst());
        double now = made.now().getEpochSecond();
        assertEquals(now, made.onFx(() -> plots.getFirst().timeAt(plots.getFirst().getWidth())), 0.01);
    }

    /** Where a second after the start of watching is drawn, in the middle of it. */
    private double second(Plot plot, int second) {
        return made.onFx(() -> plot.placeOf(SampleRow.START.getEpochSecond() + second + 0.5));
    }

    private void drag(Plot plot, double from, double to) {
        made.run(() -> {
            fire(plot, MouseEvent.MOUSE_PRESSED, from);
            IntStream.rangeClosed(1, 4).forEach(step -> fire(plot, MouseEvent.MOUSE_DRAGGED, from + (to - from) * step / 4));
            fire(plot, MouseEvent.MOUSE_RELEASED, to);
        });
    }

    private static void fire(Plot plot, EventType<MouseEvent> type, double x) {
        // An event without a pick has its place in the scene.
        Point2D at = plot.localToScene(x, 30);
        Event.fireEvent(plot,
                new MouseEvent(plot, plot, type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false, false,
                        false, true, false,
                        false, false, false, false, null));
    }

    private List<String> owners() {
        return made.onFx(() -> made.model().table().lines().stream().filter(SocketLine.class::isInstance).map(SocketLine.class::cast)
                .map(line -> OwnerText.name(line.owner(), MadeUpWindow.WORDS)).sorted().toList());
    }

    private List<String> chips() {
        return made.onFx(() -> List.copyOf(made.model().header().filters().chips()));
    }

    private Node node(String id) {
        return Objects.requireNonNull(made.window().lookup("#" + id), id);
    }

    private Plot plot(String id) {
        return made.onFx(() -> (Plot) node(id));
    }

    private String text(String id) {
        return made.onFx(() -> ((Label) node(id)).getText());
    }

    private List<String> labels(String id) {
        return made.onFx(() -> node(id).lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList());
    }

    private List<String> ranked(String list, int count) {
        return made.onFx(() -> IntStream.range(0, count).mapToObj(rank -> node(list + "-" + rank)).filter(Node::isVisible)
                .map(line -> ((Label) Objects.requireNonNull(line.lookup(".rank-name"))).getText()).toList());
    }
}
