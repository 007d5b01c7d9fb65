package quaywatch.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.kit.Key;
import quaywatch.view.GroupLine;
import quaywatch.view.Grouping;
import quaywatch.view.Sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Groups, order and columns of a table. */
@UiTest
class GroupsAndColumnsUiTest {

    private static final SampleRow[] ROWS = {SampleRow.listener("127.0.0.1:80").by(1, "nginx"),
            SampleRow.listener("0.0.0.0:3000").by(2, "node"), SampleRow.listener("127.0.0.1:3999").by(2, "node"),
            SampleRow.udp("127.0.0.1:40000").by(4, "java")};

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
        made.tick(ROWS);
    }

    @Test
    void eachOfTheEightGroupingsIsInTheMenuAndGroups(FxRobot robot) {
        MenuButton menu = robot.lookup("#group").queryAs(MenuButton.class);
        assertEquals(List.of("None", "Process", "Port range", "Local port", "Remote host", "State", "User", "Service"),
                menu.getItems().stream().map(item -> item.getText()).toList());
        List<Integer> heads = IntStream.range(0, 8).map(index -> {
            made.run(menu.getItems().get(index)::fire);
            assertEquals(Grouping.values()[index], made.model().ports().grouping().get());
            assertTrue(((RadioMenuItem) menu.getItems().get(index)).isSelected());
            assertEquals("Group: " + menu.getItems().get(index).getText(), menu.getText());
            return (int) IntStream.range(0, made.texts("port").size()).filter(row -> made.marks(row).contains("group")).count();
        }).boxed().toList();
        assertEquals(List.of(0, 3, 2, 4, 1, 2, 1, 1), heads);
    }

    @Test
    void theGroupMenuOpensWithAClick(FxRobot robot) {
        robot.clickOn("#group");
        robot.clickOn("Process");
        made.settle();
        assertEquals(Grouping.PROCESS, made.model().ports().grouping().get());
    }

    @Test
    void aClickOnTheHeadFoldsAndUnfolds(FxRobot robot) {
        made.run(() -> made.model().ports().grouping().set(Grouping.PROCESS));
        assertEquals(List.of("", "40000", "", "80", "", "3000", "3999"), made.texts("port"));
        robot.clickOn(made.cell(4, "owner"));
        made.settle();
        assertEquals(List.of("", "40000", "", "80", ""), made.texts("port"));
        assertEquals("group, closed", made.cell(4, "mark").getAccessibleText());
        made.tick(ROWS);
        assertEquals(List.of("", "40000", "", "80", ""), made.texts("port"), "after a tick");
        robot.clickOn(made.cell(4, "owner"));
        made.settle();
        assertEquals(List.of("", "40000", "", "80", "", "3000", "3999"), made.texts("port"));
    }

    @Test
    void theNameOfAHeadIsCopiedAsNoFormula(FxRobot robot) {
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "=1+1"));
        made.run(() -> made.model().ports().grouping().set(Grouping.PROCESS));
        made.run(() -> {
            made.table().requestFocus();
            made.table().getSelectionModel().clearAndSelect(0);
        });
        robot.push(Key.COPY_CELL.first());
        made.settle();
        assertEquals("'=1+1", made.onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void arrowKeysFoldAndUnfold(FxRobot robot) {
        made.run(() -> {
            made.model().ports().grouping().set(Grouping.PROCESS);
        });
        made.run(() -> {
            made.table().requestFocus();
            made.table().getSelectionModel().clearAndSelect(4);
        });
        robot.push(KeyCode.LEFT);
        made.settle();
        assertFalse(((GroupLine) made.onFx(() -> made.table().getItems().get(4))).expanded());
        assertEquals(4, made.onFx(() -> made.table().getSelectionModel().getSelectedIndex()), "the head stays selected");
        robot.push(KeyCode.LEFT);
        made.settle();
        assertEquals(5, made.texts("port").size(), "closed already");
        robot.push(KeyCode.RIGHT);
        made.settle();
        assertTrue(((GroupLine) made.onFx(() -> made.table().getItems().get(4))).expanded());
        assertEquals(7, made.texts("port").size());
    }

    @Test
    void aClickOnAColumnHeadSortsAndTheOrderSurvivesTicks(FxRobot robot) {
        robot.clickOn("#ports-table #owner.table-column");
        made.settle();
        assertEquals(new Sort("owner", false), made.model().ports().sort().get());
        assertEquals(List.of("java", "nginx", "node", "node"), made.texts("owner"));
        robot.clickOn("#ports-table #owner.table-column");
        robot.moveTo("#query");
        made.settle();
        assertEquals(new Sort("owner", true), made.model().ports().sort().get());
        made.tick(ROWS[3], ROWS[1], ROWS[0], ROWS[2], SampleRow.listener("127.0.0.1:81").by(9, "lighttpd"));
        assertEquals(List.of("node", "node", "nginx", "lighttpd", "java"), made.texts("owner"));
        robot.clickOn("#ports-table #owner.table-column");
        made.settle();
        assertEquals(1, made.onFx(() -> made.table().getSortOrder().size()), "there is always an order");
    }
}
