package quaywatch.ui;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.settings.Palette;
import quaywatch.ui.theme.Look;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Nothing overlaps, nothing is cut off, in the sizes of window and text that it is designed for and in both themes. The scene is on no stage: the Headless
 * screen is smaller than the larger of them.
 */
@UiTest
class LayoutUiTest {

    /** In the design. */
    private static final int HEADER = 48;

    private @Nullable MadeUpWindow open;

    /** A size of the window and of the text in it that must do. */
    private record Room(int width, int height, int percent) {

        static final List<Room> ALL = List.of(new Room(1200, 760, 100), new Room(1000, 700, 80), new Room(1000, 700, 100),
                new Room(1000, 700, 125), new Room(1600, 1000, 150), new Room(1600, 1000, 200));

        /** Colours have no size: the second theme is looked at only once. */
        List<Look> looks() {
            return percent == 100 ? List.of(Look.values()) : List.of(Look.LIGHT);
        }

        @Override
        public String toString() {
            return width + "x" + height + " " + percent + " %";
        }
    }

    /** One window for all sizes: it has to come through the changes, too. */
    @ParameterizedTest
    @EnumSource
    void nothingOverlapsAndNothingIsCut(Pose pose) {
        MadeUpWindow made = made(MadeUpWindow::new);
        open = made;
        Scene scene = made.onFx(() -> new Scene(made.window()));
        lookAt(scene, made, Pose.LOADING, Room.ALL.getFirst(), Look.LIGHT);
        pose.arrange(made);
        Set<String> flaws = new TreeSet<>();
        Room.ALL.forEach(room -> room.looks()
                .forEach(look -> lookAt(scene, made, pose, room, look).forEach(flaw -> flaws.add(room + " " + look + " " + flaw))));
        assertEquals("", String.join("\n", flaws));
    }

    /** Lays out twice: the first time changes what shows how much room there is. */
    private static List<String> lookAt(Scene scene, MadeUpWindow made, Pose pose, Room room, Look look) {
        made.run(() -> {
            made.model().textSize().set(room.percent());
            look.apply(scene, made.model().sizes().getValue(), Palette.USUAL);
            made.window().resize(room.width(), room.height());
        });
        pose.renew(made);
        made.settle();
        return made.onFx(() -> {
            Region header = (Region) made.window().lookup(".header");
            assertEquals(room + ", header " + made.model().sizes().getValue().of(HEADER), (int) made.window().getWidth() + "x"
                    + (int) made.window().getHeight() + " " + room.percent() + " %, header " + header.getHeight(), "not laid out");
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

    private static <T> T made(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }
}
