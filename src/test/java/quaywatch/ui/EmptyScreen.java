package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Label;

import quaywatch.ui.nav.Screen;

/** What the screen in front of a {@link MadeUpWindow} shows in place of rows. */
final class EmptyScreen {

    private final MadeUpWindow made;

    EmptyScreen(MadeUpWindow made) {
        this.made = made;
    }

    Parent node() {
        return (Parent) Objects.requireNonNull(
                made.window().lookup(made.model().screen().get() == Screen.CONNECTIONS ? "#empty-connections" : "#empty-ports"));
    }

    /** Its title and sentence. */
    List<String> said() {
        return made.onFx(() -> node().getChildrenUnmodifiable().stream().filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText()).toList());
    }
}
