package quaywatch.ui;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.header.SuggestionsViewModel.Offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list below the query field, worked by keys and by the pointer. */
@UiTest
class SuggestionsUiTest {

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
                SampleRow.listener("127.0.0.1:3999").by(3, "node"), SampleRow.listener("127.0.0.1:8080").by(4, "java"));
    }

    @Test
    void fieldsComeFirstThenTheValuesThatOccur(FxRobot robot) {
        type(robot, "proc");
        assertEquals(List.of("process:"), offered());
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.ENTER);
        assertEquals("process:", field().getText());
        assertEquals(List.of("process:node", "process:java", "process:nginx"), offered(), "the list goes on with the values");
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.DOWN);
        assertEquals(List.of("process:java"), chosen());
        push(robot, KeyCode.UP);
        push(robot, KeyCode.TAB);
        assertEquals("process:node", field().getText());
        assertTrue(field().isFocused(), "Tab took the value and stayed");
        assertEquals(List.of(), offered());
        assertEquals(List.of("3000", "3999"), made.texts("port"));
    }

    @Test
    void enterWithoutAChoiceMakesChips(FxRobot robot) {
        type(robot, "no");
        assertEquals(List.of("process:node"), offered());
        push(robot, KeyCode.ENTER);
        assertEquals(List.of("no"), made.onFx(() -> List.copyOf(made.model().header().filters().chips())));
        assertEquals(List.of(), offered());
    }

    @Test
    void tabWithoutAChoiceGoesOn(FxRobot robot) {
        type(robot, "no");
        push(robot, KeyCode.TAB);
        assertFalse(field().isFocused());
        assertEquals(List.of(), offered());
        assertEquals("no", field().getText());
    }

    @Test
    void escapeClosesTheListFirstAndTheFiltersThen(FxRobot robot) {
        type(robot, "no");
        push(robot, KeyCode.ESCAPE);
        assertEquals(List.of(), offered());
        assertEquals("no", field().getText());
        push(robot, KeyCode.ESCAPE);
        assertEquals("", field().getText());
    }

    @Test
    void aClickTakesALineAndTheFieldKeepsTheFocus(FxRobot robot) {
        type(robot, "!process:n");
        robot.clickOn(lines().get(1));
        made.settle();
        assertEquals("!process:nginx", field().getText());
        assertEquals(14, made.onFx(() -> field().getCaretPosition()));
        assertTrue(field().isFocused());
        assertEquals(List.of(), offered());
        assertEquals(List.of("3000", "3999", "8080"), made.texts("port"));
    }

    @Test
    void onlyTheWordAtTheCaretIsReplaced(FxRobot robot) {
        type(robot, "process: lport:80");
        made.run(() -> field().positionCaret(8));
        robot.write("ng");
        made.settle();
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.ENTER);
        assertEquals("process:nginx lport:80", field().getText());
        assertEquals(13, made.onFx(() -> field().getCaretPosition()));
    }

    @Test
    void downInAnEmptyFieldOffersEveryField(FxRobot robot) {
        made.run(field()::requestFocus);
        assertEquals(List.of(), offered(), "the focus alone opens nothing");
        push(robot, KeyCode.DOWN);
        assertEquals("port:", offered().getFirst());
        assertTrue(offered().contains("time:"), offered()::toString);
        push(robot, KeyCode.UP);
        assertEquals(List.of("time:"), chosen());
        Node last = lines().getLast();
        Node list = made.window().lookup("#suggestions");
        assertTrue(made.onFx(() -> last.localToScene(last.getBoundsInLocal()).getMaxY() <= list.localToScene(list.getBoundsInLocal())
                .getMaxY()), "the chosen line is in sight");
    }

    @Test
    void whatIsNotFinishedIsNotWrongWhileThereIsSomethingToChooseFrom(FxRobot robot) {
        type(robot, "state:");
        assertFalse(offered().isEmpty());
        assertFalse(marked());
        assertEquals(0, bubbles());
        push(robot, KeyCode.ESCAPE);
        assertTrue(marked(), "nothing is left to choose from");
        assertEquals(1, bubbles());
    }

    @Test
    void aBracketRoundAnUnfinishedWordIsNotWrongEither(FxRobot robot) {
        type(robot, "(process:n");
        assertFalse(offered().isEmpty());
        assertFalse(marked());
        push(robot, KeyCode.ESCAPE);
        assertTrue(marked());
    }

    @Test
    void whatIsWrongBeforeTheUnfinishedWordIsMarkedAndDoesNotCoverTheList(FxRobot robot) {
        type(robot, "nobody:80 process:n");
        assertFalse(offered().isEmpty());
        assertTrue(marked());
        assertEquals(0, bubbles());
    }

    @Test
    void aValueThatNothingBeginsWithIsWrongAtOnce(FxRobot robot) {
        type(robot, "state:");
        robot.write("zz");
        made.settle();
        assertEquals(List.of(), offered());
        assertTrue(marked());
        assertEquals(1, bubbles());
    }

    @Test
    void anAnswerAfterTheListWasClosedIsDropped(FxRobot robot) {
        made.run(() -> {
            made.model().header().suggestions().ask("no", 2);
            made.model().header().suggestions().close();
        });
        assertEquals(List.of(), offered());
    }

    @Test
    void everyLineHasARoleAndAName(FxRobot robot) {
        type(robot, "process:n");
        assertEquals(List.of("process:node, 2 sockets", "process:nginx, 1 socket"),
                made.onFx(() -> lines().stream().map(Node::getAccessibleText).toList()));
        assertEquals(List.of(AccessibleRole.LIST_ITEM, AccessibleRole.LIST_ITEM),
                made.onFx(() -> lines().stream().map(Node::getAccessibleRole).toList()));
    }

    private void type(FxRobot robot, String text) {
        made.run(field()::requestFocus);
        robot.write(text);
        made.settle();
    }

    private void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        made.settle();
    }

    private TextField field() {
        return (TextField) made.window().lookup("#query.text-field");
    }

    private boolean marked() {
        return made.onFx(() -> field().getStyleClass().contains("wrong"));
    }

    private List<Node> lines() {
        return made.onFx(() -> made.window().lookupAll(".suggestion").stream()
                .filter(line -> made.window().lookup("#suggestions").getParent().isVisible()).toList());
    }

    private List<String> offered() {
        return made.onFx(() -> lines().stream().map(SuggestionsUiTest::text).toList());
    }

    private List<String> chosen() {
        return made.onFx(() -> lines().stream().filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")))
                .map(SuggestionsUiTest::text).toList());
    }

    private static String text(Node line) {
        return ((Offer) line.getUserData()).text();
    }

    private int bubbles() {
        return made
                .onFx(() -> (int) Window.getWindows().stream().filter(window -> window.getScene().lookup("#query-error") != null).count());
    }
}
