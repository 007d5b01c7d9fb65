package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;
import quaywatch.view.Sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Several selected rows are several sockets, wherever they stand. */
@UiTest
class SeveralRowsUiTest {

    private static final int TICKS = 50;

    private final Random random = new Random(13);
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
    void theyStaySelectedOverFiftyTicks(FxRobot robot) {
        selectTwoAndFour(robot);
        for (int tick = 1; tick <= TICKS; tick++) {
            made.pass(Duration.ofSeconds(1));
            made.tick(churned());
            assertEquals(List.of(200, 400), selected(), "tick " + tick);
        }
        assertEquals(":400", ((Labeled) robot.lookup(".inspector-port").query()).getText(), "the inspector shows the one in focus");
    }

    @Test
    void theyStaySelectedInAnotherOrderAndBehindAFilter(FxRobot robot) {
        selectTwoAndFour(robot);
        made.run(() -> made.model().ports().sort().set(new Sort("port", true)));
        assertEquals(List.of(200, 400), selected());
        made.run(() -> made.model().header().filters().typed().set("port:400-500"));
        assertEquals(List.of(400), selected(), "only what is listed is selected");
    }

    @Test
    void theyAreCopiedInTheOrderOfTheTable(FxRobot robot) {
        selectTwoAndFour(robot);
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        made.settle();
        String[] copied = made.onFx(() -> Clipboard.getSystemClipboard().getString()).split("\n");
        assertEquals(3, copied.length, "titles and two rows");
        assertTrue(copied[1].contains("\t200\t") && copied[2].contains("\t400\t"), () -> String.join("\n", copied));
    }

    @Test
    void shiftAndAnArrowTakeTheNextRowToo(FxRobot robot) {
        fill();
        robot.clickOn(made.cell(1, "port"));
        robot.moveTo("#query");
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        made.settle();
        assertEquals(List.of(200, 300), selected());
        assertEquals(300, ((SocketLine) made.onFx(() -> made.model().selected())).socket().local().port(), "the one in focus");
    }

    @Test
    void allAreSelectedAndNewOnesAreNot(FxRobot robot) {
        fill();
        robot.clickOn(made.cell(1, "port"));
        robot.moveTo("#query");
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        made.settle();
        assertEquals(List.of(100, 200, 300, 400, 500), selected());
        made.tick(listener(50), listener(100), listener(300), listener(400), listener(500));
        assertEquals(List.of(100, 300, 400, 500), selected());
    }

    private void fill() {
        made.tick(listener(100), listener(200), listener(300), listener(400), listener(500));
    }

    private void selectTwoAndFour(FxRobot robot) {
        fill();
        robot.clickOn(made.cell(1, "port"));
        robot.moveTo("#query");
        // As Ctrl+click does; the robot's mouse knows no keys.
        made.run(() -> made.table().getSelectionModel().select(3));
        made.settle();
        assertEquals(List.of(200, 400), selected(), "at first");
    }

    /** The ports of the rows that are drawn as selected, in ascending order; the view model must say the same. */
    private List<Integer> selected() {
        return made.onFx(() -> {
            List<Line> lines = List.copyOf(made.table().getSelectionModel().getSelectedItems());
            assertEquals(made.model().ports().chosen().get(), Set.copyOf(lines.stream().map(Line::key).toList()));
            return List.copyOf(new TreeSet<>(lines.stream().map(line -> ((SocketLine) line).socket().local().port()).toList()));
        });
    }

    private List<Row> churned() {
        List<Row> rows = new ArrayList<>();
        for (int port = 50; port <= 550; port += 25) {
            if (port == 200 || port == 400 || random.nextBoolean()) {
                rows.add(listener(port).row());
            }
        }
        return rows;
    }

    private static SampleRow listener(int port) {
        return SampleRow.listener("127.0.0.1:" + port).by(7, "nginx");
    }
}
