package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.cli.Opening;
import quaywatch.cli.SourceChoice;
import quaywatch.control.MemoryJournal;
import quaywatch.text.Words;
import quaywatch.ui.UiTest;
import quaywatch.view.Line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a user chose in one window is there in the next one over the same folder. */
@UiTest
class KeptWindowUiTest {

    private static final Words WORDS = new Words(Locale.ROOT);
    /** Columns that go for as long as room is short. */
    private static final Set<String> LEAVING = Set.of("clients", "belongs");

    @TempDir
    private Path folder;
    private Stage stage;
    /** Hands over what a later start wants. */
    private Predicate<Opening> later = _ -> false;
    private CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    /** The size is on file, for the one of a first start is larger than the Headless screen. */
    @Start
    void start(Stage given) throws IOException {
        stage = given;
        Files.writeString(folder.resolve("settings.properties"), "window = 0 0 940 640 normal\n");
        open();
    }

    @Stop
    void stop() {
        stage.hide();
    }

    @Test
    void everyChoiceIsThereInTheNextWindow(FxRobot robot) {
        robot.clickOn("#rail-settings").clickOn("#theme-dark");
        run(() -> box().setValue(Duration.ofSeconds(5)));
        robot.clickOn("#rail-ports").clickOn("#ports-table #owner.table-column").clickOn("#ports-table #owner.table-column");
        toggleColumns("proto", "user");
        choose("#group", "Process");
        long narrow = fromTable(table -> Math.round(column(table, "pid").getWidth()));
        onTable(table -> {
            table.resizeColumn(column(table, "pid"), 31);
            table.getColumns().add(2, table.getColumns().remove(7));
        });
        long wide = fromTable(table -> Math.round(column(table, "pid").getWidth()));
        assertEquals(narrow + 31, wide);
        robot.clickOn("#rail-connections");
        place(30, 40, 900, 600);

        close();
        place(0, 0, 700, 500);
        reopen();

        assertEquals(List.of(30.0, 40.0, 900.0, 600.0), geometry());
        assertTrue(toggle("#rail-connections").isSelected());
        assertTrue(sheets().contains("dark.css"), sheets());
        assertEquals("5 s", menu("#interval").getText());
        robot.clickOn("#rail-settings");
        assertTrue(toggle("#theme-dark").isSelected());
        robot.clickOn("#rail-ports");
        assertEquals("Group: Process", menu("#group").getText());
        assertEquals("owner DESCENDING",
                fromTable(table -> table.getSortOrder().getFirst().getId() + " " + table.getSortOrder().getFirst().getSortType()));
        assertEquals(wide, (long) fromTable(table -> Math.round(column(table, "pid").getWidth())));
        assertEquals(List.of("mark", "owner", "address", "pid", "port", "state", "exposure", "user"), fromTable(table -> table
                .getVisibleLeafColumns().stream().map(TableColumn::getId).filter(id -> !LEAVING.contains(id)).toList()));
    }

    @Test
    void defaultsThatWereAskedForAreThereInTheNextWindowToo(FxRobot robot) throws IOException {
        robot.clickOn("#rail-settings").clickOn("#theme-dark").clickOn("#rail-ports");
        toggleColumns("proto");
        robot.clickOn("#rail-settings");
        press("#reset");
        press("#do-reset");
        close();
        reopen();
        assertFalse(sheets().contains("dark.css"), sheets());
        assertEquals(true, fromTable(table -> column(table, "proto").isVisible()));
        assertEquals(List.of("welcomed = true", "window = 0 0 940 640 normal"),
                Files.readString(folder.resolve("settings.properties")).lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** A screen was taken away since. */
    @Test
    void aWindowThatNoScreenCoversOpensWhereItCanBeSeen() throws IOException {
        close();
        Files.writeString(folder.resolve("settings.properties"), "window = 2500 2500 800 600 normal\n");
        place(0, 0, 900, 600);
        reopen();
        assertEquals(List.of(0.0, 0.0, 900.0, 600.0), geometry());
    }

    /** As large as it opens on other screens it would reach beyond this one at both sides. */
    @Test
    void theFirstWindowIsNoWiderThanItsScreen() throws IOException {
        close();
        Files.delete(folder.resolve("settings.properties"));
        run(() -> stage = new Stage());
        reopen();
        assertEquals(List.of(0.0, 1000.0), List.of(geometry().get(0), geometry().get(2)));
        assertEquals(760.0, geometry().get(3), "it fits as it is");
    }

    @Test
    void aLaterStartBringsItsTextSize() throws IOException {
        run(this::open);
        assertTrue(later.test(new Opening(OptionalInt.of(125), "", "")));
        WaitForAsyncUtils.waitForFxEvents();
        close();
        assertTrue(Files.readAllLines(folder.resolve("settings.properties")).contains("text.percent = 125"));
    }

    @Test
    void aLaterStartBringsItsQueryAndScreen() {
        run(this::open);
        assertTrue(later.test(new Opening(OptionalInt.empty(), "port:8080", "portmap")));
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(true, fx(() -> stage.getScene().lookup("#port-map") != null), "the screen it asked for");
        assertEquals(List.of("port:8080"), fx(() -> stage.getScene().getRoot().lookupAll(".chip").stream()
                .map(Node::getAccessibleText).filter(text -> text != null && text.contains("port:8080")).map(_ -> "port:8080").toList()));
        close();
        assertFalse(later.test(Opening.USUAL), "a window that has gone takes no wish");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(stage.isShowing());
    }

    // ---- ways

    /** FX thread. */
    private void open() {
        Machine machine = new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null));
        closed = new CompletableFuture<>();
        new WindowProgram(WORDS).open(stage, machine,
                new Groundwork(machine, WORDS, Shipped.names(), Optional.of(folder),
                        new MemoryJournal(List.of(), null)),
                closed, Opening.USUAL, wishes -> later = wishes);
    }

    private void reopen() {
        run(this::open);
    }

    private void close() {
        run(stage::hide);
        closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void place(double x, double y, double width, double height) {
        run(() -> {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private List<Double> geometry() {
        return fx(() -> List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    private void choose(String menu, String text) {
        MenuItem item = menu(menu).getItems().stream().filter(one -> text.equals(one.getText())).findFirst().orElseThrow();
        run(item::fire);
    }

    private void toggleColumns(String... ids) {
        press("#columns");
        for (String id : ids) {
            run(() -> ((CheckBox) stage.getScene().lookup("#column-" + id)).fire());
        }
    }

    /** It may have been scrolled out of sight. */
    private void press(String query) {
        run(() -> ((Button) stage.getScene().lookup(query)).fire());
    }

    private MenuButton menu(String query) {
        return fx(() -> (MenuButton) stage.getScene().lookup(query));
    }

    /** FX thread. */
    @SuppressWarnings("unchecked") // it holds lengths of time
    private ComboBox<Duration> box() {
        return (ComboBox<Duration>) stage.getScene().lookup("#settings-interval");
    }

    private ToggleButton toggle(String query) {
        return fx(() -> (ToggleButton) stage.getScene().lookup(query));
    }

    private String sheets() {
        return fx(() -> String.join(" ", stage.getScene().getStylesheets()));
    }

    private void onTable(Consumer<TableView<Line>> work) {
        fromTable(table -> {
            work.accept(table);
            return true;
        });
    }

    @SuppressWarnings("unchecked") // it is a table of lines
    private <T> T fromTable(Function<TableView<Line>, T> work) {
        return fx(() -> work.apply((TableView<Line>) stage.getScene().lookup("#ports-table")));
    }

    private static TableColumn<Line, ?> column(TableView<Line> table, String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    private static void run(Runnable work) {
        fx(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents(2);
        return result;
    }
}
