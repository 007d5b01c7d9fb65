package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Counting;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What goes through connections: in the table, in its group heads, in the inspector, and in the status bar. */
@UiTest
class FlowUiTest {

    private static final SampleRow BUSY = SampleRow.connection("10.0.0.1:5000", "10.0.0.2:443").by(1, "firefox")
            .tcp(61_000, 9_000_000, 2, 11_200, SampleRow.START.minusSeconds(30)).rates(1_920_000, 800);
    private static final SampleRow DATAGRAMS = SampleRow.socket(Protocol.UDP, "10.0.0.1:5001", "10.0.0.2:443", SocketState.CONNECTED)
            .by(1, "firefox");

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void connectionsAndTheirProcessShowRates() {
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        made.tick(BUSY, DATAGRAMS);
        assertEquals(List.of("1.92 MB", "1.92 MB", "n/a"), made.texts("in"));
        assertEquals(List.of("0.8 kB", "0.8 kB", "n/a"), made.texts("out"));
        assertEquals("Linux counts the bytes of TCP connections only, not of UDP.",
                made.tooltip(2, "in"));
    }

    @Test
    void inspectorSaysWhatGoesThrough(FxRobot robot) {
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        made.tick(BUSY, DATAGRAMS);
        made.run(() -> made.model().connections().select(made.line(1)));
        assertTrue(facts(robot).containsAll(List.of("1.92 MB", "0.8 kB", "9.00 MB", "61.0 kB", "11 ms", "2 segments",
                "30 s ago")), () -> facts(robot).toString());
        made.run(() -> made.model().connections().select(made.line(2)));
        assertTrue(facts(robot).contains("Linux counts the bytes of TCP connections only, not of UDP."), () -> facts(robot).toString());
    }

    @Test
    void statusSaysWhenTotalsLackSomething(FxRobot robot) {
        tick(Counting.COMPLETE);
        Label label = robot.lookup("#counting").queryAs(Label.class);
        assertFalse(label.isVisible());
        tick(Counting.LOST);
        assertTrue(label.isVisible());
        assertEquals("Totals incomplete", label.getText());
        assertTrue(label.getTooltip().getText().contains("missing in the totals"), label.getTooltip()::getText);
        tick(Counting.SHORT_MISSED);
        assertEquals("Short connections not counted", label.getText());
    }

    private void tick(Counting counting) {
        List<Row> rows = Stream.of(BUSY).map(SampleRow::row).toList();
        made.tick(rows, new SourceReport("netlink", Duration.ofMillis(3), 0, 0, true, List.of(), Duration.ZERO, counting));
    }

    private static List<String> facts(FxRobot robot) {
        return robot.lookup(".fact-value").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
