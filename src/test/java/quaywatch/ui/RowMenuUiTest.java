package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.settings.Palette;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Look;
import quaywatch.ui.theme.Sizes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The menu of a row and cell, and the keys that do the same. */
@UiTest
class RowMenuUiTest {

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
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "nginx"), SampleRow.listener("0.0.0.0:3000").by(2, "=node"),
                SampleRow.listener("127.0.0.1:3999").by(3, "java"));
    }

    @Test
    void theMenuOffersWhatCanBeDoneWithTheCell(FxRobot robot) {
        open(robot, 1, "port");
        assertEquals(List.of("Free port 3000...", "Why can't I use port 3000?", "Open http://localhost:3000/ in the browser", "-",
                "Open the inspector", "-", "Filter by port:3000",
                "Leave out port:3000", "-",
                "Copy cell", "Copy row",
                "Copy all shown", "Export..."), items());
        assertEquals(made.line(1), made.onFx(() -> made.model().selected()));
    }

    @Test
    void theMenuCallsItsKeysAsTheListOfKeysDoes(FxRobot robot) {
        open(robot, 1, "port");
        assertEquals(Key.INSPECT.names(), List.of(keyBeside("menu-inspect")));
        assertEquals(Key.FILTER.names(), List.of(keyBeside("menu-filter")));
    }

    /** What is drawn, not what was asked for. */
    private String keyBeside(String entry) {
        return made.onFx(() -> {
            ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst()
                    .orElseThrow();
            Parent line = (Parent) menu.getScene().getRoot().lookup("#" + entry);
            return ((Label) line.lookup(".accelerator-text")).getText();
        });
    }

    @Test
    void filterByThisValueAddsAChip(FxRobot robot) {
        open(robot, 1, "port");
        robot.clickOn("#menu-filter");
        made.settle();
        assertEquals(List.of("port:3000"), chips());
        assertEquals(List.of("3000"), made.texts("port"));
    }

    @Test
    void leavingOutAValueAddsItsOpposite(FxRobot robot) {
        open(robot, 1, "port");
        robot.clickOn("#menu-exclude");
        made.settle();
        assertEquals(List.of("!port:3000"), chips());
        assertEquals(List.of("80", "3999"), made.texts("port"));
    }

    @Test
    void copyGivesTheCellAndTheRowSafeForASpreadsheet(FxRobot robot) {
        open(robot, 1, "owner");
        robot.clickOn("#menu-copy-cell");
        made.settle();
        assertEquals("'=node", clipboard());
        open(robot, 1, "owner");
        robot.clickOn("#menu-copy-row");
        made.settle();
        assertTrue(clipboard().startsWith("'=node\t2\t3000\tTCP\t"), clipboard());
    }

    @Test
    void keysCopyTheCellTheRowAndFilter(FxRobot robot) {
        robot.clickOn(made.cell(2, "port"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.C).release(KeyCode.SHIFT, KeyCode.CONTROL);
        made.settle();
        assertEquals("3999", clipboard());
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        made.settle();
        assertTrue(clipboard().startsWith("java\t3\t3999\tTCP\t"), clipboard());
        robot.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        made.settle();
        assertEquals(List.of("port:3999"), chips());
    }

    @Test
    void freeingFromTheMenuOpensThePlan(FxRobot robot) {
        open(robot, 2, "owner");
        robot.clickOn("#menu-free");
        made.settle();
        assertTrue(robot.lookup("#free-dialog").query().isVisible());
    }

    @Test
    void aClosedRowOffersNoFreeing(FxRobot robot) {
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "nginx").closed(made.now()));
        open(robot, 0, "state");
        assertEquals(
                List.of("Why can't I use port 80?", "-", "Open the inspector", "-", "Filter by state:listen", "Leave out state:listen", "-",
                        "Copy cell", "Copy row",
                        "Copy all shown", "Export..."),
                items().stream().map(item -> item.replace("LISTEN", "listen")).toList());
    }

    @Test
    void theMenuWearsTheThemeOfTheWindow(FxRobot robot) {
        for (Look look : Look.values()) {
            made.run(() -> look.apply(made.window().getScene(), Sizes.USUAL, Palette.USUAL));
            open(robot, 1, "port");
            Paint text = made.onFx(() -> ((Label) MadeUpWindow.menu().getScene().lookup("#menu-copy-cell .label")).getTextFill());
            assertEquals(made.onFx(() -> ((Label) made.window().lookup(".screen-title")).getTextFill()), text, look.name());
            made.run(() -> MadeUpWindow.menu().hide());
        }
    }

    private void open(FxRobot robot, int row, String column) {
        robot.rightClickOn(made.cell(row, column));
        made.settle();
    }

    private List<String> items() {
        return made
                .onFx(() -> MadeUpWindow.menu().getItems().stream().map(MenuItem::getText)
                        .map(text -> Objects.requireNonNullElse(text, "-")).toList());
    }

    private List<String> chips() {
        return made.onFx(() -> List.copyOf(made.model().header().filters().chips()));
    }

    private String clipboard() {
        return made.onFx(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }
}
