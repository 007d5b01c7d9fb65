package quaywatch.ui;

import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** An exception that nobody catches fails the test it happened in. */
class FxExceptionsTest {

    @Test
    void anExceptionOnTheFxThreadFailsTheTest() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Planted.class)).build();
        LauncherFactory.create().execute(request, summary);
        assertEquals(1, summary.getSummary().getTestsSucceededCount());
        assertEquals("uncaught: java.lang.IllegalStateException: planted",
                summary.getSummary().getFailures().getFirst().getException().getMessage());
    }

    @UiTest
    static final class Planted {

        @Start
        void start(Stage stage) {
            stage.setScene(new Scene(new Group()));
        }

        @Test
        void throwsLater() {
            Platform.runLater(() -> {
                throw new IllegalStateException("planted");
            });
        }

        @Test
        void throwsNothing() {}
    }
}
