package quaywatch.ui;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.SampleRow;
import quaywatch.model.User;
import quaywatch.ui.nav.Screen;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The inspector: what it says, where its rows lead, what can be taken along. */
@UiTest
class InspectorUiTest {

    private static final ProcessFacts NODE = SampleRow.process(25_310, "node", "node server.js --port 3000",
            new Belonging.StartedBy("bash"));
    private static final ProcessFacts BASH = SampleRow.process(7, "bash", "bash", null);
    private static final ProcessFacts INIT = SampleRow.process(1, "systemd", "systemd", null);
    private static final SampleRow FIRST = SampleRow.listener("0.0.0.0:3000").cookie(1).by(NODE).queues(2, 100);
    private static final SampleRow SECOND = SampleRow.listener("127.0.0.1:9229").cookie(2).by(NODE).queues(100, 100);
    private static final SampleRow ACCEPTED = SampleRow.connection("127.0.0.1:3000", "127.0.0.1:5000").cookie(3).by(NODE).rates(48_000, 0)
            .tcp(1, 1, 0, 900, SampleRow.START);
    private static final SampleRow CALLER = SampleRow.connection("127.0.0.1:5000", "127.0.0.1:3000").cookie(4).by(9, "firefox");
    private static final SampleRow FAR = SampleRow.connection("10.0.0.1:3000", "10.0.0.9:6000").cookie(5).by(NODE).rates(10, 0)
            .tcp(1, 1, 0, 900, SampleRow.START);

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        made.details().put(NODE.id(), new ProcessDetail(List.of(NODE, BASH, INIT), "pts/3", 30L, 1_024L));
    }

    @Stop
    void close() {
        made.close();
    }

    private void select(int row) {
        made.tick(FIRST, SECOND, ACCEPTED, CALLER, FAR);
        made.run(() -> made.model().table().select(made.model().table().lines().get(row)));
        MadeUpWindow.await("its parents are told", () -> made.onFx(() -> !rows("why").isEmpty()));
        made.settle();
    }

    @Test
    void saysWhatItIsAndWhyItRuns(FxRobot robot) {
        select(0);
        assertEquals("node, started 0 s ago by bash, listens on 3000 for every interface; 2 clients, 1 on this machine.",
                robot.lookup("#inspector .sentence").queryAs(Label.class).getText());
        assertEquals(List.of("systemd 1", "bash 7", "node 25310, on pts/3: show what it holds"), said("why"));
        assertEquals(List.of("firefox:5000, 48.0 kB a second: go to its connection", "10.0.0.9:6000, 10 B a second: go to its connection"),
                said("client"));
        assertTrue(facts(robot).containsAll(List.of("2 of 100", "30 of 1024")), () -> facts(robot).toString());
        assertEquals(List.of("2 connections wait to be accepted by the program."), ills(robot));
    }

    @Test
    void aRowLeadsToItsPortByKey(FxRobot robot) {
        select(0);
        assertEquals(List.of("Port 3000 TCP, Every interface, 2 clients: go to its row",
                "Port 9229 TCP, This machine, no client: go to its row"), said("port"));
        made.run(() -> rows("port").get(1).requestFocus());
        robot.push(KeyCode.ENTER);
        made.settle();
        assertEquals(":9229", robot.lookup(".inspector-port").queryAs(Label.class).getText());
        assertEquals(2, cookie());
    }

    @Test
    void clientsLeadToTheirConnectionAndFromThereToTheOtherEnd(FxRobot robot) {
        select(0);
        made.run(() -> rows("client").getFirst().fire());
        assertEquals(Screen.CONNECTIONS, made.onFx(() -> made.model().screen().get()));
        assertEquals(3, cookie());
        made.run(() -> rows("other").getFirst().fire());
        assertEquals(4, cookie());
    }

    private long cookie() {
        return made.onFx(() -> ((SocketLine) Objects.requireNonNull(made.model().selected())).socket().cookie());
    }

    @Test
    void commandAndAllThatIsSaidCanBeTakenAlong() {
        select(0);
        fire("#inspector-command-copy");
        assertEquals("node server.js --port 3000", copied());
        fire("#inspector-copy");
        assertTrue(copied().startsWith("node :3000\nnode, started"), this::copied);
        assertTrue(copied().contains("Accept queue: 2 of 100"), this::copied);
    }

    private void fire(String button) {
        made.run(() -> ((Button) Objects.requireNonNull(made.window().lookup(button))).fire());
    }

    private String copied() {
        return made.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void theFocusStaysInARowWhileItsValuesChange() {
        select(0);
        Button row = made.onFx(() -> rows("client").getFirst());
        made.run(row::requestFocus);
        made.pass(Duration.ofSeconds(1));
        made.tick(FIRST, SECOND, ACCEPTED.rates(96_000, 0), CALLER, FAR);
        assertSame(row, made.onFx(() -> made.window().getScene().getFocusOwner()));
        assertEquals("firefox:5000, 96.0 kB a second: go to its connection", row.getAccessibleText());
    }

    @Test
    void aProcessShowsItsPortsAndAllItsSockets(FxRobot robot) {
        made.run(() -> made.model().screen().set(Screen.PROCESSES));
        made.tick(FIRST, SECOND, ACCEPTED, CALLER, FAR);
        int node = made.texts("owner").indexOf("node");
        select(node);
        assertEquals("node, started 0 s ago by bash, holds 2 ports and 2 connections.",
                robot.lookup("#inspector .sentence").queryAs(Label.class).getText());
        assertEquals(2, rows("port").size());
        fire("#inspector-all");
        assertEquals(Screen.CONNECTIONS, made.onFx(() -> made.model().screen().get()));
    }

    @Test
    void aFullListenerIsMarkedInItsRow() {
        made.run(() -> made.model().inspectorOpen().set(false));
        made.tick(FIRST, SECOND);
        TableCell<?, ?> full = made.cell(1, "state");
        TableCell<?, ?> fine = made.cell(0, "state");
        assertTrue(full.getStyleClass().contains("st-word-stuck"), full.getStyleClass()::toString);
        assertFalse(fine.getStyleClass().contains("st-word-stuck"));
        String told = String.valueOf(made.onFx(() -> full.queryAccessibleAttribute(AccessibleAttribute.HELP)));
        assertTrue(told.startsWith("Accept queue full: 100 of 100 wait"), told);
        assertTrue(made.tooltip(1, "state").endsWith(told), made.tooltip(1, "state"));
    }

    @Test
    void hiddenOwnerIsExplained() {
        made.tick(SampleRow.listener("0.0.0.0:27").user(0, "root").by(new Owner.UserOnly(new User(0, "root")),
                Evidence.EXACT));
        made.run(() -> made.model().table().select(made.model().table().lines().getFirst()));
        fire("#inspector-hidden");
        assertTrue(made.onFx(() -> made.window().lookup("#owner-card") != null));
    }

    private List<String> said(String kind) {
        return made.onFx(() -> rows(kind).stream().map(Node::getAccessibleText).toList());
    }

    /** In their order on the screen. */
    private List<Button> rows(String kind) {
        return made.window().lookupAll("#inspector-" + kind + "-row").stream().filter(node -> node.getParent().getParent().isVisible())
                .map(Button.class::cast).sorted(Comparator.comparingDouble(Node::getLayoutY)).toList();
    }

    private static List<String> facts(FxRobot robot) {
        return robot.lookup(".fact-value").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static List<String> ills(FxRobot robot) {
        return robot.lookup(".ills .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
