package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.settings.Palette;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Look;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The lists of the Activity screen lead to the connections that they count, by click and by key, and keep still meanwhile. */
@UiTest
class RanksUiTest {

    private static final SampleRow JAVA = SampleRow.connection("10.0.0.1:5000", "10.0.0.7:443").cookie(1).by(101, "java");
    private static final SampleRow FIREFOX = SampleRow.connection("10.0.0.1:5001", "10.0.0.7:443").cookie(2).by(100, "firefox");
    private static final SampleRow RSYNC = SampleRow.connection("10.0.0.1:8080", "93.184.215.14:6000").cookie(3).by(102, "rsync");

    private MadeUpWindow made;
    private final FxRobot robot = new FxRobot();

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage, 1000, 800);
    }

    @Stop
    void close() {
        made.close();
    }

    @BeforeEach
    void watched() {
        look(60);
        made.run(() -> made.model().screen().set(Screen.ACTIVITY));
    }

    /** @param late  for so many seconds rsync has moved most of all; it leads from 60 on */
    private void look(int late) {
        made.history(MadeHistory.until(made.now(), List.of("firefox", "java", "rsync"), late));
        made.tick(JAVA, FIREFOX, RSYNC);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 125, 150})
    void anAddressIsNeverCut(int percent) {
        List<String> hosts = List.of("192.168.100.100:0", "203.0.113.111:0", "[2001:db8:85a3::8a2e:370:7334]:0");
        made.run(() -> made.model().textSize().set(percent));
        made.run(() -> Look.LIGHT.apply(made.window().getScene(), made.model().sizes().getValue(), Palette.USUAL));
        made.history(MadeHistory.until(made.now(), List.of("firefox", "java", "rsync"), hosts, 60));
        made.tick(JAVA, FIREFOX, RSYNC);
        List<Label> names = made.onFx(() -> node("rank-hosts").lookupAll(".rank-name").stream().map(Label.class::cast)
                .filter(label -> !label.getText().isEmpty()).toList());
        assertEquals(3, names.size());
        assertEquals(List.of(),
                made.onFx(() -> names.stream().filter(label -> label.getWidth() + 0.5 < label.prefWidth(-1)).map(Label::getText).toList()));
    }

    @Test
    void aClickShowsTheConnectionsOfAProcess() {
        robot.clickOn(node("rank-processes-0"));
        made.settle();
        assertEquals(List.of("pid:101"), chips());
        assertEquals(List.of(1L), shown());
        assertTrue(made.onFx(() -> made.table().isFocused()));
    }

    @Test
    void enterShowsThoseOfAServiceAndOfAHost() {
        robot.push(focus("rank-services-0").first());
        made.settle();
        assertEquals(List.of("port:8080"), chips());
        assertEquals(List.of(3L), shown());
        made.run(() -> {
            made.model().header().filters().clear();
            made.model().screen().set(Screen.ACTIVITY);
        });
        robot.push(focus("rank-hosts-2").first());
        made.settle();
        assertEquals(List.of("raddr:10.0.0.7"), chips());
        assertEquals(List.of(1L, 2L), shown());
    }

    @Test
    void theBrushedTimeStaysAndOtherFiltersAreSetAside() {
        made.run(() -> {
            made.model().header().filters().add("time:11:59:50-11:59:59");
            made.model().header().filters().add("process:nobody");
        });
        robot.push(focus("rank-hosts-1").first());
        made.settle();
        assertEquals(List.of("time:11:59:50-11:59:59", "raddr:127.0.0.1"), chips());
        made.run(() -> made.model().header().aside().bringBack());
        assertEquals(List.of("time:11:59:50-11:59:59", "process:nobody"), chips());
    }

    @Test
    void theTabKeyFindsAListWhoseLastLineHasGone() {
        focus("rank-processes-2");
        made.run(made.window()::focusStart);
        made.history(MadeHistory.until(made.now(), List.of("firefox", "java", "rsync"), 0));
        made.tick(FIREFOX);
        assertFalse(made.onFx(() -> node("rank-processes-2").isVisible()));
        assertTrue(made.onFx(() -> node("rank-processes-0").isFocusTraversable()));
    }

    @Test
    void arrowsGoThroughAListAndTabToTheNext() {
        focus("rank-processes-0");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        made.settle();
        assertEquals("rank-processes-2", focused());
        robot.push(KeyCode.DOWN);
        made.settle();
        assertEquals("rank-processes-2", focused(), "it is the last");
        robot.push(KeyCode.TAB);
        made.settle();
        assertEquals("rank-services-0", focused());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        made.settle();
        assertEquals("rank-processes-2", focused(), "Tab comes back to where it left");
    }

    @Test
    void nobodyChangesPlaceWhileTheListHasTheFocus() {
        assertEquals(List.of("java", "rsync", "firefox"), names());
        focus("rank-processes-1");
        look(200);
        assertEquals(List.of("java", "rsync", "firefox"), names());
        assertTrue(node("rank-processes-1").getAccessibleText().contains("1.80 MB in"), node("rank-processes-1")::getAccessibleText);
        made.run(() -> node("activity-plots").requestFocus());
        assertEquals(List.of("rsync", "java", "firefox"), names());
    }

    @Test
    void theMenuCopiesALineOrAllOfThem() {
        robot.rightClickOn(node("rank-processes-2"));
        made.settle();
        assertEquals(List.of("Show its connections", "Copy row", "Copy all shown"),
                made.onFx(() -> MadeUpWindow.menu().getItems().stream().map(MenuItem::getText).toList()));
        robot.clickOn("#rank-copy");
        made.settle();
        assertEquals("firefox\t100\t300 kB\t0 B", clipboard());
        focus("rank-processes-0");
        robot.push(Key.MENU.first());
        made.settle();
        robot.clickOn("#rank-copy-all");
        made.settle();
        assertEquals(List.of("java", "rsync", "firefox"), clipboard().lines().map(line -> line.split("\t")[0]).toList());
    }

    @Test
    void whatIsCopiedIsNoFormulaToASpreadsheet() {
        made.history(MadeHistory.until(made.now(), List.of("=1+1", "java", "rsync"), 60));
        made.tick(JAVA, FIREFOX, RSYNC);
        focus("rank-processes-2");
        robot.push(Key.RANK_COPY.first());
        made.settle();
        assertEquals("'=1+1\t100\t300 kB\t0 B", clipboard());
    }

    @Test
    void theFocusIsDrawn() {
        Node line = node("rank-processes-0");
        List<?> before = made.onFx(() -> ((javafx.scene.layout.Region) line).getBackground().getFills());
        focus("rank-processes-0");
        assertFalse(made.onFx(() -> ((javafx.scene.layout.Region) line).getBackground().getFills()).equals(before));
    }

    /** The key that shows what the line stands for. */
    private Key focus(String id) {
        made.run(() -> node(id).requestFocus());
        return Key.RANK_SHOW;
    }

    private String focused() {
        return made.onFx(() -> made.window().getScene().getFocusOwner().getId());
    }

    private List<String> names() {
        return made.onFx(() -> IntStream.range(0, 3).mapToObj(rank -> node("rank-processes-" + rank))
                .map(line -> ((Label) Objects.requireNonNull(line.lookup(".rank-name"))).getText()).toList());
    }

    private List<Long> shown() {
        return made.onFx(() -> made.model().table().lines().stream().filter(SocketLine.class::isInstance)
                .map(line -> ((SocketLine) line).socket().cookie()).sorted().toList());
    }

    private List<String> chips() {
        return made.onFx(() -> List.copyOf(made.model().header().filters().chips()));
    }

    private String clipboard() {
        return made.onFx(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }

    private Node node(String id) {
        return Objects.requireNonNull(made.window().lookup("#" + id), id);
    }
}
