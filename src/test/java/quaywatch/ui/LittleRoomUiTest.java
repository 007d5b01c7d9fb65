package quaywatch.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.settings.ColumnChoice;
import quaywatch.settings.Palette;
import quaywatch.ui.kit.Chip;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Look;
import quaywatch.ui.theme.Sizes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where room is short, what stays is whole and true. */
@UiTest
class LittleRoomUiTest {

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage, 820, 700);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void aColourOfAChartNeverStandsWithoutItsName() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        assertEquals(List.of("ESTABLISHED", "LISTEN", "TIME_WAIT", "In", "Out"), shown(".chart-legend-item"));
        assertEquals(List.of(), cut(".chart-legend-item"));
    }

    /** Where the inspector is open in the smallest window of the design. */
    @Test
    void aChartKeepsItsTitleAndEveryNameBesideTheInspector() {
        made.run(() -> made.window().getScene().getWindow().setWidth(1_000));
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        assertEquals(List.of("Sockets by state", "Interface throughput"), shown(".chart-title"));
        made.run(() -> made.model().table().select(made.model().table().lines().getFirst()));
        made.settle();
        assertTrue(made.model().inspectorOpen().get());
        assertEquals(List.of("Sockets", "Interface throughput"), shown(".chart-title"));
        assertEquals(List.of("ESTABLISHED", "LISTEN", "TIME_WAIT", "In", "Out"), shown(".chart-legend-item"));
        assertEquals(List.of(), cut(".chart-title"));
        assertEquals(List.of(), cut(".chart-legend-item"));
    }

    @Test
    void aRangeNamesOnlyWholePorts() {
        made.tick(SampleRow.listener("127.0.0.1:801").by(7, "a"), SampleRow.listener("127.0.0.1:802").by(7, "a"),
                SampleRow.listener("127.0.0.1:803").by(7, "a"), SampleRow.listener("127.0.0.1:804").by(7, "a"),
                SampleRow.listener("127.0.0.1:805").by(7, "a"));
        assertEquals("801 · 802 · 803 · 804", shown(".busiest").getFirst());
        assertEquals(List.of(), cut(".busiest"));
    }

    @Test
    void aRangeNamesMorePortsOnceThereIsRoom() {
        aRangeNamesOnlyWholePorts();
        made.run(() -> made.window().getScene().getWindow().setWidth(990));
        assertEquals("801 · 802 · 803 · 804 · 805", shown(".busiest").getFirst());
        assertEquals(List.of(), cut(".busiest"));
    }

    @Test
    void theNameOfAPortIsWholeOrNotThere() {
        made.run(() -> made.window().getScene().getWindow().setWidth(1_250));
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        made.tick(SampleRow.socket(Protocol.TCP, "10.0.0.1:40112", "10.0.0.2:443", SocketState.ESTABLISHED).by(7, "curl"),
                SampleRow.socket(Protocol.UDP, "10.0.0.1:40113", "10.0.0.2:53", SocketState.CONNECTED).by(7, "curl"));
        give("rport", 100);
        assertEquals(List.of("domain", "https"), shown(".port-name").stream().sorted().toList());
        assertEquals(List.of(), cut(".port-name"));
        give("rport", 75);
        assertEquals(List.of("https"), shown(".port-name"));
        assertEquals(List.of(), cut(".port-name"));
        give("rport", 50);
        assertEquals(List.of(), shown(".port-name"));
        give("rport", 100);
        assertEquals(2, shown(".port-name").size());
    }

    /** In the size that the window opens with, beside the inspector. */
    @Test
    void whatIsOftenInPortsIsWholeBesideTheInspector() {
        Owner shared = new Owner.Processes(List.of(SampleRow.process(26_071, "systemd-resolve", "", unit("postgresql@16-main.service")),
                SampleRow.process(26_072, "postgres", "", null)));
        MadeUpWindow usual = made.onFx(MadeUpWindow::new);
        usual.run(() -> Look.LIGHT.apply(new Scene(usual.window(), 1200, 760), Sizes.USUAL, Palette.USUAL));
        usual.tick(SampleRow.listener("0.0.0.0:45873").by(shared, new Evidence.Inferred(2)),
                SampleRow.listener("127.0.0.1:45874").by(new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.EXACT),
                SampleRow.listener("127.0.0.1:45876").by(new Owner.UserOnly(new User(0, "root")), Evidence.EXACT),
                SampleRow.listener("[::1]:45875").by(7, "a"), SampleRow.listener("127.0.0.1:45875").by(7, "a"));
        usual.run(() -> usual.model().table().select(usual.model().table().lines().getFirst()));
        usual.settle();
        // The first time changes what shows how much room there is.
        usual.run(() -> usual.window().getScene().snapshot(null));
        usual.run(() -> usual.window().getScene().snapshot(null));
        assertTrue(usual.model().inspectorOpen().get(), "the inspector is beside the table");
        assertEquals(List.of(), usual.onFx(() -> usual.window().lookupAll(".table-cell").stream().map(Labeled.class::cast)
                .filter(LittleRoomUiTest::isCut).map(Labeled::getText).toList()));
        assertEquals("127.0.0.1 [::1]", usual.cell(2, "address").getText());
        usual.close();
    }

    @Test
    void chipsNeverReachTheButtonThatTakesThemAllAway() {
        MadeUpWindow large = made.onFx(MadeUpWindow::new);
        Scene scene = large.onFx(() -> new Scene(large.window()));
        large.run(() -> {
            large.model().textSize().set(200);
            Look.LIGHT.apply(scene, large.model().sizes().getValue(), Palette.USUAL);
            large.window().resize(1600, 1000);
        });
        large.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        large.run(() -> List.of("process:nginx", "port:80").forEach(large.model().header().filters()::add));
        Set<List<String>> seen = new HashSet<>();
        for (int width = 1_900; width >= 1_300; width -= 50) {
            seen.add(chipsAt(large, width));
        }
        assertTrue(seen.containsAll(List.of(List.of("process:nginx", "+1"), List.of("+2"))), () -> "from much room to little: " + seen);
        large.close();
    }

    /** All chips in sight; none lies below the button. */
    private static List<String> chipsAt(MadeUpWindow large, int width) {
        large.run(() -> large.window().resize(width, 1000));
        large.run(() -> large.window().getScene().snapshot(null));
        large.settle();
        return large.onFx(() -> {
            List<Chip> chips = large.window().lookupAll(".query-left > .chip").stream().map(Chip.class::cast).toList();
            double end = chips.stream().mapToDouble(chip -> chip.localToScene(chip.getLayoutBounds()).getMaxX()).max().orElse(0);
            Node clear = large.window().lookup("#clear");
            double button = clear.localToScene(clear.getLayoutBounds()).getMinX();
            assertTrue(end <= button, () -> "at " + width + " chips end at " + end + ", the button begins at " + button);
            return chips.stream().map(Chip::getAccessibleText).toList();
        });
    }

    /** As on a small screen, which a window can't outgrow however large its text. */
    @Test
    void nothingLiesOutsideASmallWindowWithLargeText() {
        MadeUpWindow small = made.onFx(MadeUpWindow::new);
        small.run(() -> {
            small.model().textSize().set(150);
            Look.LIGHT.apply(new Scene(small.window(), 1000, 700), small.model().sizes().getValue(), Palette.USUAL);
        });
        small.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        for (int round = 0; round < 2; round++) {
            small.run(() -> small.window().getScene().snapshot(null));
        }
        assertEquals(List.of(), outside(small, ".rail-item"));
        assertEquals(List.of(), outside(small, ".header > *"));
        assertEquals(List.of(), outside(small, ".status > *"));
        assertTrue(small.onFx(() -> small.window().lookup("#menu").isVisible()), "the menu stays");
        small.run(small.window()::showKeys);
        small.run(() -> small.window().getScene().snapshot(null));
        assertEquals(List.of(), outside(small, "#keys-card"));
        small.close();
    }

    private static List<String> outside(MadeUpWindow made, String selector) {
        return made.onFx(() -> made.window().lookupAll(selector).stream().filter(LittleRoomUiTest::visible)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .filter(place -> place.getMinX() < 0 || place.getMaxX() > made.window().getScene().getWidth()).map(Object::toString)
                .toList());
    }

    private static Belonging unit(String name) {
        return new Belonging.Unit(name, false);
    }

    private static boolean isCut(Labeled cell) {
        String whole = cell.getText();
        return whole != null && visible(cell)
                && cell.getChildrenUnmodifiable().stream().noneMatch(node -> node instanceof Text text && text.getText().equals(whole));
    }

    private void give(String column, int width) {
        made.run(() -> made.model().connections().columns().restore(List.of(new ColumnChoice(column, width, true))));
    }

    @Test
    void whatIsToSpareGoesToWhatIsOftenCut() {
        made.run(() -> made.window().getScene().getWindow().setWidth(1_900));
        made.tick(SampleRow.listener("[2001:db8:85a3:1234:5678:8a2e:370:7334]:80").by(7, "nginx"));
        double address = width("address");
        assertTrue(address > 180, () -> "the address has " + address);
        made.run(() -> made.model().ports().columns().restore(List.of(new ColumnChoice("address", 100, true))));
        assertEquals(100, width("address"), "the width that the user gave it");
    }

    @Test
    void cellsFollowTheirColumnAtOnce() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        made.run(() -> {
            TableColumn<?, ?> pid = made.table().getVisibleLeafColumns().stream().filter(column -> column.getId().equals("pid")).findFirst()
                    .orElseThrow();
            pid.setPrefWidth(97);
        });
        assertEquals(97, made.onFx(() -> made.cell(0, "pid").getWidth()));
        assertEquals(made.onFx(() -> made.cell(0, "pid").getBoundsInParent().getMaxX()),
                made.onFx(() -> made.cell(0, "port").getBoundsInParent().getMinX()));
    }

    private double width(String id) {
        return made.onFx(() -> made.table().getVisibleLeafColumns().stream().filter(column -> id.equals(column.getId())).findFirst()
                .orElseThrow().getWidth());
    }

    @Test
    void theStatusBarCountsOneAsOneAndDrawsNoLineThatDividesNothing() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        List<Node> parts = made.onFx(() -> ((Parent) Objects.requireNonNull(made.window().lookup(".status"))).getChildrenUnmodifiable()
                .stream().filter(Node::isVisible).toList());
        assertEquals("socket", ((Label) ((Parent) parts.getFirst()).getChildrenUnmodifiable().getLast()).getText());
        assertEquals(List.of(), IntStream.range(1, parts.size()).filter(at -> parts.get(at).getStyleClass().contains("gap"))
                .filter(at -> parts.get(at - 1).getClass() == Region.class).boxed().toList());
    }

    @Test
    void noBoundSocketIsNotToldBecauseFewSourcesSeeThem() {
        MadeUpWindow wide = made.onFx(MadeUpWindow::new);
        wide.run(() -> {
            Scene scene = new Scene(wide.window(), 1280, 760);
            Look.LIGHT.apply(scene, Sizes.USUAL, Palette.USUAL);
            scene.snapshot(null);
        });
        wide.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        assertEquals(List.of(), shown(wide, "#count-bound"));
        wide.tick(SampleRow.socket(Protocol.TCP, "127.0.0.1:81", "0.0.0.0:0", SocketState.BOUND).by(7, "nginx"));
        assertEquals(List.of("1"), shown(wide, "#count-bound"));
        wide.close();
    }

    private List<String> shown(String selector) {
        return shown(made, selector);
    }

    private static List<String> shown(MadeUpWindow made, String selector) {
        return made.onFx(
                () -> made.window().lookupAll(selector).stream().filter(LittleRoomUiTest::visible).map(node -> ((Label) node).getText())
                        .toList());
    }

    private List<String> cut(String selector) {
        return made.onFx(() -> made.window().lookupAll(selector).stream().filter(LittleRoomUiTest::visible).map(Labeled.class::cast)
                .filter(label -> label.getWidth() + 0.5 < label.prefWidth(-1)).map(Labeled::getText).toList());
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
