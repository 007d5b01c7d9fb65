package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The Processes screen. */
@UiTest
class ProcessesUiTest {

    private static final SampleRow[] ROWS = {SampleRow.listener("127.0.0.1:80").by(1, "nginx"),
            SampleRow.connection("127.0.0.1:80", "10.0.0.9:4000").by(1, "nginx").rates(2_000, 30_000),
            SampleRow.listener("0.0.0.0:3000").by(2, "node"), SampleRow.listener("127.0.0.1:3999").by(2, "node"),
            SampleRow.connection("10.0.0.1:4001", "10.0.0.9:443").by(4, "java").rates(500, 0)};

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @BeforeEach
    void front(FxRobot robot) {
        made.tick(ROWS);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        made.settle();
    }

    @Test
    void eachProcessHasOneRow() {
        assertEquals(Screen.PROCESSES, made.model().screen().get());
        assertEquals(List.of("java", "nginx", "node"), made.texts("owner"));
        assertEquals(List.of("1", "2", "2"), made.texts("sockets"));
        assertEquals(List.of("0", "1", "2"), made.texts("listening"));
        assertEquals(List.of("none", "80", "3000, 3999"), made.texts("ports"));
        assertEquals(List.of("0.5 kB", "2.0 kB", "n/a"), made.texts("in"));
    }

    @Test
    void aFilterByPortLeavesWhoHoldsIt(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.P);
        robot.write("3000");
        made.settle();
        assertEquals(List.of("node"), made.texts("owner"));
        assertEquals(List.of("1"), made.texts("sockets"));
    }

    @Test
    void aClickOnAHeadSorts(FxRobot robot) {
        robot.clickOn("Out/s");
        made.settle();
        robot.clickOn("Out/s");
        made.settle();
        assertEquals(List.of("nginx", "java", "node"), made.texts("owner"));
    }

    @Test
    void theSelectionStaysOnItsProcess(FxRobot robot) {
        robot.clickOn(made.cell(1, "owner"));
        made.settle();
        made.pass(Duration.ofSeconds(1));
        made.tick(ROWS[0], ROWS[1], ROWS[2], ROWS[3], ROWS[4], SampleRow.listener("0.0.0.0:1").by(9, "apache"));
        robot.moveTo("#menu");
        made.settle();
        assertEquals(List.of("apache", "java", "nginx", "node"), made.texts("owner"));
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        String copied = made.onFx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("nginx\t1\t80\t"), copied);
    }

    @Test
    void gathersByUserAndServiceOnly(FxRobot robot) {
        MenuButton menu = robot.lookup("#group").match(node -> node.isVisible() && node.getScene() != null).queryAs(MenuButton.class);
        assertEquals(List.of("None", "User", "Service"), menu.getItems().stream().map(item -> item.getText()).toList());
        made.run(menu.getItems().get(1)::fire);
        assertEquals(List.of("", "java", "nginx", "node"), made.texts("owner"));
    }
}
