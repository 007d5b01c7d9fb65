package quaywatch.ui.history;

import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

import quaywatch.control.Journal;
import quaywatch.control.Journal.Deeds;
import quaywatch.control.words.DeedWords;
import quaywatch.text.Words;
import quaywatch.ui.kit.AskedButton;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Figures;
import quaywatch.view.Wording;

/** The History screen: what was stopped, and below the table all that is kept of the selected deed. */
public final class HistoryView extends VBox {

    /** Of the height, the part below the table: always the same, so that the table stays where it is; and no more than is needed. */
    private static final double DETAIL = 0.45;
    private static final double MOST = 340;

    private final HistoryViewModel model;
    private final Words words;
    private final DeedWords deeds;
    private final Label note = Controls.telling(Controls.label("", "screen-note"));
    private final AskedButton erase;

    /** @param clock  for what is of today */
    public HistoryView(HistoryViewModel model, Wording wording, InstantSource clock, Navigation navigation, ObservableValue<Sizes> sizes) {
        this.model = model;
        this.words = wording.words();
        this.deeds = new DeedWords(words);
        setId("history");
        getStyleClass().add("history");
        erase = new AskedButton("erase", MaterialDesignD.DELETE_OUTLINE, model::erase,
                new AskedButton.Texts(words.get("ui.history.erase"), words.get("ui.history.erase.keep"), words.get("ui.history.erase.do")));
        erase.small();
        HBox bar = new HBox(Controls.whole(Controls.label(words.get("ui.screen.HISTORY"), "screen-title")), note, Controls.spacer(), erase);
        bar.getStyleClass().add("screen-bar");
        note.setId("history-note");
        DeedPane detail = new DeedPane(words, moment -> at(moment, wording, clock), navigation);
        DeedTable table = new DeedTable(model, words, deed -> at(deed.at(), wording, clock), sizes, detail::copy);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        table.node().setMinHeight(0);
        detail.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(getHeight() * DETAIL, sizes.getValue().of(MOST)), heightProperty(), sizes));
        detail.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(bar, table.node(), detail);
        model.selected().subscribe(detail::show);
        model.deeds().subscribe(_ -> tell());
        model.trouble().subscribe(_ -> tell());
    }

    private static boolean isAnything(Deeds read) {
        boolean unread = read.trouble() != null && read.trouble().kind() == Journal.Trouble.Kind.NOT_READ;
        return unread || read.broken() > 0 || !read.latestFirst().isEmpty();
    }

    private static String at(Instant moment, Wording wording, InstantSource clock) {
        return Figures.moment(moment, wording.zone(), clock.instant());
    }

    private void tell() {
        Deeds read = model.deeds().get();
        Journal.Trouble failure = model.trouble().get() != null || read == null ? model.trouble().get() : read.trouble();
        String count = read == null ? words.get("ui.loading") : words.get("ui.history.note", read.latestFirst().size());
        note.setText(failure != null
                ? deeds.trouble(failure)
                : read == null || read.broken() == 0 ? count : count + " " + deeds.broken(read.broken()));
        Controls.show(erase, read != null && isAnything(read));
    }
}
