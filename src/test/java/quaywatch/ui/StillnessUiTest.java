package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** While the pointer is inside the table nothing changes place. */
@UiTest
class StillnessUiTest {

    private static final int TICKS = 50;
    private static final List<String> FIRST = List.of("100", "200", "300", "400", "500");

    private final Random random = new Random(7);
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
    void fiftyTicksOfChurnMoveNothingUnderThePointer(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        TableRow<?> row = made.row(2);
        for (int tick = 1; tick <= TICKS; tick++) {
            made.pass(Duration.ofSeconds(1));
            made.tick(churned());
            assertEquals(FIRST, made.texts("port"), "tick " + tick);
            assertTrue(row.isHover(), "the pointer is on the row");
        }
        assertEquals("300", made.cell(2, "port").getText());
    }

    /** In any order: sockets 100 to 500, each of them closed half the time, and as many others before, between and behind them. */
    private List<Row> churned() {
        List<Row> rows = new ArrayList<>();
        for (int port = 50; port <= 550; port += 50) {
            boolean own = port % 100 == 0;
            if (random.nextBoolean() && port != 300) {
                rows.add(SampleRow.listener("127.0.0.1:" + port).by(own ? 7 : 8, "p").row());
            }
        }
        rows.add(listener(300).row());
        Collections.shuffle(rows, random);
        return rows;
    }

    @Test
    void aClosedRowStaysAsAGhost(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        made.tick(listener(100), listener(200).closed(made.now()), listener(300), listener(400),
                listener(500));
        assertEquals(List.of("closed"), made.marks(1));
        made.pass(Duration.ofSeconds(30));
        made.tick(listener(100), listener(300), listener(400), listener(500));
        assertEquals(FIRST, made.texts("port"));
        assertEquals(List.of("closed"), made.marks(1));
    }

    @Test
    void newRowsAreCountedAndTheMarkAppliesThem(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        made.tick(listener(50), listener(100), listener(150), listener(200), listener(300), listener(400), listener(500));
        Button waiting = robot.lookup("#waiting").queryButton();
        assertTrue(waiting.isVisible());
        assertEquals("2 new", waiting.getText());
        made.run(waiting::fire);
        assertEquals(List.of("50", "100", "150", "200", "300", "400", "500"), made.texts("port"));
        assertFalse(waiting.isVisible());
        made.tick(listener(10), listener(50), listener(100), listener(150), listener(200), listener(300), listener(400), listener(500));
        assertEquals(List.of("50", "100", "150", "200", "300", "400", "500"), made.texts("port"), "still held");
    }

    @Test
    void theScanKeyAppliesWhatWaits(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        made.tick(listener(50), listener(100), listener(200), listener(300), listener(400), listener(500));
        robot.push(KeyCode.F5);
        made.settle();
        assertEquals(List.of("50", "100", "200", "300", "400", "500"), made.texts("port"));
        assertEquals(List.of("scan"), made.asked());
    }

    @Test
    void leavingTheTableAppliesWhatWaits(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        Node held = robot.lookup(".held-note").query();
        assertTrue(held.isVisible());
        made.tick(listener(50), listener(300));
        assertEquals(FIRST, made.texts("port"));
        robot.moveTo("#query");
        made.settle();
        assertEquals(List.of("50", "300"), made.texts("port"));
        assertFalse(held.isVisible());
    }

    @Test
    void aNewFilterAppliesThoughThePointerIsInside(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        made.run(() -> made.model().header().filters().port().set("200"));
        assertEquals(List.of("200"), made.texts("port"));
    }

    @Test
    void anotherScreenEndsTheHold(FxRobot robot) {
        pointAtTheThirdOf(robot, FIRST);
        made.run(() -> made.model().screen().set(Screen.SETTINGS));
        assertFalse(made.model().ports().held().get());
    }

    private void pointAtTheThirdOf(FxRobot robot, List<String> ports) {
        made.tick(ports.stream().map(Integer::parseInt).map(port -> listener(port).row()).toList());
        assertEquals(ports, made.texts("port"));
        robot.moveTo(made.cell(2, "port"));
        made.settle();
        assertTrue(made.model().ports().held().get(), "the pointer is inside");
    }

    private static SampleRow listener(int port) {
        return SampleRow.listener("127.0.0.1:" + port).by(7, "p");
    }
}
