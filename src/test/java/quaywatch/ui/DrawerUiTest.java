package quaywatch.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where there is no room for the inspector beside the table, it is a drawer that comes when asked for. */
@UiTest
class DrawerUiTest {

    private static final SampleRow[] ROWS = {SampleRow.listener("127.0.0.1:80").by(1, "nginx"),
            SampleRow.listener("0.0.0.0:3000").by(2, "node")};

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage, 860, 700);
    }

    @Stop
    void close() {
        made.close();
    }

    @BeforeEach
    void fill() {
        made.tick(ROWS);
    }

    @Test
    void aClickOnARowHidesNothing(FxRobot robot) {
        double width = made.onFx(() -> made.table().getWidth());
        robot.clickOn(made.cell(1, "port"));
        made.settle();
        assertFalse(isOpen());
        assertEquals(width, made.onFx(() -> made.table().getWidth()));
    }

    @Test
    void enterOpensItOverTheTableAndEscapeGoesBack(FxRobot robot) {
        robot.clickOn(made.cell(1, "port"));
        double width = made.onFx(() -> made.table().getWidth());
        robot.push(KeyCode.ENTER);
        made.settle();
        assertTrue(isOpen());
        assertEquals(width, made.onFx(() -> made.table().getWidth()), "the table keeps its width");
        assertEquals(made.onFx(() -> made.window().getWidth()), made.onFx(() -> {
            Node inspector = made.window().lookup("#inspector");
            return inspector.localToScene(inspector.getLayoutBounds()).getMaxX();
        }), 0.5);
        assertTrue(made.onFx(() -> made.window().lookup("#inspector-free").isFocused()));
        made.tick(ROWS);
        assertTrue(isOpen(), "after a tick");
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertFalse(isOpen());
        assertTrue(made.onFx(() -> made.table().isFocused()));
        assertEquals(made.line(1), made.onFx(() -> made.model().selected()));
        assertTrue(made.onFx(() -> made.model().inspectorOpen().get()), "beside a wide table it would still be wanted");
    }

    @Test
    void theRowMenuOpensItAndItsButtonClosesIt(FxRobot robot) {
        robot.rightClickOn(made.cell(0, "owner"));
        robot.clickOn("#menu-inspect");
        made.settle();
        assertTrue(isOpen());
        robot.clickOn("#inspector-close");
        made.settle();
        assertFalse(isOpen());
        assertTrue(made.onFx(() -> made.table().isFocused()));
    }

    @Test
    void itStandsBesideTheTableOnceThereIsRoom(FxRobot robot) {
        robot.clickOn(made.cell(0, "owner"));
        made.run(() -> made.window().getScene().getWindow().setWidth(990));
        assertTrue(isOpen());
        assertTrue(made.onFx(() -> {
            Node inspector = made.window().lookup("#inspector");
            return made.table().localToScene(made.table().getLayoutBounds()).getMaxX() <= inspector.localToScene(0, 0).getX() + 0.5;
        }));
        made.run(() -> made.window().getScene().getWindow().setWidth(860));
        assertFalse(isOpen());
    }

    @Test
    void itGoesWithItsRowAndLeavesTheFocusToTheTable(FxRobot robot) {
        robot.clickOn(made.cell(1, "port")).push(KeyCode.ENTER);
        made.settle();
        made.run(() -> made.model().table().select(null));
        assertFalse(isOpen());
        assertTrue(made.onFx(() -> made.table().isFocused()));
    }

    private boolean isOpen() {
        return made.onFx(() -> made.window().lookup("#inspector") != null);
    }
}
