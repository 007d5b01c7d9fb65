package quaywatch.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Exposure;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.theme.Icons;

/** Who can reach a held port, and what to do about it. */
final class Advice extends HBox {

    private final Words words;
    private final StackPane icon = new StackPane();
    private final Label text = Section.prose();
    private @Nullable Exposure shown;

    Advice(Words words) {
        this.words = words;
        getStyleClass().add("advice");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text);
    }

    /** @param exposure  null for what holds no port */
    void show(@Nullable Exposure exposure) {
        Controls.show(this, exposure != null);
        if (exposure == null || exposure == shown) {
            return;
        }
        shown = exposure;
        getStyleClass().remove("calm");
        if (exposure != Exposure.EVERY_INTERFACE && exposure != Exposure.ONE_ADDRESS) {
            getStyleClass().add("calm");
        }
        icon.getChildren().setAll(Icons.of(Icons.exposure(exposure), Icons.style(exposure)));
        text.setText(words.of("ui.advice", exposure));
    }
}
