package quaywatch.ui.kit;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.ui.theme.Icons;

/** Sentences the user should know, one line each, until closed. */
public final class NoticeBar extends VBox {

    /** @param notices  the sentences; closing one removes it */
    public NoticeBar(ObservableList<String> notices, String closeText) {
        setId("notices");
        notices.addListener((ListChangeListener<String>) _ -> show(notices, closeText));
        show(notices, closeText);
    }

    private void show(ObservableList<String> notices, String closeText) {
        getChildren().clear();
        for (String notice : notices) {
            Label text = Controls.label(notice);
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = Controls.row(10, Icons.of(MaterialDesignA.ALERT_OUTLINE, "st-closing"), text, Controls.spacer(),
                    Controls.iconButton("close-notice", MaterialDesignC.CLOSE, closeText, () -> notices.remove(notice)));
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("notice");
            getChildren().add(line);
        }
        Controls.show(this, !notices.isEmpty());
    }
}
