package quaywatch.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the Headless platform can do, one test for each gesture, on stock controls. If one of these fails, look here before looking at a
 * screen.
 */
@UiTest
class GestureSmokeTest {

    private final List<String> seen = new ArrayList<>();
    private TableView<Integer> table;
    private Canvas canvas;

    @Start
    void start(Stage stage) {
        Button button = new Button("Press");
        button.setId("button");
        button.setOnAction(_ -> seen.add("action"));
        canvas = new Canvas(200, 40);
        canvas.setOnMousePressed(event -> seen.add("press " + event.getX()));
        canvas.setOnMouseDragged(event -> seen.add("drag " + event.getX()));
        canvas.setOnMouseReleased(event -> seen.add("release " + event.getX()));
        table = table();
        VBox root = new VBox(button, canvas, table);
        stage.setScene(new Scene(root, 600, 400));
        stage.sizeToScene(); // all tests share the stage, and another one may have left it smaller
        stage.show();
    }

    private TableView<Integer> table() {
        TableColumn<Integer, Integer> column = new TableColumn<>("Port");
        column.setId("port");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        TableView<Integer> made = new TableView<>();
        made.setId("table");
        made.getColumns().add(column);
        made.getItems().setAll(IntStream.range(0, 200).boxed().toList());
        MenuItem copy = new MenuItem("Copy");
        copy.setId("copy");
        copy.setOnAction(_ -> seen.add("copied " + made.getSelectionModel().getSelectedItem()));
        made.setContextMenu(new ContextMenu(copy));
        made.setOnMouseClicked(event -> seen.add("clicks " + event.getClickCount()));
        return made;
    }

    @Test
    void clickPressesAButton(FxRobot robot) {
        robot.clickOn("#button");
        assertEquals(List.of("action"), seen);
    }

    @Test
    void clickSelectsARow(FxRobot robot) {
        robot.clickOn(cell(robot, 3));
        assertEquals(3, table.getSelectionModel().getSelectedItem());
    }

    @Test
    void doubleClickCountsTwo(FxRobot robot) {
        robot.doubleClickOn(cell(robot, 3));
        assertEquals(List.of("clicks 1", "clicks 2"), seen);
    }

    @Test
    void headerClickSortsThenReverses(FxRobot robot) {
        robot.clickOn("#port");
        assertEquals(List.of(0, 1, 2), table.getItems().subList(0, 3));
        assertEquals(List.of(TableColumn.SortType.ASCENDING), sortTypes());
        robot.clickOn("#port");
        assertEquals(List.of(199, 198, 197), table.getItems().subList(0, 3));
        assertEquals(List.of(TableColumn.SortType.DESCENDING), sortTypes());
    }

    private List<TableColumn.SortType> sortTypes() {
        return table.getSortOrder().stream().map(TableColumn::getSortType).toList();
    }

    @Test
    void rightClickOpensTheMenuForTheRow(FxRobot robot) {
        robot.rightClickOn(cell(robot, 4));
        assertTrue(table.getContextMenu().isShowing());
        robot.clickOn("#copy");
        assertTrue(seen.contains("copied 4"), seen::toString);
    }

    @Test
    void keysMoveTheSelection(FxRobot robot) {
        robot.clickOn(cell(robot, 0)).type(KeyCode.DOWN, 2).type(KeyCode.END);
        assertEquals(199, table.getSelectionModel().getSelectedItem());
    }

    @Test
    void scrollMovesTheRows(FxRobot robot) {
        robot.moveTo(table).scroll(20, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        int first = robot.lookup(node -> node instanceof TableRow<?> row && !row.isEmpty()).queryAll().stream()
                .mapToInt(node -> ((TableRow<?>) node).getIndex()).min().orElseThrow();
        assertTrue(first > 0, "still at the top");
    }

    @Test
    void dragArrivesAsFiredEvents(FxRobot robot) {
        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, 10);
            fire(MouseEvent.MOUSE_DRAGGED, 60);
            fire(MouseEvent.MOUSE_RELEASED, 90);
        });
        assertEquals(List.of("press 10.0", "drag 60.0", "release 90.0"), seen);
    }

    private void fire(EventType<MouseEvent> type, double x) {
        Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
        Point2D inScene = canvas.localToScene(x, 10);
        Event.fireEvent(canvas, new MouseEvent(type, inScene.getX(), inScene.getY(), bounds.getMinX() + x, bounds.getMinY() + 10,
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null));
    }

    private static Node cell(FxRobot robot, int index) {
        MadeUpWindow.await("the cell is drawn", () -> find(robot, index).tryQuery().isPresent());
        return find(robot, index).query();
    }

    private static NodeQuery find(FxRobot robot, int index) {
        return robot.lookup(".table-cell").match(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == index);
    }
}
