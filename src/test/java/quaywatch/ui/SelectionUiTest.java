package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.Socket;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;
import quaywatch.view.SocketLine;
import quaywatch.view.Sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The selection belongs to a socket, not to a place. */
@UiTest
class SelectionUiTest {

    private static final int TICKS = 50;

    private final Random random = new Random(11);
    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void selectionAndFocusStayOnTheSocketOverFiftyTicks(FxRobot robot) {
        select(robot, 300);
        for (int tick = 1; tick <= TICKS; tick++) {
            made.pass(Duration.ofSeconds(1));
            made.tick(churned());
            assertSelected(300, "tick " + tick);
        }
        assertTrue(made.table().isFocused(), "the focus stays in the table");
    }

    @Test
    void selectedSocketIsAttendedToUntilAnotherOneIs(FxRobot robot) {
        select(robot, 300);
        Socket attended = made.onFx(() -> made.model().attended().get());
        made.pass(Duration.ofSeconds(1));
        made.tick(churned());
        assertSame(attended, made.onFx(() -> made.model().attended().get()), "a new look is no new selection");
        select(robot, 400);
        assertEquals(400, made.onFx(() -> made.model().attended().get().local().port()));
        made.run(() -> made.model().screen().set(Screen.SETTINGS));
        assertTrue(made.onFx(() -> made.model().attended().get() == null));
    }

    @Test
    void selectionStaysWhereOrderOrGroupsChange(FxRobot robot) {
        select(robot, 300);
        made.run(() -> made.model().ports().sort().set(new Sort("port", true)));
        assertSelected(300, "the other way round");
        for (Grouping grouping : Grouping.values()) {
            made.run(() -> made.model().ports().grouping().set(grouping));
            assertSelected(300, "by " + grouping);
        }
    }

    @Test
    void arrowsGoOnFromTheSelectedSocketAfterItMoved(FxRobot robot) {
        select(robot, 300);
        made.tick(listener(10), listener(20), listener(100), listener(200), listener(300), listener(400));
        robot.push(KeyCode.DOWN);
        made.settle();
        assertSelected(400, "one down");
    }

    @Test
    void theInspectorFollowsItsSocket(FxRobot robot) {
        select(robot, 300);
        assertEquals("nginx", text(robot, ".inspector-title"));
        assertEquals(":300", text(robot, ".inspector-port"));
        made.tick(listener(100), SampleRow.listener("127.0.0.1:300").by(8, "caddy"), listener(400));
        assertEquals("caddy", text(robot, ".inspector-title"));
        assertSelected(300, "by another process");
    }

    @Test
    void keysActOnTheSocketAsItIsNow(FxRobot robot) {
        select(robot, 300);
        made.tick(listener(100), listener(200), SampleRow.listener("127.0.0.1:300").by(8, "caddy"), listener(400), listener(500));
        robot.push(KeyCode.DELETE);
        made.settle();
        assertTrue(text(robot, "#do-free").contains("caddy"), text(robot, "#do-free"));
    }

    @Test
    void theSelectionGoesWithItsSocket(FxRobot robot) {
        select(robot, 300);
        made.tick(listener(100), listener(400), listener(500));
        assertNull(made.onFx(() -> made.model().selected()));
        assertEquals(-1, made.onFx(() -> made.table().getSelectionModel().getSelectedIndex()));
        assertTrue(robot.lookup("#inspector").tryQuery().isEmpty(), "the inspector is closed");
    }

    @Test
    void eachScreenKeepsItsOwnSelection(FxRobot robot) {
        select(robot, 300);
        robot.press(KeyCode.CONTROL).push(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        made.settle();
        assertNull(made.onFx(() -> made.model().selected()));
        robot.press(KeyCode.CONTROL).push(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        made.settle();
        assertSelected(300, "back again");
    }

    private void select(FxRobot robot, int port) {
        made.tick(listener(100), listener(200), listener(300), listener(400), listener(500));
        robot.clickOn(made.cell(made.texts("port").indexOf(String.valueOf(port)), "port"));
        robot.moveTo("#query");
        made.settle();
        assertSelected(port, "at first");
    }

    private void assertSelected(int port, String when) {
        made.settle();
        SocketLine known = (SocketLine) made.onFx(() -> Objects.requireNonNull(made.model().selected(), when));
        assertEquals(port, known.socket().local().port(), when);
        assertEquals(List.of(known), made.onFx(() -> List.copyOf(made.table().getSelectionModel().getSelectedItems())), when);
        int index = made.onFx(() -> made.table().getSelectionModel().getSelectedIndex());
        assertEquals(known, made.onFx(() -> made.table().getItems().get(index)), when);
        assertEquals(index, made.onFx(() -> made.table().getFocusModel().getFocusedIndex()), when);
    }

    private List<Row> churned() {
        List<Row> rows = new ArrayList<>();
        for (int port = 50; port <= 550; port += 25) {
            if (port == 300 || random.nextBoolean()) {
                rows.add(listener(port).row());
            }
        }
        return rows;
    }

    private static String text(FxRobot robot, String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private static SampleRow listener(int port) {
        return SampleRow.listener("127.0.0.1:" + port).by(7, "nginx");
    }
}
