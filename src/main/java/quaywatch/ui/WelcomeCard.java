package quaywatch.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** Three lines for a new user, shown once below the port box. It takes no focus: whoever types a port goes on typing. */
final class WelcomeCard extends VBox {

    /** @param hide  takes the card away */
    WelcomeCard(Words words, Runnable hide) {
        setId("welcome-card");
        setAccessibleText(words.get("ui.welcome.title"));
        getStyleClass().addAll("popover-card", "welcome-card");
        Button done = Controls.named(new Button(words.get("ui.welcome.done")), "welcome-done", words.get("ui.welcome.done.hint"));
        done.getStyleClass().add("small");
        done.setOnAction(_ -> hide.run());
        getChildren().addAll(Controls.label(words.get("ui.welcome.title"), "inspector-title"), line(words.get("ui.welcome.port")),
                line(words.get("ui.welcome.filter")), line(words.get("ui.welcome.keys")), new HBox(Controls.spacer(), done));
    }

    private static Label line(String text) {
        Label label = Controls.label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
