package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.User;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the window says when it can not tell all: of owners that are hidden, and of sources that fail. */
@UiTest
class HiddenAndLostUiTest {

    private static final SampleRow NGINX = SampleRow.listener("127.0.0.1:80").by(1, "nginx");

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

    // ---- hidden owner

    @Test
    void aHiddenOwnerIsSaidAtItsCellWithTheCommandThatTells(FxRobot robot) {
        made.tick(SampleRow.listener("0.0.0.0:22").user(0, "root").by(new Owner.UserOnly(new User(0, "root")), Evidence.EXACT));
        assertEquals(List.of("Hidden, user root"), made.texts("owner"));
        assertEquals(List.of("hidden"), made.texts("pid"));
        assertEquals("1 owner hidden", label("hidden-owners"));
        robot.clickOn(made.cell(0, "owner"));
        made.settle();
        assertEquals(List.of("Owner hidden", ":22",
                "This socket belongs to root. Linux shows which process holds another user's socket only"
                        + " to that user and to root.",
                "Known", "user root (uid 0), open for 0 s", "Inferred", "nothing", "Remembered", "nothing",
                "To see it once, in a terminal:", "sudo quaywatch who 22"), texts("#owner-card"));
        robot.clickOn("#owner-copy");
        assertEquals("sudo quaywatch who 22",
                made.onFx(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")));
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertTrue(made.onFx(() -> made.window().lookup("#owner-card") == null));
    }

    @Test
    void anInferredOwnerIsSaidAtItsCellAsProbable(FxRobot robot) {
        Belonging unit = new Belonging.Unit("tailscaled.service", false);
        made.tick(SampleRow.listener("0.0.0.0:41641").user(0, "root").by(
                new Owner.Processes(List.of(SampleRow.process(1104, "tailscaled", "", unit))), new Evidence.Inferred(1)));
        assertEquals(List.of("≈1104"), made.texts("pid"));
        assertEquals(", 1 inferred", label("hidden-owners").replace("0 owners hidden", ""));
        robot.clickOn(made.cell(0, "owner"));
        made.settle();
        List<String> said = texts("#owner-card");
        assertEquals("Owner inferred", said.getFirst());
        assertTrue(said.get(2).startsWith("tailscaled probably holds this socket"), said.get(2));
        assertTrue(said.contains("tailscaled 1104, inferred from tailscaled.service"), said::toString);
    }

    @Test
    void aServiceWithoutAProcessIsSaidAtItsCell(FxRobot robot) {
        Belonging unit = new Belonging.Unit("web.service", false);
        made.tick(SampleRow.listener("0.0.0.0:80").user(0, "root").by(new Owner.Service(unit, new User(0, "root")),
                new Evidence.Inferred(4)));
        robot.clickOn(made.cell(0, "owner"));
        made.settle();
        List<String> said = texts("#owner-card");
        assertTrue(said.contains("web, from its control group; 4 processes in it may hold the socket"), said::toString);
    }

    /** The press opens the inspector, and the columns make room for it before a slow finger lets go. */
    @Test
    void aSlowClickOpensTheCardToo(FxRobot robot) {
        made.tick(SampleRow.listener("0.0.0.0:22").user(0, "root").by(new Owner.UserOnly(new User(0, "root")), Evidence.EXACT));
        for (Screen screen : List.of(Screen.PORTS)) {
            go(screen);
            robot.moveTo(made.cell(0, "owner")).press(MouseButton.PRIMARY);
            made.settle();
            robot.release(MouseButton.PRIMARY);
            made.settle();
            assertEquals("Owner hidden", texts("#owner-card").getFirst());
            robot.push(KeyCode.ESCAPE);
            made.run(() -> made.model().inspectorOpen().set(false));
        }
    }

    @Test
    void theStatusBarFiltersByHiddenOwners(FxRobot robot) {
        made.tick(NGINX, SampleRow.listener("0.0.0.0:22").by(new Owner.UserOnly(new User(0, "root")), Evidence.EXACT));
        made.run(() -> Objects.requireNonNull(made.window().lookup("#hidden-owners")).requestFocus());
        robot.push(KeyCode.SPACE);
        made.settle();
        assertEquals(List.of("22"), made.texts("port"));
        assertEquals(List.of("is:hidden"), made.model().header().filters().chips());
    }

    @Test
    void anOwnerThatIsBeingLookedUpIsNotCalledHidden() {
        made.tick(SampleRow.listener("0.0.0.0:22").by(new Owner.Unknown(Owner.Reason.NOT_FOUND), new Evidence.Resolving()));
        assertEquals(List.of("looking it up"), made.texts("owner"));
    }

    // ---- lost source

    @Test
    void aSourceThatFailsIsToldInTheTableAndInTheStatusBar() {
        made.tick(List.of(), report("OSHI", true, new Trouble("/proc", "permission denied"), new Trouble("OSHI", "no such call")));
        assertEquals(List.of("The sockets can't be read",
                "permission denied. Quaywatch goes on trying. \"quaywatch doctor\" in a terminal tells more."), empty.said());
        assertEquals("/proc: permission denied", label("trouble"));
        assertTrue(trouble());
        go(Screen.CONNECTIONS);
        assertEquals("The sockets can't be read", empty.said().getFirst());
    }

    @Test
    void aSourceThatComesBackEndsTheComplaint() {
        made.tick(List.of(), report("/proc", true, new Trouble("/proc", "permission denied")));
        made.tick(NGINX);
        assertEquals(List.of("80"), made.texts("port"));
        assertFalse(trouble());
    }

    @Test
    void whatASecondSourceKnowsIsShownBesideTheTroubleOfTheFirst() {
        made.tick(List.of(NGINX.row()), report("OSHI", true, new Trouble("/proc", "permission denied")));
        assertEquals(List.of("80"), made.texts("port"));
        assertEquals("/proc: permission denied", label("trouble"));
        assertEquals("OSHI, scan 3.0 ms", label("source"));
    }

    @Test
    void aScanThatStoppedEarlyAndLinesThatCouldNotBeReadAreTold() {
        List<Row> rows = List.of(NGINX.row());
        made.tick(rows, report("/proc", false));
        assertEquals("The last scan stopped early; owners may be missing.", label("trouble"));
        made.tick(rows, new SourceReport("/proc", Duration.ofMillis(3), 2, 0, true, List.of()));
        assertEquals("2 lines could not be read", label("trouble"));
        made.tick(NGINX);
        assertFalse(trouble());
    }

    private static SourceReport report(String source, boolean complete, Trouble... troubles) {
        return new SourceReport(source, Duration.ofMillis(3), 0, 0, complete, List.of(troubles));
    }

    // ---- what can be seen

    private void go(Screen screen) {
        made.run(() -> made.model().screen().set(screen));
    }

    private String label(String id) {
        return made.onFx(() -> ((Labeled) Objects.requireNonNull(made.window().lookup("#" + id))).getText());
    }

    private boolean trouble() {
        return made.onFx(() -> Objects.requireNonNull(made.window().lookup("#trouble")).isVisible());
    }

    private List<String> texts(String query) {
        return made.onFx(() -> Objects.requireNonNull(made.window().lookup(query)).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText()).toList());
    }
}
