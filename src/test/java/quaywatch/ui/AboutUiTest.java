package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the program says of itself, and to somebody who is new to it. */
@UiTest
class AboutUiTest {

    private final FxRobot robot = new FxRobot();
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
    void theMenuTellsVersionAndLicences() {
        made.run(() -> ((MenuButton) Objects.requireNonNull(made.window().lookup("#menu"))).getItems().stream()
                .filter(item -> "about".equals(item.getId())).findFirst().orElseThrow().fire());
        List<String> told = made.onFx(() -> Walk.visible(Objects.requireNonNull(made.window().lookup("#about-card")), _ -> false)
                .filter(Labeled.class::isInstance).map(label -> ((Labeled) label).getText()).toList());
        assertTrue(told.containsAll(List.of("Quaywatch 1.0", "Names of ports: IANA's registry of service names, as of 2026-01-01.",
                "A library", "Apache-2.0")), told::toString);
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertNull(made.onFx(() -> made.window().lookup("#about-card")));
    }

    @Test
    void theHintLeavesTheFocusAndGoesAsSoonAsAPortIsTyped() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        made.run(() -> {
            made.window().focusStart();
            made.window().welcome();
        });
        assertNotNull(made.onFx(() -> made.window().lookup("#welcome-card")));
        assertTrue(made.onFx(() -> made.model().preferences().welcomed().get()), "it comes once");
        robot.write("80");
        made.settle();
        assertNull(made.onFx(() -> made.window().lookup("#welcome-card")));
        assertEquals("80", made.onFx(() -> made.model().header().filters().port().get()));
    }

    @Test
    void theHintCanBeClosed() {
        made.run(made.window()::welcome);
        made.run(() -> ((Button) Objects.requireNonNull(made.window().lookup("#welcome-done"))).fire());
        assertFalse(made.onFx(() -> made.window().lookup("#welcome-card") != null));
    }
}
