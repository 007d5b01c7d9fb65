package quaywatch.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.query.Parsed;
import quaywatch.query.QueryParser;
import quaywatch.settings.SavedFilter;
import quaywatch.settings.Settings;
import quaywatch.ui.header.SavedFiltersViewModel;
import quaywatch.ui.header.SavedFiltersViewModel.Ready;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Filters under a name and those used before: offered, kept, put in order, and written to the settings. */
@UiTest
class SavedFiltersUiTest {

    private final List<Settings> written = new ArrayList<>();
    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        new WindowMemory(made.model(), Settings.DEFAULTS, written::add);
    }

    @Stop
    void close() {
        made.close();
    }

    @BeforeEach
    void fill() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "nginx"), SampleRow.listener("0.0.0.0:3000").by(2, "node"),
                SampleRow.listener("127.0.0.1:3999").by(3, "node"));
    }

    @ParameterizedTest
    @EnumSource
    void everyReadyMadeFilterIsAQuery(Ready ready) {
        assertInstanceOf(Parsed.Good.class, new QueryParser(ServiceNames.NONE).parse(ready.query()));
    }

    @Test
    void theShortcutOpensTheCardAndEnterFiltersByTheLine(FxRobot robot) {
        openCard(robot);
        assertEquals("ready-network", focus());
        push(robot, KeyCode.ENTER);
        assertFalse(isOpen());
        assertEquals(List.of("is:listening", "is:exposed"), chips());
        assertEquals(List.of("3000"), made.texts("port"));
    }

    @Test
    void theFieldForANameIsAsHighAsTheButtonBesideIt(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("process:node"));
        openCard(robot);
        made.run(() -> made.window().getScene().snapshot(null));
        assertEquals(height("save-filter"), height("saved-name"));
    }

    private double height(String id) {
        return made.onFx(() -> ((Region) requireNonNull(made.window().lookup("#" + id))).getHeight());
    }

    @Test
    void withShiftTheFilterComesBesidesTheOthers(FxRobot robot) {
        made.run(() -> made.model().header().filters().add("process:node"));
        openCard(robot);
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.DOWN);
        assertEquals("ready-no_loopback", focus());
        robot.press(KeyCode.SHIFT).push(KeyCode.ENTER).release(KeyCode.SHIFT);
        made.settle();
        assertEquals(List.of("process:node", "!is:loopback"), chips());
    }

    @Test
    void thePresentFilterIsKeptUnderANameAndUsedWithTheMouse(FxRobot robot) {
        made.run(() -> {
            made.model().header().filters().add("process:node");
            made.model().header().filters().protocols().udp().set(false);
        });
        robot.clickOn("#saved");
        made.settle();
        robot.clickOn("#saved-name").write("my nodes");
        push(robot, KeyCode.ENTER);
        assertEquals("own-0", focus());
        assertEquals(List.of(new SavedFilter("my nodes", "process:node !proto:udp")), written.getLast().savedFilters());
        push(robot, KeyCode.ESCAPE);
        assertFalse(isOpen());
        made.run(made.window()::clearFilters);
        robot.clickOn("#saved");
        made.settle();
        robot.clickOn("#own-0");
        made.settle();
        assertEquals(List.of("process:node", "!proto:udp"), chips());
    }

    @Test
    void ownFiltersAreRenamedOrderedAndDeletedByKeys(FxRobot robot) {
        made.run(() -> {
            saved().save("one", "port:1");
            saved().save("two", "port:2");
        });
        openCard(robot);
        made.run(() -> made.window().lookup("#own-1").requestFocus());
        robot.press(KeyCode.ALT).push(KeyCode.UP).release(KeyCode.ALT);
        made.settle();
        assertEquals(List.of("two", "one"), names());
        assertEquals("own-0", focus(), "the focus went with it");
        push(robot, KeyCode.F2);
        assertEquals("saved-name", focus());
        robot.write("both");
        push(robot, KeyCode.ENTER);
        assertEquals(List.of("both", "one"), names());
        push(robot, KeyCode.DELETE);
        assertEquals(List.of("one"), names());
        assertEquals(List.of(new SavedFilter("one", "port:1")), written.getLast().savedFilters());
        assertEquals("own-0", focus());
    }

    @Test
    void theButtonsOfALineDoTheSame(FxRobot robot) {
        made.run(() -> {
            saved().save("one", "port:1");
            saved().save("two", "port:2");
        });
        openCard(robot);
        robot.clickOn("#down-0");
        made.settle();
        assertEquals(List.of("two", "one"), names());
        robot.clickOn("#delete-0");
        made.settle();
        assertEquals(List.of("one"), names());
    }

    @Test
    void nothingIsKeptWithoutAFilterOrANameAndANameIsHadOnce(FxRobot robot) {
        openCard(robot);
        made.run(() -> ((TextField) made.window().lookup("#saved-name")).setText("all"));
        assertTrue(made.window().lookup("#save-filter").isDisabled(), "nothing is filtered");
        made.run(() -> {
            saved().save("one", "port:1");
            saved().save(" one ", "port:2");
            saved().save("  ", "port:3");
            saved().save("two", "port:4");
        });
        assertEquals(List.of(new SavedFilter("one", "port:2"), new SavedFilter("two", "port:4")), made.onFx(() -> saved().own().get()));
        assertFalse(made.onFx(() -> saved().canRename(saved().own().get().getFirst(), "two")));
    }

    @Test
    void tabStaysInTheCardAndEscapeLeavesIt(FxRobot robot) {
        openCard(robot);
        robot.press(KeyCode.SHIFT).push(KeyCode.TAB).release(KeyCode.SHIFT);
        made.settle();
        for (int i = 0; i < 12; i++) {
            push(robot, KeyCode.TAB);
            assertTrue(made.onFx(() -> inCard(made.window().getScene().getFocusOwner())));
        }
        push(robot, KeyCode.ESCAPE);
        assertFalse(isOpen());
    }

    @Test
    void whatWasUsedIsOfferedByDownInAnEmptyField(FxRobot robot) {
        made.run(() -> made.window().lookup("#query").requestFocus());
        robot.write("port:3000 | 80");
        push(robot, KeyCode.ENTER);
        assertEquals(List.of("(port:3000 | 80)"), chips());
        assertEquals(List.of("(port:3000 | 80)"), written.getLast().queryHistory());
        push(robot, KeyCode.ESCAPE);
        assertEquals(List.of(), chips());
        made.run(() -> made.window().lookup("#query").requestFocus());
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.DOWN);
        assertEquals("(port:3000 | 80)", made.onFx(() -> requireNonNull(made.model().header().suggestions().choice()).text()));
        push(robot, KeyCode.ENTER);
        assertEquals(List.of("(port:3000 | 80)"), chips());
        assertEquals(List.of("80", "3000"), made.texts("port"));
    }

    @Test
    void whatWasTypedAndLeftIsRememberedUnlessItIsWrong(FxRobot robot) {
        made.run(() -> made.window().lookup("#query").requestFocus());
        robot.write("nginx");
        made.settle();
        push(robot, KeyCode.TAB);
        made.run(() -> made.window().lookup("#query").requestFocus());
        robot.write(" port:");
        push(robot, KeyCode.TAB);
        assertEquals(List.of("nginx"), written.getLast().queryHistory());
    }

    @Test
    void whatWasKeptIsThereAtTheNextStart() {
        Settings kept = Settings.DEFAULTS.withSavedFilters(List.of(new SavedFilter("web", "port:80"))).withUsedQuery("nginx");
        made.run(() -> new WindowMemory(made.model(), kept, written::add));
        assertEquals(List.of("web"), names());
        assertEquals(List.of("nginx"), made.onFx(() -> saved().history().get()));
    }

    private void openCard(FxRobot robot) {
        robot.press(KeyCode.CONTROL).push(KeyCode.B).release(KeyCode.CONTROL);
        made.settle();
        assertTrue(isOpen());
    }

    private boolean isOpen() {
        return made.onFx(() -> made.window().lookup("#saved-card") != null);
    }

    private boolean inCard(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if ("saved-card".equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    private void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        made.settle();
    }

    private String focus() {
        return made.onFx(() -> String.valueOf(made.window().getScene().getFocusOwner().getId()));
    }

    private SavedFiltersViewModel saved() {
        return made.model().header().saved();
    }

    private List<String> names() {
        return made.onFx(() -> saved().own().get().stream().map(SavedFilter::name).toList());
    }

    private List<String> chips() {
        return made.onFx(() -> List.copyOf(made.model().header().filters().chips()));
    }
}
