package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** What has just happened to a row is marked for two seconds. */
@UiTest
class RowMarksUiTest {

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void whatWasThereFromTheStartHasNoMark() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), true));
        assertEquals(List.of(), made.marks(0));
        assertEquals(null, made.cell(0, "mark").getGraphic());
    }

    @Test
    void aNewRowIsMarkedAndTheMarkGoesWithTime() {
        SampleRow row = SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), false);
        made.tick(row);
        assertEquals(List.of("new"), made.marks(0));
        assertEquals("new", made.cell(0, "mark").getAccessibleText());
        made.pass(Duration.ofSeconds(1));
        made.tick(row);
        assertEquals(List.of("new"), made.marks(0));
        made.pass(Duration.ofSeconds(1));
        made.tick(row);
        assertEquals(List.of(), made.marks(0));
    }

    @Test
    void aChangedRowIsMarkedAndTheMarkGoesWithTime() {
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        SampleRow row = SampleRow.socket(Protocol.TCP, "10.0.0.1:5000", "10.0.0.2:443", SocketState.CLOSE_WAIT)
                .by(9, "curl").seen(made.now().minusSeconds(60), true).changed(SocketState.ESTABLISHED, made.now());
        made.tick(row);
        assertEquals(List.of("changed"), made.marks(1));
        made.pass(Duration.ofSeconds(2));
        made.tick(row);
        assertEquals(List.of(), made.marks(1));
    }

    @Test
    void aClosedRowIsMarkedUntilItGoes() {
        SampleRow row = SampleRow.listener("127.0.0.1:80").by(7, "nginx").seen(made.now(), true);
        made.tick(row.closed(made.now()));
        assertEquals(List.of("closed"), made.marks(0));
        made.tick();
        assertEquals(List.of(), made.texts("port"));
    }

    @Test
    void aGroupHeadIsNoMarkedRow() {
        made.run(() -> made.model().screen().set(Screen.CONNECTIONS));
        made.tick(SampleRow.connection("10.0.0.1:5000", "10.0.0.2:443").by(9, "curl").seen(made.now(), false));
        assertEquals(List.of("group"), made.marks(0));
        assertEquals(List.of("new"), made.marks(1));
    }

    @Test
    void ageGoesOnWithTheClockThoughTheSocketStaysAsItIs() {
        made.run(() -> {
            made.model().screen().set(Screen.CONNECTIONS);
            made.model().connections().columns().show("trend", false);
        });
        SampleRow row = SampleRow.connection("10.0.0.1:5000", "10.0.0.2:443").by(9, "curl").seen(made.now(), false);
        made.tick(row);
        TableCell<?, ?> age = made.cell(1, "age");
        String young = age.getText();
        made.pass(Duration.ofSeconds(50));
        made.tick(row);
        String older = age.getText();
        assertNotEquals(young, older);
        made.pass(Duration.ofSeconds(5));
        made.tick(row);
        assertNotEquals(older, made.cell(1, "age").getText());
    }
}
