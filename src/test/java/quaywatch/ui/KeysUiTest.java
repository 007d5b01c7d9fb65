package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.settings.ColumnChoice;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of keys tells them all, and each does what it says. */
@UiTest
class KeysUiTest {

    private MadeUpWindow made;
    private final FxRobot robot = new FxRobot();

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    /** A key that is added without a case here does not compile. */
    @ParameterizedTest
    @EnumSource
    void everyKeyOfTheListDoesSomething(Key key) {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"), SampleRow.listener("127.0.0.1:81").by(8, "node"));
        focusRow();
        switch (key) {
            case KEYS -> changes(key, () -> made.window().lookup("#keys-card") != null);
            case QUERY -> focuses(key, "query");
            case PORT -> focuses(key, "port");
            case PORTS -> goes(key, Screen.PORTS, Screen.SETTINGS);
            case CONNECTIONS -> goes(key, Screen.CONNECTIONS, Screen.PORTS);
            case PROCESSES -> goes(key, Screen.PROCESSES, Screen.PORTS);
            case ACTIVITY -> goes(key, Screen.ACTIVITY, Screen.PORTS);
            case HISTORY -> goes(key, Screen.HISTORY, Screen.PORTS);
            case PORT_MAP -> goes(key, Screen.PORT_MAP, Screen.PORTS);
            case SETTINGS -> goes(key, Screen.SETTINGS, Screen.PORTS);
            case SCAN -> asks(key, "scan");
            case PAUSE -> changes(key, () -> made.model().header().paused().get());
            case EXPORT -> changes(key, () -> made.window().lookup("#export-card") != null);
            case WHY_PORT, WHY -> changes(key, made.window()::busy);
            case WHY_TYPED -> {
                made.run(made.window()::focusStart);
                robot.write("81");
                changes(key, made.window()::busy);
            }
            case THEME -> asks(key, "theme");
            case LARGER -> changes(key, () -> made.model().textSize().get() == 110);
            case SMALLER -> changes(key, () -> made.model().textSize().get() == 90);
            case USUAL -> {
                made.run(() -> made.model().textSize().set(150));
                changes(key, () -> made.model().textSize().get() == 100);
            }
            case BACK -> {
                made.run(() -> made.model().header().filters().add("port:80"));
                changes(key, () -> !made.model().header().filters().any());
            }
            case QUIT -> asks(key, "quit");
            case INSPECT -> changes(key, () -> Walk.isBelow(focused(), quaywatch.ui.inspector.InspectorView.class));
            case FREE, CLOSE_CONNECTION -> changes(key, () -> made.window().busy());
            case NEXT -> copiesCell(key, "nginx", "7");
            case PREVIOUS -> {
                press(Key.NEXT);
                copiesCell(key, "7", "nginx");
            }
            case FILTER -> changes(key, () -> !made.model().header().filters().chips().isEmpty());
            case EXCLUDE -> changes(key,
                    () -> made.model().header().filters().chips().stream().anyMatch(chip -> chip.startsWith("!")));
            case COPY_ROWS -> changes(key, () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("127.0.0.1"));
            case COPY_CELL -> {
                press(Key.NEXT);
                copiesCell(Key.COPY_CELL, "7", "7");
            }
            case FOLD -> {
                made.run(() -> made.model().table().grouping().set(Grouping.PROCESS));
                made.run(() -> made.model().table().select(made.model().table().lines().getFirst()));
                int lines = made.onFx(() -> made.model().table().lines().size());
                changes(key, () -> made.model().table().lines().size() != lines);
            }
            case OTHER_END -> {
                made.run(() -> {
                    made.model().screen().set(Screen.CONNECTIONS);
                    made.model().connections().grouping().set(Grouping.NONE);
                });
                made.tick(SampleRow.connection("127.0.0.1:40000", "127.0.0.1:3000").by(2, "firefox"),
                        SampleRow.connection("127.0.0.1:3000", "127.0.0.1:40000").by(1, "node"));
                focusRow();
                int before = made.onFx(() -> made.table().getSelectionModel().getSelectedIndex());
                changes(key, () -> made.table().getSelectionModel().getSelectedIndex() == 1 - before);
            }
            case OPEN -> asks(key, "http://127.0.0.1:80/");
            case FIND -> {
                type(Key.START);
                assertNotNull(made.onFx(() -> made.model().table().typing().get()));
            }
            case FIND_SHORTER -> {
                type("x");
                type("y");
                changes(key, () -> Objects.requireNonNull(made.model().table().typing().get()).text().equals("x"));
            }
            case MOVE_LEFT -> {
                press(Key.NEXT);
                press(Key.NEXT);
                changes(key, moved("port", -1));
            }
            case MOVE_RIGHT -> {
                press(Key.NEXT);
                changes(key, moved("pid", 1));
            }
            case NARROWER -> changes(key, widened("owner", -1));
            case WIDER -> changes(key, widened("owner", 1));
            case SUGGEST -> {
                press(Key.QUERY);
                changes(key, () -> made.model().header().suggestions().isOpen());
            }
            case BRUSH_EARLIER, BRUSH_LATER, BRUSH_SHORTER, BRUSH_LONGER -> brushes(key);
            case RANK_NEXT -> inRanks(key, 0, () -> "rank-processes-1".equals(focused().getId()));
            case RANK_PREVIOUS -> inRanks(key, 1, () -> "rank-processes-0".equals(focused().getId()));
            case RANK_SHOW -> inRanks(key, 0, () -> made.model().screen().get() == Screen.CONNECTIONS);
            case RANK_COPY -> inRanks(key, 0, () -> String.valueOf(Clipboard.getSystemClipboard().getString()).startsWith("node\t101\t"));
            case SAVED_NEXT -> inSaved(key, "ready-network", () -> "ready-dev".equals(focused().getId()));
            case SAVED_PREVIOUS -> inSaved(key, "own-1", () -> "own-0".equals(focused().getId()));
            case SAVED_USE -> inSaved(key, "own-0", () -> made.model().header().filters().chips().equals(List.of("port:1")));
            case SAVED_BESIDES -> inSaved(key, "own-0", () -> made.model().header().filters().chips().equals(List.of("pid:7", "port:1")));
            case SAVED_EARLIER -> inSaved(key, "own-1", () -> saved().equals(List.of("two", "one")));
            case SAVED_LATER -> inSaved(key, "own-0", () -> saved().equals(List.of("two", "one")));
            case SAVED_RENAME -> inSaved(key, "own-0", () -> "saved-name".equals(focused().getId()));
            case SAVED_DELETE -> inSaved(key, "own-0", () -> saved().equals(List.of("two")));
            case COLUMN_EARLIER -> inColumns(key, "pid", moved("pid", -1));
            case COLUMN_LATER -> inColumns(key, "pid", moved("pid", 1));
            case COLUMN_NARROWER -> inColumns(key, "owner", widened("owner", -1));
            case COLUMN_WIDER -> inColumns(key, "owner", widened("owner", 1));
            case GROUPS -> changes(key, () -> ((MenuButton) node("group")).isShowing());
            case MENU -> changes(key, () -> Window.getWindows().stream().anyMatch(javafx.scene.control.ContextMenu.class::isInstance));
            case TO_ROWS -> {
                made.run(made.window()::focusStart);
                changes(key, () -> made.table().isFocused());
            }
            case FREE_FIRST -> {
                made.run(made.window()::focusStart);
                robot.write("81");
                made.settle();
                changes(key, () -> made.window().busy());
            }
            case FINISH -> {
                press(Key.QUERY);
                robot.write("port:80");
                changes(key, () -> made.model().header().filters().chips().contains("port:80"));
            }
            case LAST_CHIP -> {
                addChip();
                changes(key, () -> made.window().lookup(".chip:chosen") != null);
            }
            case EDIT_CHIP -> {
                addChip();
                press(Key.LAST_CHIP);
                changes(key, () -> made.model().header().filters().typed().get().equals("port:80"));
            }
            case DROP_CHIP -> {
                addChip();
                press(Key.LAST_CHIP);
                changes(key, () -> made.model().header().filters().chips().isEmpty());
            }
            case SAVED -> changes(key, () -> made.window().lookup("#saved-card") != null);
            case MAP_PORT -> onMap(key, () -> made.model().portMap().cursor().get() == 8_079);
            case MAP_ROW -> onMap(key, () -> made.model().portMap().cursor().get() == 8_080 - 256);
            case MAP_PAGE -> onMap(key, () -> made.model().portMap().cursor().get() == 8_080 - 4_096);
            case MAP_SELECT -> onMap(key, () -> made.model().portMap().stretch().get() != null);
            case MAP_FILTER -> {
                onMap(Key.MAP_SELECT, () -> made.model().portMap().stretch().get() != null);
                changes(key, () -> made.model().header().filters().chips().contains("port:8080-8081"));
            }
            case MAP_SHOW -> onMap(key, 80, () -> made.model().screen().get() == Screen.PORTS);
            case MAP_FREE -> onMap(key, 80, () -> made.window().busy());
            case MAP_NEARER -> onMap(key, () -> made.model().portMap().zoom().get() == 2);
            case MAP_FARTHER -> {
                onMap(Key.MAP_NEARER, () -> made.model().portMap().zoom().get() == 2);
                changes(key, () -> made.model().portMap().zoom().get() == 1);
            }
            case MAP_FIT -> {
                onMap(Key.MAP_NEARER, () -> made.model().portMap().zoom().get() == 2);
                press(Key.MAP_NEARER);
                changes(key, () -> made.model().portMap().zoom().get() == 1);
            }
            case DOWN -> scrolls(key, 0);
            case UP -> scrolls(key, 1);
        }
    }

    /** On every key that may be pressed for it. */
    @Test
    void spareKeysDoTheSame() {
        for (KeyCodeCombination larger : Key.LARGER.combinations().toList()) {
            made.run(() -> made.model().textSize().set(100));
            robot.push(larger);
            made.settle();
            assertEquals(110, made.onFx(() -> made.model().textSize().get()), larger.getName());
        }
    }

    @Test
    void theListHasEveryKeyWithWhatItDoes() {
        made.run(made.window()::showKeys);
        List<String> texts = made.onFx(() -> Walk.visible(node("keys-card"), _ -> false).filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText()).filter(Objects::nonNull).toList());
        List<String> wanted = Stream.of(Key.values()).flatMap(key -> Stream.concat(
                Stream.of(MadeUpWindow.WORDS.of("ui.keys", key)), key.names().stream())).toList();
        assertEquals(List.of(), wanted.stream().filter(text -> !texts.contains(text)).toList());
    }

    @Test
    void theListCallsKeysAsAllTextsDoAndCutsNothing() {
        made.run(made.window()::showKeys);
        assertEquals(List.of(), Stream.of(Key.values()).flatMap(key -> key.names().stream())
                .filter(name -> name.matches(".*(↵|Escape|Back Space).*")).toList());
        assertEquals(List.of("Ctrl+Alt+Enter"), Key.EXCLUDE.names());
        assertEquals(List.of(), made.onFx(() -> Walk.visible(node("keys-card"), _ -> false).filter(Labeled.class::isInstance)
                .map(Labeled.class::cast).filter(label -> label.getWidth() + 0.5 < label.prefWidth(-1)).map(Labeled::getText).toList()));
    }

    @Test
    void aListThatDoesNotFitStaysInTheWindowAndScrolls() {
        made.run(() -> made.window().getScene().getWindow().setHeight(500));
        made.run(made.window()::showKeys);
        Bounds card = made.onFx(() -> node("keys-card").localToScene(node("keys-card").getLayoutBounds()));
        double height = made.onFx(() -> made.window().getHeight());
        assertTrue(card.getMinY() > 0 && card.getMaxY() < height, card + " in " + height);
    }

    @Test
    void aQuestionMarkShowsTheListToo() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        focusRow();
        type("?");
        assertNotNull(made.onFx(() -> made.window().lookup("#keys-card")));
        assertEquals("close-keys", made.onFx(() -> focused().getId()));
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertFalse(made.onFx(() -> made.window().lookup("#keys-card") != null));
        assertTrue(made.onFx(() -> made.table().isFocused()), "the focus is where it was");
    }

    @Test
    void inATextItIsALetter() {
        made.run(made.window()::focusStart);
        type("?");
        assertFalse(made.onFx(() -> made.window().lookup("#keys-card") != null));
        assertEquals("?", made.onFx(() -> made.model().header().filters().port().get()));
    }

    @Test
    void theMenuHasTheListToo() {
        made.run(() -> ((MenuButton) node("menu")).getItems().stream().filter(item -> "Keys".equals(item.getText())).findFirst()
                .orElseThrow().fire());
        assertNotNull(made.onFx(() -> made.window().lookup("#keys-card")));
    }

    // ---- ways

    private void changes(Key key, BooleanSupplier outcome) {
        assertFalse(made.onFx(outcome::getAsBoolean), "before " + key);
        press(key);
        MadeUpWindow.await(key + " did it", () -> made.onFx(outcome::getAsBoolean));
    }

    private void focuses(Key key, String id) {
        changes(key, () -> id.equals(focused().getId()));
    }

    private void goes(Key key, Screen to, Screen from) {
        made.run(() -> made.model().screen().set(from));
        changes(key, () -> made.model().screen().get() == to);
    }

    private void asks(Key key, String what) {
        press(key);
        assertEquals(List.of(what), made.asked());
    }

    private void copiesCell(Key key, String before, String after) {
        press(Key.COPY_CELL);
        assertEquals(before, made.onFx(() -> Clipboard.getSystemClipboard().getString()));
        press(key);
        press(Key.COPY_CELL);
        assertEquals(after, made.onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    private void inColumns(Key key, String column, BooleanSupplier outcome) {
        made.run(made.window()::chooseColumns);
        made.run(() -> node("column-" + column).requestFocus());
        changes(key, outcome);
    }

    private BooleanSupplier moved(String column, int by) {
        int before = made.onFx(() -> place(column));
        return () -> Integer.signum(place(column) - before) == by;
    }

    /** FX thread. */
    private int place(String column) {
        return made.model().table().columns().choices().get().stream().map(ColumnChoice::id).toList().indexOf(column);
    }

    private BooleanSupplier widened(String column, int by) {
        double before = made.onFx(() -> width(column));
        return () -> Math.signum(width(column) - before) == by;
    }

    /** FX thread. */
    private double width(String column) {
        return made.table().getVisibleLeafColumns().stream().filter(shown -> column.equals(shown.getId())).findFirst().orElseThrow()
                .getWidth();
    }

    /** Text so large that the list does not fit. */
    private void scrolls(Key key, double from) {
        made.run(made.window()::showKeys);
        made.run(() -> ((ScrollPane) Objects.requireNonNull(made.window().lookup("#keys-card .scroll-pane"))).setVvalue(from));
        changes(key, () -> ((ScrollPane) Objects.requireNonNull(made.window().lookup("#keys-card .scroll-pane"))).getVvalue() == 0.5);
    }

    private void brushes(Key key) {
        made.history(MadeHistory.until(made.now(), List.of("java", "node", "curl"), 60));
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        List<String> brushed = List.of("time:11:58:00-11:58:30");
        made.run(() -> {
            made.model().screen().set(Screen.ACTIVITY);
            made.model().header().filters().add(brushed.getFirst());
            node("activity-plots").requestFocus();
        });
        changes(key, () -> !made.model().header().filters().chips().equals(brushed));
    }

    private void inSaved(Key key, String id, BooleanSupplier outcome) {
        made.run(() -> {
            made.model().header().filters().add("pid:7");
            made.model().header().saved().save("one", "port:1");
            made.model().header().saved().save("two", "port:2");
        });
        made.run(made.window()::savedFilters);
        made.run(() -> node(id).requestFocus());
        changes(key, outcome);
    }

    /** FX thread. */
    private List<String> saved() {
        return made.model().header().saved().own().get().stream().map(quaywatch.settings.SavedFilter::name).toList();
    }

    private void inRanks(Key key, int rank, BooleanSupplier outcome) {
        made.history(MadeHistory.until(made.now(), List.of("java", "node", "curl"), 60));
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        made.run(() -> made.model().screen().set(Screen.ACTIVITY));
        made.run(() -> node("rank-processes-" + rank).requestFocus());
        changes(key, outcome);
    }

    private void onMap(Key key, BooleanSupplier outcome) {
        onMap(key, 8_080, outcome);
    }

    private void onMap(Key key, int port, BooleanSupplier outcome) {
        made.run(() -> made.model().screen().set(Screen.PORT_MAP));
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"), SampleRow.listener("127.0.0.1:81").by(8, "node"));
        made.run(() -> {
            made.model().portMap().put(port);
            node("port-map").requestFocus();
        });
        changes(key, outcome);
    }

    private void addChip() {
        made.run(() -> made.model().header().filters().add("port:80"));
        press(Key.QUERY);
    }

    private void press(Key key) {
        robot.push(key.first());
        made.settle();
    }

    /** As a keyboard does on which it lies anywhere. */
    private void type(String letter) {
        made.run(() -> {
            Node at = focused();
            at.fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false,
                    false, false, false));
        });
    }

    private void focusRow() {
        made.run(() -> {
            made.model().table().select(made.model().table().lines().getFirst());
            made.table().requestFocus();
        });
    }

    /** FX thread. */
    private Node focused() {
        return made.window().getScene().getFocusOwner();
    }

    /** FX thread. */
    private Node node(String id) {
        return Objects.requireNonNull(made.window().lookup("#" + id), id);
    }
}
