package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.settings.Confirmation;
import quaywatch.settings.Marks;
import quaywatch.settings.SavedFilter;
import quaywatch.settings.ScreenChoice;
import quaywatch.settings.Settings;
import quaywatch.settings.Theme;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is chosen on the Settings screen is kept, and the window behaves as it says. */
@UiTest
class SettingsUiTest {

    private final AtomicReference<Settings> kept = new AtomicReference<>(Settings.DEFAULTS);
    private MadeUpWindow made;
    private WindowMemory memory;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        memory = new WindowMemory(made.model(), Settings.DEFAULTS, kept::set);
    }

    @Stop
    void close() {
        made.close();
    }

    // ---- kept

    @Test
    void whatIsChosenByKeyboardIsKept(FxRobot robot) {
        settings();
        choose(robot, "theme-system", KeyCode.RIGHT);
        choose(robot, "settings-textSize", KeyCode.DOWN);
        choose(robot, "settings-markSeconds", KeyCode.DOWN);
        choose(robot, "marks-true", KeyCode.LEFT);
        choose(robot, "settings-interval", KeyCode.DOWN);
        choose(robot, "settings-share", KeyCode.DOWN);
        choose(robot, "hostNames-false", KeyCode.RIGHT);
        choose(robot, "confirmation-always", KeyCode.RIGHT);
        assertEquals(Settings.DEFAULTS.withLastScreen("SETTINGS").withTheme(Theme.LIGHT).withTextSize(110).withMarks(new Marks(false, 3))
                .withInterval(Duration.ofSeconds(2)).withShare(10).withHostNames(true).withConfirmation(Confirmation.ONLY_WARNED),
                // With host names on, their column is shown.
                kept.get().withScreen("CONNECTIONS", ScreenChoice.NONE));
    }

    /** Somebody has written it into the file by hand. */
    @Test
    void aValueThatIsNotOfferedIsShownAsItIs() {
        made.run(() -> made.model().preferences().textSize().set(133));
        settings();
        assertEquals(133, made.onFx(() -> ((ComboBox<?>) node("settings-textSize")).getValue()));
    }

    @Test
    void howLongAMarkStaysCanBeChosenOnlyWhileThereAreMarks() {
        settings();
        assertFalse(made.onFx(() -> node("settings-markSeconds").isDisabled()));
        made.run(() -> made.model().preferences().marks().set(new Marks(false, 2)));
        assertTrue(made.onFx(() -> node("settings-markSeconds").isDisabled()));
    }

    // ---- marks

    @Test
    void aMarkStaysAsLongAsWasChosen() {
        made.run(() -> made.model().preferences().marks().set(new Marks(true, 5)));
        SampleRow row = SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), false);
        made.tick(row);
        made.pass(Duration.ofMillis(4_999));
        made.tick(row);
        assertEquals(List.of("new"), made.marks(0));
        made.pass(Duration.ofMillis(1));
        made.tick(row);
        assertEquals(List.of(), made.marks(0));
    }

    @Test
    void aMarkGoesAtOnceWhenMarksAreSwitchedOff() {
        SampleRow row = SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), false);
        made.tick(row);
        assertEquals(List.of("new"), made.marks(0));
        made.run(() -> made.model().preferences().marks().set(new Marks(false, 2)));
        assertEquals(List.of(), made.marks(0));
        assertNull(made.cell(0, "mark").getGraphic());
    }

    @Test
    void anOwnerIsMarkedAsLongAsWasChosenToo() {
        made.run(() -> {
            made.model().preferences().marks().set(new Marks(true, 5));
            made.model().screen().set(Screen.PROCESSES);
        });
        SampleRow row = SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), false);
        made.pass(Duration.ofSeconds(4));
        made.tick(row);
        assertEquals(List.of("new"), made.marks(0));
        made.pass(Duration.ofSeconds(1));
        made.tick(row);
        assertEquals(List.of(), made.marks(0));
    }

    /** Its last values would be taken for what is so now. */
    @Test
    void aClosedRowKeepsItsSignButNoColourWhenMarksAreSwitchedOff() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), true).closed(made.now()));
        Object tinted = ground();
        made.run(() -> made.model().preferences().marks().set(new Marks(false, 2)));
        assertEquals("closed", made.cell(0, "mark").getAccessibleText());
        assertNotNull(made.cell(0, "mark").getGraphic());
        assertNotEquals(tinted, ground());
        assertEquals(Color.WHITE, ground());
    }

    private Object ground() {
        return made.onFx(() -> made.row(0).getBackground().getFills().getLast().getFill());
    }

    // ---- confirmation

    @Test
    void aStopAsksFirstByDefault() {
        made.tick(SampleRow.listener("127.0.0.1:8080").by(2, "node"));
        made.run(() -> made.window().free(made.line(0)));
        assertNotNull(made.onFx(() -> node("do-free")));
        assertEquals(List.of(), made.lever().signals(), "nothing is done before the yes");
    }

    @Test
    void aPlanWithoutAWarningIsCarriedOutAtOnceWhereThatWasChosen() {
        made.run(() -> made.model().preferences().confirmation().set(Confirmation.ONLY_WARNED));
        made.tick(SampleRow.listener("127.0.0.1:8080").by(2, "node"));
        made.run(() -> made.window().free(made.line(0)));
        MadeUpWindow.await("it is under way, in sight", () -> made.onFx(() -> made.window().lookup("#stop-waiting") != null));
        assertEquals(List.of("TERM 2"), made.lever().signals());
    }

    @Test
    void aPlanWithAWarningAlwaysAsks() {
        made.run(() -> made.model().preferences().confirmation().set(Confirmation.ONLY_WARNED));
        made.tick(SampleRow.listener("127.0.0.1:8080").by(SampleRow.process(400, "sshd", "sshd", null)));
        made.run(() -> made.window().free(made.line(0)));
        assertNotNull(made.onFx(() -> node("do-free")));
        assertEquals("cancel", made.onFx(() -> made.window().getScene().getFocusOwner().getId()));
        assertEquals(List.of(), made.lever().signals());
    }

    // ---- reset

    @Test
    void theDefaultsComeBackOnlyAfterAYes(FxRobot robot) {
        settings();
        focus("reset");
        robot.push(KeyCode.SPACE);
        made.settle();
        assertEquals("keep-reset", made.onFx(() -> made.window().getScene().getFocusOwner().getId()));
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals("reset", made.onFx(() -> made.window().getScene().getFocusOwner().getId()));
        assertEquals(List.of(), made.asked());
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        made.settle();
        assertEquals(List.of("reset"), made.asked());
    }

    @Test
    void resetPutsAllPreferencesBackForgetsUsedQueriesAndKeepsSavedFilters() {
        List<SavedFilter> filters = List.of(new SavedFilter("web", "port:80"));
        Settings own = Settings.DEFAULTS.withSavedFilters(filters).withUsedQuery("process:java").withTextSize(150)
                .withMarks(new Marks(false, 9)).withShare(25)
                .withHostNames(true).withConfirmation(Confirmation.ONLY_WARNED).withTheme(Theme.DARK).withInterval(Duration.ofSeconds(5));
        made.run(() -> {
            memory = new WindowMemory(made.model(), own, kept::set);
            memory.reset();
        });
        assertEquals(Settings.DEFAULTS.withSavedFilters(filters), kept.get());
        assertEquals(filters, made.onFx(() -> made.model().header().saved().own().get()));
        assertEquals(List.of(), made.onFx(() -> made.model().header().saved().history().get()));
        assertEquals(Settings.DEFAULTS, made.onFx(() -> made.model().preferences().in(Settings.DEFAULTS)));
    }

    // ---- ways

    private void settings() {
        made.run(() -> made.model().screen().set(Screen.SETTINGS));
    }

    private void choose(FxRobot robot, String id, KeyCode key) {
        focus(id);
        robot.push(key);
        made.settle();
    }

    private void focus(String id) {
        made.run(() -> node(id).requestFocus());
    }

    /** FX thread. */
    private Node node(String id) {
        return Objects.requireNonNull(made.window().lookup("#" + id), id);
    }
}
