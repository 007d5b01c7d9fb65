package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.table.ColumnsViewModel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of all columns, the menu of their heads, and the keys that do the same. */
@UiTest
class ColumnsCardUiTest {

    private static final SampleRow[] ROWS = {SampleRow.listener("127.0.0.1:80").by(1, "nginx"),
            SampleRow.listener("0.0.0.0:3000").by(2, "node")};

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
    void fill() {
        made.run(() -> made.model().inspectorOpen().set(false));
        made.tick(ROWS);
    }

    @Test
    void theCardHidesAndShowsByMouse(FxRobot robot) {
        robot.clickOn("#columns");
        robot.clickOn("#column-proto");
        made.settle();
        assertFalse(shown().contains("proto"));
        made.tick(ROWS);
        assertFalse(shown().contains("proto"), "after a tick");
        robot.clickOn("#column-proto");
        made.settle();
        assertTrue(shown().contains("proto"));
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertTrue(made.onFx(() -> made.table().isFocused()), "the focus goes back to the table");
    }

    @Test
    void theCardWorksByKeyboardAlone(FxRobot robot) {
        made.run(() -> made.window().lookup("#columns").requestFocus());
        robot.push(KeyCode.SPACE);
        made.settle();
        robot.push(KeyCode.DOWN); // pid
        robot.press(KeyCode.ALT).push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.DOWN).release(KeyCode.ALT);
        made.settle();
        assertEquals(List.of("owner", "port", "pid"), shown().subList(1, 4));
        assertEquals(98, columns().choices().get().get(2).width());
        assertEquals(98, made.onFx(() -> made.table().getVisibleLeafColumn(3).getWidth()), 0.5);
        robot.push(KeyCode.SPACE);
        made.settle();
        assertFalse(shown().contains("pid"), "the focus has stayed on the column that moved");
        made.run(() -> made.window().lookup("#columns-reset").requestFocus());
        robot.push(KeyCode.SPACE);
        made.settle();
        assertEquals(List.of(), columns().remembered());
        assertEquals(List.of("owner", "pid", "port"), shown().subList(1, 4));
        assertEquals(78, made.onFx(() -> made.table().getVisibleLeafColumn(2).getWidth()), 0.5);
    }

    @Test
    void everyColumnIsInTheCardAndTheLastOneStays(FxRobot robot) {
        made.run(() -> columns().all().stream().map(column -> column.id()).filter(id -> !id.equals("owner"))
                .forEach(id -> columns().show(id, false)));
        robot.clickOn("#columns");
        made.settle();
        assertEquals(columns().all().size(), made.onFx(() -> made.window().lookupAll(".column-line").size()));
        robot.clickOn("#column-owner");
        made.settle();
        assertEquals(List.of("mark", "owner"), shown());
        assertTrue(made.onFx(() -> ((CheckBox) made.window().lookup("#column-owner")).isSelected()));
    }

    @Test
    void theMenuOfAHeadHidesMovesAndWidens(FxRobot robot) {
        robot.rightClickOn("#ports-table #proto.table-column");
        robot.clickOn("#header-left");
        made.settle();
        assertEquals(List.of("owner", "pid", "proto", "port"), shown().subList(1, 5));
        robot.rightClickOn("#ports-table #proto.table-column");
        robot.clickOn("#header-wider");
        made.settle();
        assertEquals(60, made.onFx(() -> made.table().getVisibleLeafColumn(3).getWidth()), 0.5);
        robot.rightClickOn("#ports-table #proto.table-column");
        robot.clickOn("#header-hide");
        made.settle();
        assertFalse(shown().contains("proto"));
        robot.rightClickOn("#ports-table #port.table-column");
        assertEquals("Hide Port", made.onFx(() -> MadeUpWindow.menu().getItems().getFirst().getText()));
        robot.clickOn("#header-choose");
        made.settle();
        assertTrue(made.onFx(() -> made.window().lookup("#columns-card").isVisible()));
    }

    @Test
    void keysMoveAndWidenTheColumnOfTheCursor(FxRobot robot) {
        robot.clickOn(made.cell(1, "port"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.LEFT).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.press(KeyCode.ALT, KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.ALT);
        made.settle();
        assertEquals(List.of("owner", "port", "pid"), shown().subList(1, 4));
        assertEquals(70, made.onFx(() -> made.table().getVisibleLeafColumn(2).getWidth()), 0.5);
        assertEquals(1, made.onFx(() -> made.table().getSelectionModel().getSelectedIndex()), "the row stays selected");
    }

    @Test
    void hostNamesAreSwitchedOnWhereTheirColumnIsChosen(FxRobot robot) {
        robot.clickOn("#columns");
        assertTrue(robot.lookup("#columns-names").tryQuery().isEmpty(), "a held port has no far host");
        robot.push(KeyCode.ESCAPE);
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        robot.clickOn("#columns");
        robot.clickOn("#columns-names");
        made.settle();
        assertTrue(made.model().hostNames().get());
        assertTrue(made.model().connections().columns().isWanted("host"));
    }

    private ColumnsViewModel columns() {
        return made.model().ports().columns();
    }

    private List<String> shown() {
        return made
                .onFx(() -> made.table().getVisibleLeafColumns().stream().map(column -> Objects.requireNonNull(column.getId())).toList());
    }
}
