package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessId;
import quaywatch.model.SampleRow;
import quaywatch.model.User;
import quaywatch.ui.nav.Screen;
import quaywatch.view.GroupLine;
import quaywatch.view.Scope;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Going from a row to a socket or an owner, with and without filters in the way. */
@UiTest
class GoToUiTest {

    private static final SampleRow HTTP = SampleRow.listener("127.0.0.1:80").by(1, "nginx");
    private static final SampleRow NODE = SampleRow.listener("127.0.0.1:3000").by(2, "node");
    private static final SampleRow NODE_IN = SampleRow.connection("127.0.0.1:3000", "127.0.0.1:50000").by(2, "node");
    private static final SampleRow FIREFOX = SampleRow.connection("127.0.0.1:50000", "127.0.0.1:3000").by(9, "firefox");
    private static final Owner.UserOnly ROOT = new Owner.UserOnly(new User(0, "root"));

    private MadeUpWindow made;

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
        made.tick(HTTP, NODE, NODE_IN, FIREFOX, SampleRow.listener("127.0.0.1:631").by(ROOT, Evidence.EXACT));
    }

    @Test
    void aSocketThatNothingHidesIsSelectedOnItsScreenAndTheFiltersStay() {
        made.run(() -> made.model().header().filters().add("port:3000"));
        made.run(() -> made.window().goTo(FIREFOX.socket().key()));
        assertEquals(Screen.CONNECTIONS, made.model().screen().get());
        assertEquals(FIREFOX.socket().key(), selected());
        assertTrue(made.onFx(() -> made.table().isFocused()), "the focus is in the table");
        assertEquals("port:3000", made.model().header().filters().text());
        assertFalse(asideShown());
    }

    @Test
    void aFilterInTheWayIsShownAndBroughtBack(FxRobot robot) {
        made.run(() -> {
            made.model().header().filters().add("process:nginx");
            made.model().header().filters().port().set("http");
            made.model().header().filters().protocols().tcp().set(false);
        });
        made.run(() -> made.window().goTo(FIREFOX.socket().key()));
        assertEquals(FIREFOX.socket().key(), selected());
        assertEquals("127.0.0.1:50000", made.model().header().filters().text());
        assertTrue(made.model().header().filters().protocols().tcp().get());
        assertEquals("Set aside to show this: process:nginx port:http !proto:tcp", text("#aside-text"));

        robot.clickOn("#bring-back");
        made.settle();
        assertEquals("process:nginx port:http", made.model().header().filters().text());
        assertFalse(made.model().header().filters().protocols().tcp().get());
        assertFalse(asideShown());
    }

    @Test
    void goingOnKeepsWhatTheUserHadAndNotWhatCameInstead(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("process:nginx"));
        made.run(() -> made.window().goTo(FIREFOX.socket().key()));
        made.run(() -> made.window().goTo(HTTP.socket().key()));
        assertEquals(Screen.PORTS, made.model().screen().get());
        assertEquals(HTTP.socket().key(), selected());
        assertEquals("lport:80", made.model().header().filters().text());
        assertEquals("Set aside to show this: process:nginx", text("#aside-text"));
        made.run(() -> Objects.requireNonNull(made.window().lookup("#forget-aside")).requestFocus());
        robot.push(KeyCode.SPACE);
        made.settle();
        assertFalse(asideShown());
        assertEquals("lport:80", made.model().header().filters().text());
    }

    @Test
    void allSocketsOfAProcessAreShownPortsAndConnectionsAlike() {
        made.run(() -> made.model().header().filters().add("process:nginx"));
        made.run(() -> made.window().goTo(new ProcessId(2, 20)));
        assertEquals(Screen.CONNECTIONS, made.model().screen().get());
        assertEquals(Set.of(NODE.socket().key(), NODE_IN.socket().key()), shown());
        assertEquals("pid:2", made.model().header().filters().text());
        assertTrue(asideShown());
    }

    @Test
    void aProcessWithPortsOnlyIsShownAmongThePorts() {
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        made.run(() -> made.window().goTo(HTTP.live().owner()));
        assertEquals(Screen.PORTS, made.model().screen().get());
        assertEquals(Set.of(HTTP.socket().key()), shown());
        assertFalse(asideShown());
    }

    @Test
    void anOwnerOfWhomOnlyTheUserIsKnownIsFoundToo() {
        made.run(() -> made.model().header().filters().add("process:nginx"));
        made.run(() -> made.window().goTo(ROOT));
        assertEquals(List.of("631"), made.texts("port"));
        assertEquals("user:=root is:hidden", made.model().header().filters().text());
    }

    @Test
    void aFoldedGroupOpensForItsSocket() {
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        made.run(() -> made.model().connections().lines().stream().filter(GroupLine.class::isInstance).map(GroupLine.class::cast).toList()
                .forEach(made.model().connections()::toggle));
        assertEquals(Set.of(), shown());
        made.run(() -> made.window().goTo(FIREFOX.socket().key()));
        assertEquals(Set.of(FIREFOX.socket().key()), shown(), "only its own group");
        assertEquals(FIREFOX.socket().key(), selected());
    }

    @Test
    void whoIsGoneIsToldToBe() {
        made.run(() -> made.window().goTo(new ProcessId(2, 21)));
        made.run(() -> made.window().goTo(SampleRow.listener("127.0.0.1:9").socket().key()));
        assertEquals(List.of("It has no open socket any more.", "That socket has closed."), made.model().notices());
        assertEquals(Scope.LISTENING, made.model().header().scope().get());
    }

    private Set<Object> shown() {
        return made.onFx(() -> made.table().getItems().stream().filter(SocketLine.class::isInstance)
                .map(line -> line.key()).collect(Collectors.toSet()));
    }

    private Object selected() {
        return made.onFx(() -> Objects.requireNonNull(made.model().selected()).key());
    }

    private boolean asideShown() {
        return made.onFx(() -> Objects.requireNonNull(made.window().lookup("#aside")).isVisible());
    }

    private String text(String id) {
        return made.onFx(() -> ((Labeled) Objects.requireNonNull(made.window().lookup(id))).getText());
    }
}
