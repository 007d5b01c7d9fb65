package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.CloseOutcome;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Closing one connection: by key, from the menu and from the inspector; asked first, told afterwards. */
@UiTest
class CloseConnectionUiTest {

    private static final SampleRow[] ROWS = {SampleRow.listener("127.0.0.1:3000").by(1, "node"),
            SampleRow.connection("127.0.0.1:40000", "127.0.0.1:3000").by(2, "firefox").cookie(7),
            SampleRow.connection("127.0.0.1:3000", "127.0.0.1:40000").by(1, "node").cookie(8),
            SampleRow.socket(Protocol.UDP, "10.0.0.1:5000", "10.0.0.9:53", SocketState.CONNECTED).by(3, "resolver").cookie(9)};

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
        made.run(() -> {
            made.model().screen().set(Screen.CONNECTIONS);
            made.model().connections().grouping().set(Grouping.NONE);
        });
        made.tick(ROWS);
    }

    private int select(int localPort) {
        return made.onFx(() -> {
            List<Line> lines = made.table().getItems();
            int index = 0;
            while (!(lines.get(index) instanceof SocketLine line && line.socket().local().port() == localPort)) {
                index++;
            }
            made.table().requestFocus();
            made.table().getSelectionModel().clearAndSelect(index);
            return index;
        });
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        made.settle();
    }

    private Node dialog() {
        return Objects.requireNonNull(made.window().lookup("#close-dialog"));
    }

    private boolean isOpen() {
        return made.onFx(() -> dialog().isVisible());
    }

    private String text() {
        return made.onFx(() -> dialog().lookupAll(".label").stream().map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty()).collect(Collectors.joining("\n")));
    }

    private void awaitText(String text) {
        MadeUpWindow.await("the dialog says " + text, () -> text().contains(text));
        made.settle();
    }

    @Test
    void keyAsksAndNamesBothEndsAndWhoStaysThenTellsHowItEnded() {
        select(40_000);
        push(KeyCode.SHIFT, KeyCode.DELETE);
        assertTrue(isOpen());
        assertTrue(text().contains("firefox 2 at 127.0.0.1:40000"), text());
        assertTrue(text().contains("firefox 2 stays"), text());
        assertTrue(text().contains("node 1 at 127.0.0.1:3000\nnode 1 stays too"), text());
        assertTrue(text().contains("The system asks for a password"), text());
        assertEquals(List.of(), made.closer().closed());
        push(KeyCode.ENTER);
        awaitText("The connection is closed");
        assertEquals(List.of("7 virtual"), made.closer().closed());
        push(KeyCode.ENTER);
        assertFalse(isOpen());
        assertTrue(made.onFx(() -> made.table().isFocused()), "the focus is where it was");
    }

    @Test
    void whatWasClosedStandsInTheHistory() {
        select(40_000);
        push(KeyCode.SHIFT, KeyCode.DELETE);
        push(KeyCode.ENTER);
        awaitText("The connection is closed");
        push(KeyCode.ENTER);
        made.run(() -> made.model().screen().set(Screen.HISTORY));
        MadeUpWindow.await("it is listed", () -> said().contains("Closed the connection 127.0.0.1:40000 to 127.0.0.1:3000 of firefox 2"));
        made.run(() -> ((javafx.scene.control.TableView<?>) Objects.requireNonNull(made.window().lookup("#history-table")))
                .getSelectionModel().select(0));
        assertTrue(said().contains("none; the kernel closed it, and the programs ran on"), said()::toString);
        assertTrue(made.onFx(() -> Objects.requireNonNull(made.window().lookup("#copy-deed")).isDisabled()), "there is no command");
    }

    private List<String> said() {
        return made.onFx(() -> Stream.of("#history-table .table-cell", "#deed .label")
                .flatMap(selector -> made.window().lookupAll(selector).stream()).map(node -> String.valueOf(((Labeled) node).getText()))
                .toList());
    }

    @Test
    void cancelClosesNothing() {
        select(40_000);
        push(KeyCode.SHIFT, KeyCode.DELETE);
        push(KeyCode.ESCAPE);
        assertFalse(isOpen());
        assertEquals(List.of(), made.closer().closed());
    }

    @Test
    void inspectorOffersItAndTellsWhatTheSystemForbids() {
        made.closer().says(new CloseOutcome.NotPermitted());
        select(3_000);
        made.settle();
        made.run(() -> ((Button) Objects.requireNonNull(made.window().lookup("#inspector-close-connection"))).fire());
        made.run(() -> ((Button) Objects.requireNonNull(made.window().lookup("#do-close"))).fire());
        awaitText("The system does not let you close this connection");
        assertTrue(text().contains("sudo quaywatch"), text());
    }

    @Test
    void whereItCantBeDoneTheMenuAndTheInspectorSayWhy() {
        int index = select(5_000);
        made.settle();
        Button button = made.onFx(() -> (Button) Objects.requireNonNull(made.window().lookup("#inspector-close-connection")));
        assertTrue(made.onFx(button::isDisabled));
        assertEquals("UDP has no connections to close", made.onFx(() -> button.getTooltip().getText()));
        robot.rightClickOn(made.cell(index, "owner"));
        made.settle();
        MenuItem item = made
                .onFx(() -> MadeUpWindow.menu().getItems().stream().filter(each -> "menu-close-connection".equals(each.getId())).findFirst()
                        .orElseThrow());
        assertTrue(item.isDisable());
        assertEquals("Close connection: UDP has no connections to close", item.getText());
        made.run(() -> MadeUpWindow.menu().hide());
        select(5_000);
        push(KeyCode.SHIFT, KeyCode.DELETE);
        assertTrue(text().contains("UDP has no connections to close"), text());
        push(KeyCode.ENTER);
        assertFalse(isOpen());
    }
}
