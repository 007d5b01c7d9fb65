package quaywatch.ui;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.ui.theme.Look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Nothing overlaps, nothing is cut off, in the sizes of window and text that it is designed for and in both themes. The scene is on no stage: the Headless
 * screen is smaller than the larger of them.
 */
@UiTest
class LayoutUiTest {

    private @org.jspecify.annotations.Nullable MadeUpWindow open;

    static Stream<Arguments> poses() {
        return Stream.of(Pose.values()).flatMap(pose -> Stream.of(arguments(pose, 1200, 760, 100),
                arguments(pose, 1000, 700, 100)));
    }

    @ParameterizedTest(name = "{0} {1}x{2} {3} %")
    @MethodSource("poses")
    void nothingOverlapsAndNothingIsCut(Pose pose, int width, int height, int percent) {
        MadeUpWindow made = made(MadeUpWindow::new);
        open = made;
        made.run(() -> made.model().textSize().set(percent));
        Scene scene = made.onFx(() -> new Scene(made.window(), width, height));
        lookAt(scene, made, Look.LIGHT);
        pose.arrange(made);
        List<String> flaws = Stream.of(Look.values()).flatMap(look -> lookAt(scene, made, look).stream().map(flaw -> look + " " + flaw))
                .toList();
        assertEquals("", String.join("\n", new TreeSet<>(flaws)));
    }

    /** Draws twice: the first time lays out what has just changed. */
    private static List<String> lookAt(Scene scene, MadeUpWindow made, Look look) {
        return made.onFx(() -> {
            look.apply(scene, made.model().sizes().getValue());
            scene.snapshot(null);
            scene.snapshot(null);
            return new Flaws(made.window()).all();
        });
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    /** The detector itself. */
    @Test
    void overlappingClippedAndCutAreFound() {
        Label shortened = new Label("a text that does not fit");
        shortened.setId("shortened");
        shortened.setMinWidth(0);
        shortened.setMaxWidth(40);
        Label wide = new Label("wide");
        wide.setId("wide");
        wide.setMinWidth(300);
        Label before = new Label("before");
        before.setId("before");
        HBox box = new HBox(before, new Label("behind"));
        box.setId("box");
        VBox root = new VBox(shortened, new Pane(wide), box);
        assertEquals(List.of("cut: Label#shortened", "clipped: Label#wide", "overlap: HBox#box < Label#before"), made(() -> {
            Scene scene = new Scene(root, 200, 100);
            scene.snapshot(null);
            before.setTranslateX(20);
            return new Flaws(root).all().stream().map(flaw -> flaw.substring(0, flaw.indexOf('\''))).toList();
        }));
    }

    private static <T> T made(java.util.concurrent.Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }
}
