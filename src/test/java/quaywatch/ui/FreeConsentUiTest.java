package quaywatch.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.Lever.Sent;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.SampleRow;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The dialog for another user's process, where an administrator can be asked. */
@UiTest
class FreeConsentUiTest {

    private static final ProcessFacts NGINX = new ProcessFacts(new ProcessId(80, 1), 1, "nginx", "nginx", "", "", new User(0, "root"),
            SampleRow.START, null);
    private static final SampleRow ROW = SampleRow.listener("127.0.0.1:8080").by(new Owner.Processes(List.of(NGINX)),
            new Evidence.Inferred(1)).cookie(7);

    private MadeUpWindow made;
    private DialogScreen dialog;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        dialog = new DialogScreen(made);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void planSaysThatAnAdministratorIsAskedAndThatItIsCheckedThen() {
        dialog.open(ROW);
        assertTrue(dialog.text().contains("That it holds the port is probable, not certain."), dialog.text());
        assertTrue(
                dialog.text()
                        .contains("Ask the process to end, with an administrator's permission (SIGTERM)\nThe system asks for a password."),
                dialog.text());
        assertEquals(List.of("copy-plan", "cancel", "do-free (default)"), dialog.buttons());
    }

    @Test
    void withoutHisPermissionNothingWasStopped() {
        made.lever().sentIs(new Sent.Cancelled());
        dialog.open(ROW);
        dialog.push(KeyCode.ENTER);
        dialog.awaitOutcome();
        assertEquals("Nothing was stopped\nNo signal was sent.", dialog.band());
    }

    @Test
    void anotherProcessThanThoughtWasLeftAlone() {
        made.lever().sentIs(new Sent.NotTheHolder());
        dialog.open(ROW);
        dialog.push(KeyCode.ENTER);
        dialog.awaitOutcome();
        assertEquals("nginx 80 does not hold the port\nA look with an administrator's rights showed that it does not, or no longer."
                + " No signal was sent.", dialog.band());
    }
}
