package quaywatch.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From one end of a connection inside this machine to the other, and from an owner to its sockets. */
@UiTest
class OtherEndUiTest {

    private static final SampleRow[] ROWS = {SampleRow.listener("127.0.0.1:3000").by(1, "node"),
            SampleRow.connection("127.0.0.1:40000", "127.0.0.1:3000").by(2, "firefox"),
            SampleRow.connection("127.0.0.1:3000", "127.0.0.1:40000").by(1, "node"),
            SampleRow.connection("10.0.0.1:50000", "10.0.0.9:443").by(2, "firefox")};

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
        made.run(() -> {
            made.model().screen().set(Screen.CONNECTIONS);
            made.model().connections().grouping().set(Grouping.NONE);
        });
        made.tick(ROWS);
    }

    @Test
    void aPairNamesBothEnds() {
        assertEquals(List.of("firefox → node :3000", "firefox", "node ← firefox"), sorted());
    }

    @Test
    void theKeyGoesToTheOtherEndAndBack(FxRobot robot) {
        robot.clickOn(made.cell(row(40_000), "raddr"));
        robot.push(KeyCode.O);
        made.settle();
        assertEquals(3_000, selected().socket().local().port());
        robot.push(KeyCode.O);
        made.settle();
        assertEquals(40_000, selected().socket().local().port());
    }

    @Test
    void theMenuGoesThereAndSetsAFilterAside(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("lport:40000"));
        robot.rightClickOn(made.cell(0, "raddr"));
        robot.clickOn("#menu-other-end");
        made.settle();
        assertEquals(3_000, selected().socket().local().port());
        assertFalse(made.onFx(() -> made.model().header().filters().chips().contains("lport:40000")), "it would have hidden the other end");
    }

    @Test
    void whatEndsElsewhereHasNoOtherEndHere(FxRobot robot) {
        robot.clickOn(made.cell(row(50_000), "raddr"));
        robot.push(KeyCode.O);
        made.settle();
        assertEquals(50_000, selected().socket().local().port());
        assertNull(made.model().connections().typing().get(), "the letter is a key of the table");
    }

    @Test
    void enterGoesFromAnOwnerToItsSockets(FxRobot robot) {
        made.run(() -> made.model().screen().set(Screen.PROCESSES));
        robot.clickOn(made.cell(0, "pid"));
        robot.push(KeyCode.ENTER);
        made.settle();
        atFirefox();
    }

    @Test
    void aDoubleClickGoesFromAnOwnerToItsSockets(FxRobot robot) {
        made.run(() -> made.model().screen().set(Screen.PROCESSES));
        robot.doubleClickOn(made.cell(0, "pid"));
        made.settle();
        atFirefox();
    }

    private void atFirefox() {
        assertEquals(Screen.CONNECTIONS, made.model().screen().get());
        assertEquals(2, made.texts("lport").size());
        assertTrue(sorted().stream().allMatch(text -> text.startsWith("firefox")), sorted().toString());
    }

    private List<String> sorted() {
        return made.texts("owner").stream().sorted(Comparator.comparing((String text) -> !text.contains("→"))
                .thenComparing(text -> text)).toList();
    }

    private int row(int localPort) {
        return made.texts("lport").indexOf(Integer.toString(localPort));
    }

    private SocketLine selected() {
        return (SocketLine) Objects.requireNonNull(made.onFx(() -> made.model().selected()));
    }
}
