package quaywatch.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.settings.Theme;
import quaywatch.ui.kit.Chip;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever can be worked has a name for a screen reader, says what it does when the pointer rests on it, and is reached by keyboard. */
@UiTest
class ControlsUiTest {

    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    /** What only shows or holds others. A control of another type must be named here or be tested below. */
    private static final List<Class<?>> PASSIVE = List.of(Label.class, ScrollPane.class, ScrollBar.class, IndexedCell.class,
            SegmentedButton.class);

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyControlHasANameARoleAndATooltip(Pose pose) {
        pose.arrange(made);
        assertEquals(List.of(), made.onFx(() -> active().flatMap(ControlsUiTest::offences).toList()));
    }

    @ParameterizedTest
    @EnumSource
    void everyControlIsReachedByKeyboard(Pose pose) {
        pose.arrange(made);
        assertEquals(List.of(),
                made.onFx(() -> active().filter(node -> !node.isFocusTraversable() && !hasKey(node)).map(Walk::name).toList()));
    }

    /** Backspace in the filter takes chips back, so the Tab key need not stop at each of their crosses; arrows go through a list. */
    private static boolean hasKey(Node node) {
        return node instanceof Chip || node.getStyleClass().contains("chip-remove") || isInListWithAStop(node);
    }

    /** Whether the Tab key stops at another line of the list; {@code RanksUiTest} goes on from there by arrows. */
    private static boolean isInListWithAStop(Node node) {
        return node.getParent() instanceof Parent list && list.getAccessibleRole() == AccessibleRole.LIST_VIEW
                && list.getChildrenUnmodifiable().stream().anyMatch(line -> line.isVisible() && line.isFocusTraversable());
    }

    @ParameterizedTest
    @EnumSource(names = {"PORTS", "CONNECTIONS", "PROCESSES", "SETTINGS", "RESET", "NO_MATCH"})
    void theTabKeyGoesThroughThemAll(Pose pose, FxRobot robot) {
        pose.arrange(made);
        made.run(made.window()::focusStart);
        Set<Node> reached = new HashSet<>();
        List<Node> all = made.onFx(() -> active().filter(Node::isFocusTraversable).toList());
        for (int i = 0; i < 2 * all.size() && !reached.containsAll(all); i++) {
            robot.push(KeyCode.TAB);
            reached.add(made.onFx(() -> made.window().getScene().getFocusOwner()));
        }
        List<Node> missed = new ArrayList<>(all);
        missed.removeIf(node -> reached.stream().anyMatch(stop -> stop == node || inOneGroup(stop, node)));
        assertEquals(List.of(), missed.stream().map(Walk::name).toList());
    }

    /** The Tab key stops once at buttons of which one is chosen; arrows go on from there. */
    private static boolean inOneGroup(Node one, Node other) {
        return one instanceof ToggleButton first && other instanceof ToggleButton second && first.getToggleGroup() != null
                && first.getToggleGroup() == second.getToggleGroup();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTIONS", "RESET", "NO_MATCH", "HIDDEN", "PLAN", "FORCE", "KEYS"})
    void theFocusCanBeSeen(Pose pose) {
        pose.arrange(made);
        List<Node> all = made.onFx(() -> active().filter(node -> node.isFocusTraversable() && !node.isDisabled()).toList());
        assertTrue(!all.isEmpty(), "there are controls");
        assertEquals(List.of(), made.onFx(() -> all.stream().filter(node -> !looksOtherwiseWithTheFocus(node)).map(Walk::name).toList()));
    }

    /** FX thread. */
    private boolean looksOtherwiseWithTheFocus(Node node) {
        made.window().requestFocus();
        List<Object> without = look(node);
        node.requestFocus();
        // As after a key: a focus that was given by the program or the mouse need not be shown.
        node.pseudoClassStateChanged(FOCUS_VISIBLE, true);
        List<Object> with = look(node);
        node.pseudoClassStateChanged(FOCUS_VISIBLE, false);
        return !without.equals(with);
    }

    /** All that style sheets can make of a focus: grounds and frames of the control and its parts. */
    private List<Object> look(Node node) {
        node.applyCss();
        List<Object> look = new ArrayList<>();
        Walk.visible(node, _ -> false).filter(Region.class::isInstance).map(Region.class::cast).forEach(region -> {
            look.add(Optional.ofNullable(region.getBackground()));
            look.add(Optional.ofNullable(region.getBorder()));
        });
        return look;
    }

    @Test
    void theFocusStaysWhereItIsWhenTheWindowIsResized() {
        Pose.NO_MATCH.arrange(made);
        focus("clear");
        made.run(() -> made.window().getScene().getWindow().setWidth(930));
        assertEquals("clear", made.onFx(() -> made.window().getScene().getFocusOwner().getId()));
    }

    @Test
    void arrowsChooseInARowOfButtonsAndWhatIsChosenHappens(FxRobot robot) {
        Pose.PORTS.arrange(made);
        focus("scope-listening");
        robot.push(KeyCode.RIGHT);
        made.settle();
        assertEquals(Scope.CONNECTED, made.onFx(() -> made.model().header().scope().get()));
        assertEquals(Screen.CONNECTIONS, made.onFx(() -> made.model().screen().get()));
        robot.push(KeyCode.RIGHT);
        made.settle();
        assertEquals(Scope.ALL, made.onFx(() -> made.model().header().scope().get()));
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        made.settle();
        assertEquals(Screen.PORTS, made.onFx(() -> made.model().screen().get()));
        Pose.SETTINGS.arrange(made);
        focus("theme-system");
        robot.push(KeyCode.RIGHT);
        made.settle();
        assertEquals(Theme.LIGHT, made.onFx(() -> made.model().theme().get()));
    }

    private void focus(String id) {
        made.run(() -> Objects.requireNonNull(made.window().lookup("#" + id)).requestFocus());
    }

    @Test
    void everyItemOfAMenuHasAText() {
        for (Screen screen : Screen.values()) {
            made.run(() -> made.model().screen().set(screen));
            List<MenuItem> items = made.onFx(() -> active().filter(MenuButton.class::isInstance)
                    .flatMap(menu -> ((MenuButton) menu).getItems().stream()).filter(item -> !(item instanceof SeparatorMenuItem))
                    .toList());
            assertTrue(items.size() > 3, "there are menus");
            assertEquals(List.of(), items.stream().filter(item -> item.getText() == null || item.getText().isBlank()).toList());
        }
    }

    /** A control that is neither known as passive nor tested here would go unnoticed. */
    @ParameterizedTest
    @EnumSource
    void everyControlIsOfAKindThatIsTested(Pose pose) {
        pose.arrange(made);
        assertEquals(List.of(),
                made.onFx(() -> Walk.visible(made.window(), ComboBoxBase.class::isInstance).filter(Control.class::isInstance)
                        .filter(node -> !isActive(node) && PASSIVE.stream().noneMatch(type -> type.isInstance(node))).map(Walk::name)
                        .toList()));
    }

    // ---- what a control must have

    private static Stream<String> offences(Node node) {
        boolean named = node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                || node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        // A tooltip of the whole table would hide those of its cells.
        boolean explained = node instanceof TableView || Walk.tooltip(node).isPresent();
        boolean role = !Set.of(AccessibleRole.NODE, AccessibleRole.PARENT).contains(node.getAccessibleRole());
        return Stream.of(named ? "" : "no name: " + Walk.name(node), explained ? "" : "no tooltip: " + Walk.name(node),
                role ? "" : "no role: " + Walk.name(node))
                .filter(text -> !text.isEmpty());
    }

    private Stream<Node> active() {
        return Walk.visible(made.window(), _ -> false).filter(ControlsUiTest::isActive);
    }

    private static boolean isActive(Node node) {
        return node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase || node instanceof TableView
                || node instanceof Chip;
    }
}
