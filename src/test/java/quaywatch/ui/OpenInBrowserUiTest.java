package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The inspector hands a listener to the browser, and has the menu of its row; nothing is opened unasked. */
@UiTest
class OpenInBrowserUiTest {

    private static final SampleRow WEB = SampleRow.listener("0.0.0.0:3000").cookie(1).by(2, "node");
    private static final SampleRow NAMES = SampleRow.udp("127.0.0.53:53").cookie(2).by(3, "resolver");

    private MadeUpWindow made;
    private final FxRobot robot = new FxRobot();

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
        made.tick(WEB, NAMES);
    }

    private void select(String owner) {
        int row = made.texts("owner").indexOf(owner);
        robot.clickOn(made.cell(row, "owner"));
        made.settle();
    }

    private Button button(String id) {
        return (Button) Objects.requireNonNull(made.onFx(() -> made.window().lookup("#" + id)), id);
    }

    @Test
    void aClickOpensTheAddressThatItsTooltipTells() {
        select("node");
        assertEquals(List.of(), made.asked());
        Button open = button("inspector-open");
        assertEquals("Open http://localhost:3000/ in the browser", made.onFx(() -> open.getTooltip().getText()));
        assertEquals("Open http://localhost:3000/ in the browser", made.onFx(open::getAccessibleText));
        robot.clickOn(open);
        made.settle();
        assertEquals(List.of("http://localhost:3000/"), made.asked());
    }

    @Test
    void itIsReachedWithTabAndFromTheRow() {
        select("node");
        robot.push(KeyCode.ENTER);
        made.settle();
        assertEquals("inspector-free", focus());
        robot.push(KeyCode.TAB);
        made.settle();
        assertEquals("inspector-open", focus());
        robot.push(KeyCode.SPACE);
        made.settle();
        assertEquals(List.of("http://localhost:3000/"), made.asked());
        made.run(() -> made.table().requestFocus());
        robot.push(Key.OPEN.first());
        made.settle();
        assertEquals(List.of("http://localhost:3000/", "http://localhost:3000/"), made.asked());
    }

    @Test
    void whatNoBrowserReachesIsNotOffered() {
        select("resolver");
        assertFalse(made.onFx(() -> button("inspector-open").isVisible()));
        robot.push(Key.OPEN.first());
        made.settle();
        assertEquals(List.of(), made.asked());
        robot.clickOn(button("inspector-menu"));
        made.settle();
        assertFalse(items().contains("menu-open"), items()::toString);
    }

    @Test
    void itsMenuIsThatOfTheRow() {
        select("node");
        robot.rightClickOn(made.cell(made.texts("owner").indexOf("node"), "owner"));
        made.settle();
        List<String> ofRow = items();
        robot.push(KeyCode.ESCAPE);
        made.settle();
        robot.clickOn(button("inspector-menu"));
        made.settle();
        assertEquals(ofRow, items());
        assertTrue(ofRow.containsAll(List.of("menu-free", "menu-why", "menu-open", "menu-copy-row")), ofRow::toString);
        robot.clickOn("#menu-open");
        made.settle();
        assertEquals(List.of("http://localhost:3000/"), made.asked());
    }

    @Test
    void itsMenuOpensByKeyBelowItsButton() {
        select("node");
        robot.push(KeyCode.ENTER).push(KeyCode.TAB).push(KeyCode.TAB);
        made.settle();
        assertEquals("inspector-menu", focus());
        robot.push(KeyCode.SPACE);
        made.settle();
        Button button = button("inspector-menu");
        double below = made.onFx(() -> button.localToScreen(button.getBoundsInLocal()).getMaxY());
        assertEquals(below, made.onFx(() -> MadeUpWindow.menu().getAnchorY()), 1);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        made.settle();
        assertTrue(made.onFx(() -> made.window().busy()), "its first entry is the plan to free the port");
    }

    @Test
    void theRowOfAProcessHasItsMenuThereToo() {
        made.run(() -> made.model().screen().set(Screen.PROCESSES));
        made.tick(WEB, NAMES);
        select("node");
        assertFalse(made.onFx(() -> button("inspector-open").isVisible()));
        robot.clickOn(button("inspector-menu"));
        made.settle();
        assertTrue(items().contains("menu-sockets"), items()::toString);
    }

    private String focus() {
        return made.onFx(() -> made.window().getScene().getFocusOwner().getId());
    }

    private List<String> items() {
        return made.onFx(
                () -> MadeUpWindow.menu().getItems().stream().map(MenuItem::getId).map(id -> Objects.requireNonNullElse(id, "-")).toList());
    }
}
