package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.ui.kit.Chip;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the window says when it has nothing to show: why, and what would show more. */
@UiTest
class EmptyStatesUiTest {

    private static final SampleRow NGINX = SampleRow.listener("127.0.0.1:80").by(1, "nginx");
    private static final SampleRow NODE = SampleRow.listener("0.0.0.0:3000").by(2, "node");
    private static final SampleRow TALK = SampleRow.connection("127.0.0.1:50000", "127.0.0.1:8081").by(2, "node");

    private MadeUpWindow made;
    private EmptyScreen empty;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        empty = new EmptyScreen(made);
    }

    @Stop
    void close() {
        made.close();
    }

    // ---- nothing there yet, nothing there at all

    @Test
    void beforeTheFirstLookTheWindowSaysThatItIsLooking() {
        made.settle();
        assertEquals(List.of("Looking at the machine", "The first scan takes a moment."), empty.said());
        assertEquals("looking ...", label("screen-note"));
        made.tick(NGINX);
        assertEquals(List.of("80"), made.texts("port"));
        assertEquals("1 listening", label("screen-note"));
    }

    @Test
    void aMachineWithoutSocketsIsToldOnBothScreens() {
        made.tick();
        assertEquals(List.of("No port is held", "No program on this machine listens on a port, as far as this source can tell."),
                empty.said());
        go(Screen.CONNECTIONS);
        assertEquals(List.of("No connection", "No program on this machine has a connection, as far as this source can tell."),
                empty.said());
    }

    @Test
    void socketsOfTheOtherScreenDoNotCount() {
        made.tick(TALK);
        assertEquals("No port is held", empty.said().getFirst());
        go(Screen.CONNECTIONS);
        made.tick(NGINX);
        assertEquals("No connection", empty.said().getFirst());
    }

    // ---- no match

    @Test
    void noMatchNamesWhatTheFiltersHideAndWhereElseTheyFind() {
        hideAll();
        assertEquals(List.of("Nothing matches", "No held port fits both filters. 2 rows are hidden."), empty.said());
        assertEquals(List.of("Without process:node: 0 rows", "Without port:8081: 1 row [Lift filter]",
                "Connections, same filters: 1 row [Show them]"), offers());
        assertEquals("0 of 2", label("screen-note"));
    }

    @Test
    void liftingAFilterTakesItAwayWhereItStands() {
        hideAll();
        fire("Lift filter port:8081");
        assertEquals(List.of("process:node"), made.model().header().filters().chips());
        assertEquals("", made.model().header().filters().port().get());
        assertEquals(List.of("3000"), made.texts("port"));
    }

    @Test
    void liftingAChipAndATypedTextWorkAlike() {
        made.tick(NGINX, NODE, TALK);
        made.run(() -> {
            made.model().header().filters().add("process:nginx");
            made.model().header().filters().typed().set("port:3000 state:listen");
        });
        assertEquals(List.of("Nothing matches", "No held port fits all 3 filters. 2 rows are hidden."), empty.said());
        fire("Lift filter port:3000");
        assertEquals(List.of("80"), made.texts("port"));
        assertEquals("state:listen", made.model().header().filters().typed().get());
        made.run(() -> made.model().header().filters().typed().set("port:3000"));
        fire("Lift filter process:nginx");
        assertEquals(List.of("3000"), made.texts("port"));
        assertEquals(List.of(), made.model().header().filters().chips());
    }

    @Test
    void theOtherScreenShowsWhatTheSameFiltersFindThere() {
        hideAll();
        fire("Show them: Connections, same filters");
        assertEquals(Screen.CONNECTIONS, made.model().screen().get());
        assertEquals(List.of("process:node"), made.model().header().filters().chips());
        assertEquals(List.of("", "127.0.0.1"), made.texts("raddr"), "the head of the group and the connection");
    }

    @Test
    void onConnectionsTheSameIsToldOfPorts() {
        made.tick(NGINX, TALK);
        go(Screen.CONNECTIONS);
        made.run(() -> made.model().header().filters().add("process:nginx"));
        assertEquals(List.of("Nothing matches", "No connection fits the filter. 1 row is hidden."), empty.said());
        assertEquals(List.of("Without process:nginx: 1 row [Lift filter]", "Ports, same filters: 1 row [Show them]"), offers());
        fire("Show them: Ports, same filters");
        assertEquals(List.of("80"), made.texts("port"));
    }

    @Test
    void protocolsThatAreSwitchedOffCanBeSwitchedOn() {
        made.tick(NGINX, NODE);
        made.run(() -> made.model().header().filters().protocols().tcp().set(false));
        assertEquals(List.of("Nothing matches", "No held port fits the protocols that are switched on. 2 rows are hidden."), empty.said());
        assertEquals(List.of("TCP and UDP, same filters: 2 rows [Show them]"), offers());
        assertFalse(clear().isVisible(), "there is no filter to clear");
        fire("Show them: TCP and UDP, same filters");
        assertEquals(List.of("80", "3000"), made.texts("port"));
    }

    @Test
    void clearTakesEveryFilterAway(FxRobot robot) {
        hideAll();
        robot.clickOn("#clear-filters");
        made.settle();
        assertEquals(List.of("80", "3000"), made.texts("port"));
        assertFalse(made.model().header().filters().any());
    }

    @Test
    void whoeverWantsThatPortIsToldWhetherItCanBeUsed(FxRobot robot) {
        hideAll();
        robot.clickOn("Why can't I use port 8081?");
        made.settle();
        assertEquals("8081", made.onFx(() -> ((TextInputControl) Objects.requireNonNull(made.window().lookup("#why-port"))).getText()));
    }

    @Test
    void aPortThatHasBeenFreedIsSaidToBeFreeAndWhoHeldIt(FxRobot robot) {
        made.tick(NGINX, NODE);
        made.run(() -> made.model().header().filters().port().set("3000"));
        made.closed(0, SampleRow.listener("0.0.0.0:3000").by(2, "node").closed(SampleRow.START.plusSeconds(5)));
        made.tick(NGINX);
        assertEquals(List.of("Port 3000 is free", "No program holds it now. node 2 held it until 12:00:05."), empty.said());
        assertEquals(List.of("Without port:3000: 1 row [Lift filter]"), offers());
        robot.clickOn("Test whether port 3000 can be used");
        made.settle();
        assertEquals("3000", made.onFx(() -> ((TextInputControl) Objects.requireNonNull(made.window().lookup("#why-port"))).getText()));
    }

    @Test
    void aPortThatNobodyWasSeenToHoldIsSaidToBeFree() {
        made.tick(NGINX);
        made.run(() -> made.model().header().filters().add("lport:3000"));
        assertEquals(List.of("Port 3000 is free", "No program holds it."), empty.said());
    }

    @Test
    void aPortThatIsHeldOrInUseIsNotSaidToBeFree() {
        made.tick(NODE, TALK, SampleRow.udp("127.0.0.1:5353").by(3, "avahi"));
        for (String port : List.of("50000", "70000", "3000-3001")) {
            made.run(() -> made.model().header().use("process:nobody port:" + port));
            assertEquals("Nothing matches", empty.said().getFirst(), port);
        }
        made.run(() -> made.model().header().use("port:50000"));
        assertEquals("Nothing matches", empty.said().getFirst(), "a connection uses it");
        made.run(() -> {
            made.model().header().use("port:5353");
            made.model().header().filters().protocols().udp().set(false);
        });
        assertEquals("Nothing matches", empty.said().getFirst(), "the other protocol holds it");
    }

    @Test
    void oldConnectionsThatWaitForTheirEndDoNotHoldAPort() {
        made.tick(NGINX, SampleRow.socket(Protocol.TCP, "127.0.0.1:3000", "127.0.0.1:50000", SocketState.TIME_WAIT));
        made.run(() -> made.model().header().filters().add("lport:3000"));
        assertEquals("Port 3000 is free", empty.said().getFirst());
    }

    @Test
    void aButtonKeepsTheFocusWhenNothingHasChangedWithTheNextLook() {
        hideAll();
        made.run(() -> button("Lift filter port:8081").requestFocus());
        made.tick(NGINX, NODE, TALK);
        assertTrue(made.onFx(() -> button("Lift filter port:8081").isFocused()));
        made.tick(NGINX, TALK);
        assertEquals("No held port fits both filters. 1 row is hidden.", empty.said().getLast());
    }

    @Test
    void whileTheTextIsWrongItTellsOfWhatIsStillFilteredBy() {
        made.tick(NGINX, NODE);
        made.run(() -> made.model().header().filters().typed().set("nobody"));
        made.run(() -> made.model().header().filters().typed().set("nobody:80"));
        made.settle();
        assertEquals(List.of("Nothing matches", "No held port fits the filter. 2 rows are hidden."), empty.said());
        assertEquals(List.of("Without nobody: 2 rows [Lift filter]"), offers());
        fire("Lift filter nobody");
        assertEquals(List.of("80", "3000"), made.texts("port"));
        assertEquals("", made.onFx(() -> made.model().header().filters().typed().get()));
    }

    @Test
    void severalPortsAreNotAskedFor() {
        made.tick(NGINX);
        made.run(() -> List.of("port:8081", "lport:8082").forEach(made.model().header().filters()::add));
        assertEquals(List.of(), made.onFx(() -> List.copyOf(empty.node().lookupAll(".hyperlink"))));
        made.run(() -> made.model().header().filters().lift("lport:8082"));
        assertEquals(1, made.onFx(() -> empty.node().lookupAll(".hyperlink").size()));
    }

    @Test
    void theOffersWorkByKeyboard(FxRobot robot) {
        hideAll();
        made.run(() -> button("Lift filter port:8081").requestFocus());
        robot.push(KeyCode.SPACE);
        made.settle();
        assertEquals(List.of("3000"), made.texts("port"));
        hideAll();
        made.run(() -> clear().requestFocus());
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals(List.of("80", "3000"), made.texts("port"));
    }

    // ---- what can be seen

    private void hideAll() {
        made.tick(NGINX, NODE, TALK);
        made.run(() -> {
            made.model().header().filters().add("process:node");
            made.model().header().filters().port().set("8081");
        });
    }

    private void go(Screen screen) {
        made.run(() -> made.model().screen().set(screen));
    }

    private List<String> offers() {
        return made.onFx(() -> empty.node().lookupAll(".offer").stream().map(offer -> offer((Parent) offer)).toList());
    }

    private static String offer(Parent offer) {
        StringBuilder text = new StringBuilder();
        for (Node node : offer.getChildrenUnmodifiable()) {
            switch (node) {
                case Chip chip -> text.append(' ').append(chip.getChildren().stream().map(part -> ((Label) part).getText())
                        .collect(Collectors.joining()));
                case Button button -> text.append(" [").append(button.getText()).append(']');
                case Label label -> text.append(label.getText().endsWith("row") || label.getText().endsWith("rows") ? ": " : "")
                        .append(label.getText());
                default -> {
                    // Empty space.
                }
            }
        }
        return text.toString();
    }

    private Button button(String name) {
        return empty.node().lookupAll(".button").stream().map(Button.class::cast).filter(button -> name.equals(button.getAccessibleText()))
                .findFirst().orElseThrow(() -> new AssertionError("no button " + name));
    }

    private void fire(String name) {
        made.run(() -> button(name).fire());
    }

    private Node clear() {
        return Objects.requireNonNull(empty.node().lookup("#clear-filters")).getParent();
    }

    private String label(String id) {
        return made.onFx(() -> ((Labeled) Objects.requireNonNull(made.window().lookup("#" + id))).getText());
    }
}
