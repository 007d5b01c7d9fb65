package quaywatch.ui;

import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.view.Grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Clicks with Shift filter by what was clicked. The robot's clicks carry no such keys, so the events are fired at the cell. */
@UiTest
class ShiftClickUiTest {

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
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "nginx"), SampleRow.listener("0.0.0.0:3000").by(2, "node"),
                SampleRow.listener("127.0.0.1:3999").by(3, "java"));
    }

    @Test
    void withShiftACellFiltersByItsValue() {
        click(1, "port", true, false);
        assertEquals(List.of("port:3000"), chips());
        assertEquals(List.of("3000"), made.texts("port"));
    }

    @Test
    void withAltTooItLeavesItsLikeOut() {
        click(1, "port", true, true);
        assertEquals(List.of("!port:3000"), chips());
        assertEquals(List.of("80", "3999"), made.texts("port"));
    }

    @Test
    void theSelectionStaysWhereItWas() {
        made.run(() -> made.model().table().select(made.line(0)));
        click(2, "proto", true, false);
        assertEquals(List.of("proto:tcp"), chips());
        assertEquals(made.line(0), made.onFx(() -> made.model().selected()));
    }

    @Test
    void withoutShiftItOnlySelects() {
        click(1, "port", false, false);
        assertEquals(List.of(), chips());
        assertEquals(made.line(1), made.onFx(() -> made.model().selected()));
    }

    @Test
    void theHeadOfAGroupFiltersByWhatItsLinesHaveInCommonAndStaysOpen() {
        made.run(() -> made.model().table().grouping().set(Grouping.PROCESS));
        made.settle();
        click(0, "owner", true, false);
        assertEquals(List.of("pid:3"), chips());
        assertEquals(List.of("3999"), made.texts("port").stream().filter(text -> !text.isEmpty()).toList());
    }

    private void click(int row, String column, boolean shift, boolean alt) {
        Node cell = made.cell(row, column);
        made.run(() -> {
            fire(cell, MouseEvent.MOUSE_PRESSED, shift, alt);
            fire(cell, MouseEvent.MOUSE_RELEASED, shift, alt);
            fire(cell, MouseEvent.MOUSE_CLICKED, shift, alt);
        });
        made.settle();
    }

    /** FX thread. */
    private static void fire(Node cell, EventType<MouseEvent> type, boolean shift, boolean alt) {
        Bounds scene = cell.localToScene(cell.getLayoutBounds());
        Bounds screen = cell.localToScreen(cell.getLayoutBounds());
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        cell.fireEvent(new MouseEvent(type, scene.getCenterX(), scene.getCenterY(), screen.getCenterX(), screen.getCenterY(),
                MouseButton.PRIMARY, 1, shift, false, alt, false, down, false, false, true, false, true,
                new PickResult(cell, scene.getCenterX(), scene.getCenterY())));
    }

    private List<String> chips() {
        return made.onFx(() -> List.copyOf(made.model().header().filters().chips()));
    }
}
