package quaywatch.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.theme.Sizes;

/** What the program is: version, what leaves the computer, where the names of ports come from, and the licences of what it is made with. */
final class AboutCard extends VBox {

    private static final String ICON = "/quaywatch/icons/quaywatch-128.png";
    private static final double BADGE = 40;

    private final Button close;

    /** @param hide  takes the card away */
    AboutCard(About about, Words words, Sizes sizes, Runnable hide) {
        setId("about-card");
        setAccessibleText(words.get("ui.about.title", about.version()));
        getStyleClass().addAll("popover-card", "about-card");
        close = Controls.iconButton("close-about", MaterialDesignC.CLOSE, words.get("ui.close"), hide);
        ImageView badge = new ImageView(new Image(ICON, sizes.of(BADGE), sizes.of(BADGE), true, true));
        VBox title = Controls.column(2, Controls.label(words.get("ui.about.title", about.version()), "inspector-title"),
                Controls.label(words.get("ui.about.licence"), "secondary"));
        HBox head = Controls.row(12, badge, title, Controls.spacer(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new Scroll(parts(about));
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(head, sentence(words.get("ui.about.what")), sentence(words.get("ui.about.names", about.portNames())),
                sentence(words.get("ui.about.private")), Controls.label(words.get("ui.about.parts"), "section-head"), scroll);
    }

    /** Puts the focus on the one button, so that Esc and Enter work. */
    void start() {
        applyCss();
        close.requestFocus();
    }

    private static Label sentence(String text) {
        Label label = Controls.label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static GridPane parts(About about) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("about-parts");
        for (int row = 0; row < about.parts().size(); row++) {
            grid.addRow(row, Controls.label(about.parts().get(row).name()), Controls.label(about.parts().get(row).licence(), "secondary"));
        }
        return grid;
    }
}
