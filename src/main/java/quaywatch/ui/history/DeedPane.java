package quaywatch.ui.history;

import java.time.Instant;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import quaywatch.control.Deed;
import quaywatch.control.words.DeedWords;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.nav.Navigation;

/** All that is kept of one deed, and what can be taken along to start it again by hand. */
final class DeedPane extends VBox {

    /** The most processes that are listed; the head says how many there were. */
    private static final int LISTED = 20;
    /** More of a command line nobody reads; all of it is copied. */
    private static final int SHOWN = 2_000;

    private static final String CODE = "fact-value";
    private static final String PROSE = "fact-prose";

    private final Words words;
    private final DeedWords deeds;
    private final Function<Instant, String> when;
    private final Navigation navigation;
    private final Label title = DialogParts.wrapping("", "inspector-title");
    private final VBox body = new VBox();
    private final Button copy;
    private final Button copyAll;
    private final Button port;
    private @Nullable Deed shown;

    DeedPane(Words words, Function<Instant, String> when, Navigation navigation) {
        this.words = words;
        this.when = when;
        this.navigation = navigation;
        deeds = new DeedWords(words);
        setId("deed");
        getStyleClass().add("deed");
        copy = Controls.button("copy-deed", MaterialDesignC.CONTENT_COPY, words.get("ui.history.copy"), this::copy, "small");
        copyAll = Controls.button("copy-deed-folder", MaterialDesignF.FOLDER_OUTLINE, words.get("ui.history.copyFolder"),
                () -> take(DeedWords::againInFolder), "small");
        port = Controls.button("deed-port", MaterialDesignL.LAN_CONNECT, words.get("ui.history.port"), this::goToPort, "small", "quiet");
        copy.getTooltip().setText(words.get("ui.history.copy.hint"));
        copyAll.getTooltip().setText(words.get("ui.history.copyFolder.hint"));
        port.getTooltip().setText(words.get("ui.history.port.hint"));
        FlowPane buttons = new FlowPane(copy, copyAll, port);
        buttons.getStyleClass().add("deed-buttons");
        body.getStyleClass().add("deed-body");
        body.getChildren().setAll(title, buttons);
        ScrollPane scroll = new Scroll(body);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    void show(@Nullable Deed deed) {
        shown = deed;
        Controls.show(this, deed != null);
        if (deed == null) {
            return;
        }
        title.setText(deeds.what(deed));
        copy.setDisable(DeedWords.again(deed).isEmpty());
        copyAll.setDisable(DeedWords.folder(deed).isEmpty());
        port.setDisable(deed.ports().isEmpty());
        body.getChildren().setAll(body.getChildren().subList(0, 2));
        Label result = DialogParts.wrapping((deeds.result(deed) + ". " + deeds.note(deed)).strip());
        result.setGraphic(ResultIcon.of(deed));
        body.getChildren().add(1, result);
        if (deed.service() != null && !DeedWords.again(deed).isEmpty()) {
            fact("ui.history.start", DeedWords.again(deed), CODE);
        }
        deed.processes().stream().limit(LISTED).forEach(who -> process(who, deed));
        if (deed.processes().size() > LISTED) {
            body.getChildren().add(Controls.label(words.get("ui.history.more", deed.processes().size() - LISTED), "secondary"));
        }
        body.getChildren().add(Controls.label(words.get("ui.history.stop"), "section-head"));
        fact("ui.history.when", words.get("ui.history.when.by", when.apply(deed.at()), deeds.by(deed)), PROSE);
        fact("ui.history.ports", deeds.ports(deed), CODE);
        fact("ui.history.signals", deeds.signals(deed), deed.signals().isEmpty() ? PROSE : CODE);
    }

    private void process(Deed.Stopped who, Deed deed) {
        body.getChildren().add(Controls.label(deeds.process(who), "section-head"));
        fact("ui.history.command", known(Visible.shortened(who.launch().text(), SHOWN)), CODE);
        fact("ui.history.folder", known(Visible.shortened(who.launch().folder(), SHOWN)), CODE);
        if (!deeds.belongsTo(who).isEmpty()) {
            fact("ui.history.belongs", deeds.belongsTo(who), CODE);
        }
        if (who.user() != null && !who.user().equals(deed.by())) {
            fact("ui.history.user", Visible.shortened(who.user().name(), SHOWN), PROSE);
        }
    }

    private String known(String text) {
        return text.isEmpty() ? words.get("ui.notKnown") : text;
    }

    private void fact(String key, String text, String style) {
        Node name = Controls.label(words.get(key), "fact-name");
        Label value = DialogParts.wrapping(text, style);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = Controls.row(8, name, value);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("fact");
        body.getChildren().add(row);
    }

    /** The command alone. */
    void copy() {
        take(DeedWords::again);
    }

    private void take(Function<Deed, String> text) {
        if (shown != null && !text.apply(shown).isEmpty()) {
            navigation.copy(text.apply(shown));
        }
    }

    private void goToPort() {
        if (shown != null && !shown.ports().isEmpty()) {
            navigation.goTo(shown.ports().getFirst().protocol(), shown.ports().getFirst().port());
        }
    }
}
