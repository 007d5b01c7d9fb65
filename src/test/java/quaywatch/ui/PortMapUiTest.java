package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.settings.Palette;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Look;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a user does with the Port map: points, clicks, drags, and the same by keys. Drags are fired events: see {@link GestureSmokeTest}. */
@UiTest
class PortMapUiTest {

    private static final int MARGIN = 6;

    private final FxRobot robot = new FxRobot();
    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    private void show() {
        made.run(() -> made.model().screen().set(Screen.PORT_MAP));
        made.tick(SampleRow.listener("0.0.0.0:8080").by(7, "java"), SampleRow.listener("127.0.0.1:3000").by(8, "node"),
                SampleRow.connection("127.0.0.1:40000", "127.0.0.1:3000").by(9, "firefox"));
        made.run(() -> node("port-map").requestFocus());
    }

    @Test
    void pointingTellsWhoUsesAPort() {
        show();
        fire(MouseEvent.MOUSE_MOVED, 3_000, false);
        List<String> told = texts("map-card");
        assertTrue(told.contains("3000") && told.contains("node 8") && told.contains("This machine"), told::toString);
        fire(MouseEvent.MOUSE_MOVED, 20_000, false);
        assertFalse(made.onFx(() -> node("map-card").isVisible()), "a port that nobody uses has no card");
        assertEquals("3 of 65,536 ports in use", made.onFx(() -> ((Label) node("map-note")).getText()));
    }

    @Test
    void aDragBecomesAFilterAndEscTakesItBack() {
        show();
        drag(2_900, 3_100, false);
        assertEquals("Filter by port:2900-3100", made.onFx(() -> ((Labeled) node("map-filter")).getText()));
        assertTrue(texts("map-selected").contains("1 in use, 200 free"), () -> texts("map-selected").toString());
        made.run(() -> ((Button) node("map-filter")).fire());
        assertEquals(List.of("port:2900-3100"), made.onFx(() -> List.copyOf(made.model().header().filters().chips())));
        made.tick(SampleRow.listener("0.0.0.0:8080").by(7, "java"), SampleRow.listener("127.0.0.1:3000").by(8, "node"));
        assertEquals("1 of 65,536 ports in use", made.onFx(() -> ((Label) node("map-note")).getText()));
        made.run(() -> node("port-map").requestFocus());
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals(List.of(), made.onFx(() -> List.copyOf(made.model().header().filters().chips())));
    }

    @Test
    void aDragWithAltIsARectangle() {
        show();
        drag(256 * 4 + 10, 256 * 6 + 20, true);
        assertEquals("Filter by port:1034-1044,1290-1300,1546-1556", made.onFx(() -> ((Labeled) node("map-filter")).getText()));
    }

    @Test
    void keysMoveSelectAndShowTheRow() {
        show();
        // It begins at 8080.
        assertTrue(texts("map-card").contains("8080"), () -> texts("map-card").toString());
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        made.settle();
        assertEquals("Filter by port:8080-8337", made.onFx(() -> ((Labeled) node("map-filter")).getText()));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.LEFT);
        made.settle();
        assertFalse(made.onFx(() -> node("map-selected").isVisible()));
        robot.push(KeyCode.ENTER);
        made.settle();
        made.tick(SampleRow.listener("0.0.0.0:8080").by(7, "java"), SampleRow.listener("127.0.0.1:3000").by(8, "node"));
        assertEquals(Screen.PORTS, made.onFx(() -> made.model().screen().get()));
        assertEquals(8_080, made.onFx(() -> ((SocketLine) Objects.requireNonNull(made.model().selected())).socket().local().port()));
    }

    @Test
    void deleteShowsThePlanForThePort() {
        show();
        robot.push(KeyCode.DELETE);
        made.settle();
        assertTrue(made.onFx(() -> made.window().busy()));
    }

    @Test
    void aUseCanBeLeftOut() {
        show();
        made.run(() -> ((CheckBox) node("map-this-machine")).setSelected(false));
        fire(MouseEvent.MOUSE_MOVED, 3_000, false);
        made.run(() -> ((Button) node("map-in")).fire());
        assertEquals(2, made.onFx(() -> made.model().portMap().zoom().get()));
    }

    @Test
    void theLastRowAndTheLastColumnHaveTheirNumbers() {
        show();
        assertTrue(rulers().containsAll(List.of("0", "61440", "65280", "+0", "+192", "+255")), () -> rulers().toString());
    }

    /** With large text it is wider than what lies beside the port, at either side. */
    @Test
    void theCardHidesNoNumberOfARow() {
        made.run(() -> made.model().textSize().set(150));
        made.run(() -> Look.LIGHT.apply(made.window().getScene(), made.model().sizes().getValue(), Palette.USUAL));
        made.run(() -> made.window().getScene().getWindow().setWidth(1_400));
        show();
        made.run(() -> made.window().getScene().snapshot(null));
        made.run(() -> {
            Node card = node("map-card");
            assertTrue(card.isVisible());
            double end = node("port-map").lookupAll(".map-ruler").stream().filter(Node::isVisible)
                    .filter(ruler -> !((Label) ruler).getText().matches("\\+.*|.*–.*"))
                    .mapToDouble(ruler -> ruler.localToScene(ruler.getBoundsInLocal()).getMaxX()).max().orElseThrow();
            assertTrue(card.localToScene(card.getLayoutBounds()).getMinX() >= end,
                    () -> card.getBoundsInParent() + " covers numbers to " + end);
        });
    }

    private List<String> rulers() {
        return made
                .onFx(() -> node("port-map").lookupAll(".map-ruler").stream().filter(Node::isVisible).map(each -> ((Label) each).getText())
                        .toList());
    }

    // ---- ways

    private void drag(int from, int to, boolean alt) {
        fire(MouseEvent.MOUSE_PRESSED, from, alt);
        fire(MouseEvent.MOUSE_DRAGGED, to, alt);
        fire(MouseEvent.MOUSE_RELEASED, to, alt);
    }

    /** Fires an event at the middle of a port; the picture is at its usual size here, two pixels a port. */
    private void fire(EventType<MouseEvent> type, int port, boolean alt) {
        made.run(() -> {
            Node picture = node("port-map").lookup(".image-view");
            double x = MARGIN + port % 256 * 2 + 1;
            double y = MARGIN + port / 256 * 2 + 1;
            Point2D scene = picture.localToScene(x, y);
            Point2D screen = picture.localToScreen(x, y);
            Event.fireEvent(picture, new MouseEvent(type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), MouseButton.PRIMARY, 1,
                    false, false, alt, false, type != MouseEvent.MOUSE_MOVED, false, false, false, false, false, null));
        });
    }

    private List<String> texts(String id) {
        return made.onFx(() -> Walk.visible(node(id), _ -> false).filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText()).filter(Objects::nonNull).toList());
    }

    private Node node(String id) {
        return Objects.requireNonNull(made.window().lookup("#" + id), id);
    }
}
