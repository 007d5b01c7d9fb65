package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import quaywatch.model.SampleRow;

/** The dialog that frees a port as a person sees it and works it by keyboard, over a {@link MadeUpWindow}. */
final class DialogScreen {

    private final MadeUpWindow made;
    private final FxRobot robot = new FxRobot();

    DialogScreen(MadeUpWindow made) {
        this.made = made;
    }

    /** The rows arrive, the first one is selected, the key for freeing is pressed, and the whole plan is there. */
    void open(SampleRow... rows) {
        openAtOnce(rows);
        MadeUpWindow.await("the plan is whole", () -> !text().contains("Looking for what would bring it back"));
        made.settle();
    }

    /** The same, without waiting for who would start the process again. */
    void openAtOnce(SampleRow... rows) {
        made.tick(rows);
        made.run(() -> {
            made.table().requestFocus();
            made.table().getSelectionModel().clearAndSelect(0);
        });
        robot.push(KeyCode.DELETE);
        made.settle();
    }

    /** Opens the plan, gives the suggested answer and waits until the wait is under way: the time that passes then counts for it. */
    void begin(SampleRow row) {
        open(row);
        push(KeyCode.ENTER);
        awaitText("Waiting for the process and for the port");
    }

    /** The same, until force is offered. */
    void beginLate(SampleRow row) {
        begin(row);
        made.lever().pass(Duration.ofSeconds(5));
        awaitText("If you force it");
    }

    /** Goes to a button with the Tab key. */
    void focus(String button) {
        for (int i = 0; i < 10 && !focused().equals(button); i++) {
            push(KeyCode.TAB);
        }
        if (!focused().equals(button)) {
            throw new AssertionError("the Tab key does not reach " + button);
        }
    }

    void push(KeyCode... keys) {
        robot.push(keys);
        made.settle();
    }

    boolean isOpen() {
        return made.onFx(() -> node().isVisible());
    }

    private Node node() {
        return Objects.requireNonNull(made.window().lookup("#free-dialog"));
    }

    /** Every text, top to bottom, one a line. */
    String text() {
        return made.onFx(() -> node().lookupAll(".label").stream().filter(Node::isVisible).map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty()).collect(Collectors.joining("\n")));
    }

    /** Title and sentence of the band that tells how it stands. */
    String band() {
        return made.onFx(() -> node().lookupAll(".band .label").stream().map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n")));
    }

    void awaitText(String text) {
        MadeUpWindow.await("the dialog says: " + text + "; it says:\n" + text(), () -> text().contains(text));
    }

    void awaitOutcome() {
        MadeUpWindow.await("the outcome is told", () -> made.onFx(() -> node().lookup("#outcome") != null));
        made.settle();
    }

    /** The ids of the buttons, left to right, that of the default one marked. */
    List<String> buttons() {
        return made.onFx(() -> node().lookupAll(".dialog-foot .button").stream().map(button -> (Button) button)
                .map(button -> button.getId() + (button.isDefaultButton() ? " (default)" : "")).toList());
    }

    /** The id of what has the focus. */
    String focused() {
        return made.onFx(() -> {
            Node owner = made.window().getScene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }
}
