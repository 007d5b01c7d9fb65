package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The dialog that tells why a port can't be used, worked by keyboard. */
@UiTest
class WhyUiTest {

    private static final SampleRow JAVA = SampleRow.listener("127.0.0.1:8080").by(42, "java");

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

    private void held(int held) {
        made.bindsSay((_, port, addresses) -> new Result(
                addresses.stream().map(it -> new Bind(it, port == held ? Verdict.IN_USE : Verdict.FREE)).toList()));
    }

    private void selectFirst() {
        made.tick(JAVA);
        made.run(() -> {
            made.table().requestFocus();
            made.table().getSelectionModel().clearAndSelect(0);
        });
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        made.settle();
    }

    private Node dialog() {
        return Objects.requireNonNull(made.window().lookup("#why-dialog"));
    }

    private boolean isOpen() {
        return made.onFx(() -> dialog().isVisible());
    }

    private String text() {
        return made.onFx(() -> Stream.of(".label", ".hyperlink").flatMap(kind -> dialog().lookupAll(kind).stream())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty()).collect(Collectors.joining("\n")));
    }

    private void awaitText(String text) {
        MadeUpWindow.await("the dialog says " + text, () -> text().contains(text));
        made.settle();
    }

    private String focused() {
        return made.onFx(() -> String.valueOf(made.window().getScene().getFocusOwner().getId()));
    }

    private void focus(String id) {
        for (int i = 0; i < 20 && !focused().equals(id); i++) {
            push(KeyCode.TAB);
        }
        assertEquals(id, focused());
    }

    @Test
    void keyOnARowExplainsItsPort() {
        held(8080);
        selectFirst();
        push(KeyCode.W);
        awaitText("Port 8080 can't be used");
        assertTrue(text().contains("java 42, yours, listens on 127.0.0.1:8080"), text());
        assertTrue(text().contains("in use"), text());
        assertTrue(text().contains("8081\nnext above"), text());
        assertEquals("why-port", focused());
        push(KeyCode.ESCAPE);
        assertFalse(isOpen());
        assertEquals("ports-table", focused());
    }

    @Test
    void shiftEnterInThePortBoxAndAnotherPortTyped() {
        held(8080);
        made.tick(JAVA);
        made.run(() -> made.window().focusStart());
        robot.write("8080");
        push(KeyCode.SHIFT, KeyCode.ENTER);
        awaitText("Port 8080 can't be used");
        robot.write("9000");
        push(KeyCode.ENTER);
        awaitText("Port 9000 is free");
        assertTrue(text().contains("quaywatch why 9000"), text());
    }

    @Test
    void menuKeyOpensItEmptyAndSaysWhatToDo() {
        made.tick(List.of());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        assertTrue(isOpen());
        assertTrue(text().contains("Type a port and press Enter."), text());
        robot.write("http");
        push(KeyCode.ENTER);
        awaitText("Port 80 is free");
    }

    @Test
    void testAgainBindsAgain() {
        AtomicInteger asked = new AtomicInteger();
        made.bindsSay((_, _, addresses) -> {
            Verdict verdict = asked.getAndIncrement() < 2 ? Verdict.NOT_PERMITTED : Verdict.FREE;
            return new Result(addresses.stream().map(it -> new Bind(it, verdict)).toList());
        });
        selectFirst();
        push(KeyCode.W);
        awaitText("may not bind ports below 1024");
        focus("test-again");
        push(KeyCode.SPACE);
        awaitText("Port 8080 is free");
    }

    @Test
    void wayOutLeadsToThePlanAndFreePortsAreCopied() {
        held(8080);
        selectFirst();
        push(KeyCode.W);
        awaitText("Port 8080 can't be used");
        focus("copy-8081");
        push(KeyCode.SPACE);
        assertEquals("8081", made.onFx(() -> Clipboard.getSystemClipboard().getString()));
        focus("why-free");
        push(KeyCode.ENTER);
        assertFalse(isOpen());
        assertTrue(made.onFx(() -> made.window().lookup("#free-dialog").isVisible()));
    }

    @Test
    void theFocusStaysInTheDialog() {
        held(8080);
        selectFirst();
        push(KeyCode.W);
        awaitText("Port 8080 can't be used");
        for (int i = 0; i < 20; i++) {
            push(KeyCode.TAB);
            assertTrue(made.onFx(() -> {
                Node node = made.window().getScene().getFocusOwner();
                while (node != null && node != dialog()) {
                    node = node.getParent();
                }
                return node != null;
            }), focused());
        }
    }

    @Test
    void answerThatComesLateIsDropped() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(2);
        made.bindsSay((_, port, addresses) -> {
            if (port == 8080) {
                begun.countDown();
                awaitQuietly(go);
                over.countDown();
            }
            return new Result(addresses.stream().map(it -> new Bind(it, Verdict.FREE)).toList());
        });
        selectFirst();
        push(KeyCode.W);
        begun.await();
        made.run(() -> ((TextField) dialog().lookup("#why-port")).setText("9000"));
        push(KeyCode.ENTER);
        awaitText("Port 9000 is free");
        go.countDown();
        over.await();
        made.settle();
        assertFalse(text().contains("Port 8080"), text());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
