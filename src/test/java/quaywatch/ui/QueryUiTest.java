package quaywatch.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The query field and the port box, typed into. */
@UiTest
class QueryUiTest {

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
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "nginx"), SampleRow.listener("127.0.0.1:3000").by(2, "node"),
                SampleRow.listener("127.0.0.1:3999").by(3, "node"), SampleRow.listener("127.0.0.1:8080").by(4, "java"),
                SampleRow.listener("127.0.0.1:18080").by(5, "java"));
    }

    @Test
    void typingFiltersAndEnterMakesChips(FxRobot robot) {
        type(robot, "#query", "process:node port>3000");
        assertEquals(List.of("3999"), made.texts("port"));
        assertEquals("1 of 5", text("#screen-note"));
        push(robot, KeyCode.ENTER);
        assertEquals(List.of("process:node", "port>3000"), chips());
        assertEquals("", field("#query").getText());
        assertEquals(List.of("3999"), made.texts("port"));
    }

    @Test
    void backspaceChoosesTheLastChipAndEnterEditsIt(FxRobot robot) {
        type(robot, "#query", "process:node port>3000");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.BACK_SPACE);
        assertEquals(List.of("process:node", "port>3000"), chips(), "nothing is gone yet");
        assertEquals("Filter port>3000: Delete takes it away, Enter edits it", field("#query").getAccessibleText());
        push(robot, KeyCode.ENTER);
        assertEquals("port>3000", field("#query").getText());
        assertEquals(9, made.onFx(() -> field("#query").getCaretPosition()));
        assertEquals(List.of("process:node"), chips());
        assertEquals(List.of("3999"), made.texts("port"));
        assertEquals("Filter", field("#query").getAccessibleText());
    }

    @Test
    void arrowsGoFromChipToChipAndDeleteTakesOneAway(FxRobot robot) {
        made.run(() -> List.of("process:node", "port>3000", "proto:tcp").forEach(made.model().header().filters()::add));
        type(robot, "#query", "");
        push(robot, KeyCode.LEFT);
        assertEquals(List.of("proto:tcp"), chosen());
        push(robot, KeyCode.LEFT);
        push(robot, KeyCode.DELETE);
        assertEquals(List.of("process:node", "proto:tcp"), chips());
        assertEquals(List.of("proto:tcp"), chosen(), "the next one");
        push(robot, KeyCode.BACK_SPACE);
        assertEquals(List.of("process:node"), chosen(), "the one before");
        push(robot, KeyCode.RIGHT);
        assertEquals(List.of(), chosen());
        robot.write("3999");
        made.settle();
        assertEquals(List.of("3999"), made.texts("port"), "typing goes on in the text");
    }

    @Test
    void typingAndEscapeLeaveTheChips(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("process:node"));
        type(robot, "#query", "");
        push(robot, KeyCode.LEFT);
        push(robot, KeyCode.ESCAPE);
        assertEquals(List.of("process:node"), chips(), "Escape only leaves");
        assertEquals(List.of(), chosen());
        push(robot, KeyCode.LEFT);
        robot.write("3");
        made.settle();
        assertEquals(List.of(), chosen());
        assertEquals("3", field("#query").getText());
    }

    @Test
    void chipsWithoutRoomAreANumberAndComeIntoSightWhenChosen(FxRobot robot) {
        made.run(() -> List.of("process:node", "port>3000", "proto:tcp", "user:ada", "is:listening")
                .forEach(made.model().header().filters()::add));
        int folded = folded();
        assertTrue(folded >= 2, () -> "+" + folded);
        type(robot, "#query", "");
        for (String term : List.of("is:listening", "user:ada", "proto:tcp", "port>3000", "process:node")) {
            push(robot, KeyCode.LEFT);
            assertEquals(List.of(term), chosen());
            assertEquals(folded, folded());
        }
    }

    @Test
    void backspaceBeforeTextTakesNoTextAway(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("process:node"));
        type(robot, "#query", "3999");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.HOME);
        push(robot, KeyCode.BACK_SPACE);
        push(robot, KeyCode.ENTER);
        assertEquals(List.of("3999"), made.texts("port"));
        assertEquals("process:node 3999", made.model().header().filters().text());
    }

    @Test
    void theCrossOfAChipLiftsIt(FxRobot robot) {
        made.run(() -> {
            made.model().header().filters().add("process:node");
            made.model().header().filters().add("port>3000");
        });
        robot.clickOn("#query .chip-remove");
        made.settle();
        assertEquals(List.of("port>3000"), chips());
        assertEquals(List.of("3999", "8080", "18080"), made.texts("port"));
    }

    @ParameterizedTest
    @CsvSource({"port:70000,70000,Port 70000 does not exist. A port is 0 to 65535.", "colour:red,colour,There is no field \"colour\"."})
    void aWrongQueryKeepsTheRowsAndSaysWhatIsWrongAndWhere(String query, String place, String sentence, FxRobot robot) {
        type(robot, "#query", "node ");
        assertEquals(List.of("3000", "3999"), made.texts("port"));
        made.run(() -> field("#query").appendText(query));
        assertEquals(List.of("3000", "3999"), made.texts("port"), "the last good rows");
        assertTrue(field("#query").getStyleClass().contains("wrong"));
        assertEquals(place, bubble(".place"));
        assertTrue(bubble(".query-error > .label").startsWith(sentence), () -> bubble(".query-error > .label"));
        assertEquals(bubble(".query-error > .label"), field("#query").getAccessibleHelp());
    }

    @Test
    void aQueryThatIsRightAgainLosesItsMark(FxRobot robot) {
        type(robot, "#query", "port:70000");
        push(robot, KeyCode.BACK_SPACE);
        assertFalse(field("#query").getStyleClass().contains("wrong"));
        assertTrue(bubbles().isEmpty(), "no bubble");
        assertEquals(null, field("#query").getAccessibleHelp());
        assertEquals("0 of 5", text("#screen-note"));
    }

    @Test
    void escapeTakesEveryFilterAway(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("process:node"));
        type(robot, "#port", "3000");
        type(robot, "#query", "3000");
        assertEquals(List.of("3000"), made.texts("port"));
        push(robot, KeyCode.ESCAPE);
        assertFalse(made.model().header().suggestions().isOpen(), "the list goes first");
        push(robot, KeyCode.ESCAPE);
        assertEquals(List.of("80", "3000", "3999", "8080", "18080"), made.texts("port"));
        assertEquals(List.of(), chips());
        assertEquals("", field("#query").getText() + field("#port").getText());
    }

    @Test
    void escapeFromAWrongQueryTakesTheBubbleAway(FxRobot robot) {
        type(robot, "#query", "port:70000");
        push(robot, KeyCode.ESCAPE);
        assertTrue(bubbles().isEmpty(), "no bubble");
        assertEquals("", field("#query").getText());
    }

    @Test
    void thePortBoxTakesPortsRangesAndNames(FxRobot robot) {
        type(robot, "#port", "8080");
        assertEquals(List.of("8080"), made.texts("port"));
        Map.of("3000-3999", List.of("3000", "3999"), "http", List.of("80"), "well-known", List.of("80")).forEach((typed, ports) -> {
            made.run(() -> field("#port").setText(typed));
            assertEquals(ports, made.texts("port"), typed);
            assertFalse(field("#port").getStyleClass().contains("wrong"), typed);
        });
    }

    @Test
    void thePortBoxSaysThatAPortDoesNotExist(FxRobot robot) {
        type(robot, "#port", "7000");
        type(robot, "#port", "0");
        assertTrue(field("#port").getStyleClass().contains("wrong"));
        assertEquals("70000", bubble(".place"));
        assertEquals("Port 70000 does not exist. A port is 0 to 65535.", bubble(".query-error > .label"));
        assertEquals("0 of 5", text("#screen-note"), "the last good filter holds");
    }

    @ParameterizedTest
    @CsvSource({"ENTER", "DOWN"})
    void theFirstRowIsOneKeyAwayFromThePortBox(KeyCode key, FxRobot robot) {
        type(robot, "#port", "3000-3999");
        push(robot, key);
        assertTrue(made.table().isFocused());
        assertEquals(made.line(0), made.onFx(() -> made.model().selected()));
        assertEquals(3000, made.line(0).socket().local().port());
    }

    @Test
    void deleteBehindThePortOpensThePlan(FxRobot robot) {
        type(robot, "#port", "8080");
        push(robot, KeyCode.DELETE);
        assertTrue(robot.lookup("#free-dialog").query().isVisible());
        assertEquals("Free port 8080", text(".dialog-title"));
    }

    @Test
    void deleteWithoutARowOpensNothing(FxRobot robot) {
        type(robot, "#port", "9999");
        push(robot, KeyCode.DELETE);
        assertFalse(robot.lookup("#free-dialog").query().isVisible());
    }

    @Test
    void shortcutsReachBothFields(FxRobot robot) {
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        assertTrue(field("#query").isFocused());
        robot.press(KeyCode.CONTROL).push(KeyCode.P).release(KeyCode.CONTROL);
        assertTrue(field("#port").isFocused());
    }

    private void type(FxRobot robot, String field, String text) {
        robot.interact(() -> {
            field(field).requestFocus();
            field(field).end();
        });
        robot.write(text);
        made.settle();
    }

    private void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        made.settle();
    }

    private TextField field(String id) {
        return (TextField) made.window().lookup(id + ".text-field");
    }

    private String text(String query) {
        return ((Labeled) made.window().lookup(query)).getText();
    }

    private List<String> chips() {
        return made.onFx(() -> List.copyOf(made.model().header().filters().chips()));
    }

    private List<String> chosen() {
        return made.onFx(() -> made.window().lookupAll("#query .chip").stream()
                .filter(chip -> chip.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen"))).map(Node::getAccessibleText)
                .toList());
    }

    private int folded() {
        return made.onFx(() -> made.window().lookupAll("#query .chip.plain").stream().map(Node::getAccessibleText)
                .mapToInt(Integer::parseInt).sum());
    }

    private List<Window> bubbles() {
        return made.onFx(() -> Window.getWindows().stream().filter(window -> window.getScene().lookup("#query-error") != null).toList());
    }

    private String bubble(String query) {
        return made.onFx(() -> {
            Node found = bubbles().getFirst().getScene().lookup(query);
            return ((Labeled) Objects.requireNonNull(found, query)).getText();
        });
    }
}
