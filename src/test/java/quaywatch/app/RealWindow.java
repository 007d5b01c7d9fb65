package quaywatch.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.cli.SourceChoice;
import quaywatch.control.MemoryJournal;
import quaywatch.model.Owner;
import quaywatch.model.ProcessId;
import quaywatch.text.Words;
import quaywatch.ui.theme.Fonts;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The program's own window over the machine it runs on, with no fake in it, and the keys of a person who frees a port with it. Driven by the
 * test's thread.
 */
final class RealWindow implements AutoCloseable {

    static final int LIMIT_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final Wiring wiring;

    private final List<String> steps = new ArrayList<>();

    private RealWindow(Wiring wiring) {
        this.wiring = wiring;
    }

    /** FX thread only. */
    static RealWindow open(Stage stage) {
        Fonts.load(Optional.empty());
        Machine machine = new Machines(Clock.systemUTC()).of(SourceChoice.AUTO);
        Groundwork groundwork = new Groundwork(machine, new Words(Locale.ROOT), Shipped.names(), Optional.empty(),
                new MemoryJournal(List.of(), null));
        Wiring wiring = new Wiring(machine, groundwork, 1000, 700, stage::close);
        stage.setScene(wiring.scene());
        stage.show();
        wiring.window().focusStart();
        wiring.start();
        return new RealWindow(wiring);
    }

    FxRobot robot() {
        return robot;
    }

    Wiring wiring() {
        return wiring;
    }

    /** Waits until so many more looks at the machine have been shown. */
    void awaitTicks(int count) {
        long wanted = sequence() + count;
        await(count + " more looks are shown", () -> sequence() >= wanted);
    }

    private long sequence() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000,
                () -> wiring.model().frame().get() == null ? 0L : wiring.model().frame().get().snapshot().sequence());
    }

    /** What was typed and pressed since the window opened. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    private void push(KeyCode key) {
        steps.add(key.getName());
        robot.push(key);
    }

    /** Types the port, waits for its row and goes to it. */
    void find(int port) {
        steps.add(Integer.toString(port));
        robot.write(Integer.toString(port));
        await("the row of port " + port + " is the only one", () -> lines().size() == 1 && line().socket().local().port() == port);
        push(KeyCode.ENTER);
    }

    /** Waits until the only row is told as held by exactly these processes. */
    void awaitHolders(ProcessId... holders) {
        await("the holders are " + List.of(holders), () -> holders().equals(List.of(holders)));
    }

    /** Opens the plan for the row that has the focus; what it says. The suggested answer, to do it, has the focus then. */
    String openPlan() {
        push(KeyCode.DELETE);
        await("the plan can be carried out", () -> shown("#do-free"));
        assertTrue(robot.lookup("#do-free").query().isFocused(), "the suggested answer has the focus");
        return text("#free-dialog .label");
    }

    /** Gives the suggested answer and waits for the end; the outcome as told. */
    String confirm() {
        push(KeyCode.ENTER);
        await("the outcome is told", () -> shown("#outcome"));
        return text("#outcome .label");
    }

    /** Goes to the History screen; what it tells of the latest deed. */
    String latestDeed() {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT6);
        await("a deed is told", () -> shown("#deed") && robot.lookup("#deed").query().isVisible());
        return text("#deed .label");
    }

    void leaveDialog() {
        await("the answer has the focus", () -> shown("#done") && robot.lookup("#done").query().isFocused());
        push(KeyCode.ENTER);
        await("the dialog is closed", () -> !robot.lookup("#free-dialog").query().isVisible());
    }

    /** Waits until no row but those of closed sockets is left. */
    void awaitNoRow() {
        await("the row is gone", () -> lines().stream().noneMatch(shown -> shown instanceof SocketLine socket && !socket.isClosed()));
    }

    private List<Line> lines() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> List.copyOf(wiring.model().ports().lines()));
    }

    private SocketLine line() {
        return (SocketLine) lines().getFirst();
    }

    private List<ProcessId> holders() {
        return lines().size() == 1 && line().owner() instanceof Owner.Processes owner
                ? owner.holders().stream().map(holder -> holder.id()).toList()
                : List.of();
    }

    private boolean shown(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private String text(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> robot.lookup(query).queryAll().stream().map(RealWindow::text)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")));
    }

    private static String text(Node node) {
        return String.valueOf(((Labeled) node).getText());
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "not within " + LIMIT_SECONDS + " s: " + what + "; the holders are " + holders() + ", the dialog says:\n"
                            + text("#free-dialog .label"),
                    e);
        }
    }

    /** FX thread only. */
    @Override
    public void close() {
        wiring.close();
    }
}
