package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;

import quaywatch.text.Words;
import quaywatch.ui.export.ExportCard;
import quaywatch.ui.export.ExportDesk;
import quaywatch.ui.export.ExportViewModel;
import quaywatch.ui.header.SavedCard;
import quaywatch.ui.inspector.OwnerCard;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.table.ColumnsCard;
import quaywatch.ui.table.SocketTable;
import quaywatch.view.Export;
import quaywatch.view.Shown;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** The cards that stand over the window, each beside the button that it belongs to; one at a time. FX thread only. */
final class Cards {

    private final MainViewModel model;
    private final Wording wording;
    private final ExportDesk desk;
    private final Supplier<SocketTable> front;
    private final MainWindow window;
    private final CardLayer layer;
    /** Whoever has chosen a form mostly wants it again. */
    private final ObjectProperty<Export.Format> exportFormat = new SimpleObjectProperty<>(Export.Format.CSV);

    /** @param front  the table of the screen in front; the focus goes back to it */
    Cards(MainViewModel model, Wording wording, ExportDesk desk, Supplier<SocketTable> front, MainWindow window) {
        this.model = model;
        this.wording = wording;
        this.desk = desk;
        this.front = front;
        this.window = window;
        layer = new CardLayer(model.sizes(), () -> front.get().node().requestFocus());
    }

    /** Where they are drawn, above all but the dialogs. */
    Node layer() {
        return layer;
    }

    /** Takes the card away; false if there was none. */
    boolean close() {
        boolean open = layer.isVisible();
        if (open) {
            layer.hideCard();
        }
        return open;
    }

    /** Shows the list of keys, or takes it away. */
    void keys() {
        if (window.lookup("#keys-card") != null) {
            layer.hideCard();
            return;
        }
        KeysCard card = new KeysCard(wording.words(), layer::hideCard);
        show(card, "#menu");
        card.start();
    }

    /** What the program is. */
    void about(About about) {
        AboutCard card = new AboutCard(about, wording.words(), model.sizes().getValue(), layer::hideCard);
        show(card, "#menu");
        card.start();
    }

    /** The hint for a new user; gone as soon as something is typed. */
    void welcome() {
        WelcomeCard card = new WelcomeCard(wording.words(), layer::hideCard);
        show(card, ".port-box");
        model.preferences().welcomed().set(true);
        model.header().filters().port().addListener(new ChangeListener<String>() {
            @Override
            public void changed(ObservableValue<? extends String> port, String before, String typed) {
                port.removeListener(this);
                if (card.getParent() != null) {
                    layer.hideCard();
                }
            }
        });
    }

    /** Why the owner of a line is told as it is, beside {@code at}. */
    void owner(SocketLine line, Node at) {
        layer.show(new OwnerCard(line, wording, Objects.requireNonNull(model.frame().get()).now(), window), at);
    }

    void savedFilters() {
        if (!onTable()) {
            return;
        }
        SavedCard card = new SavedCard(model.header(), wording.words(), layer::hideCard);
        show(card, "#saved");
        card.start();
    }

    void export() {
        if (!onTable()) {
            return;
        }
        Shown view = front.get().shown();
        ExportViewModel fresh = new ExportViewModel(model.screen().get(), view, view.only(front.get().selection()), desk,
                new ExportEnds());
        fresh.format().bindBidirectional(exportFormat);
        ExportCard card = new ExportCard(fresh, wording.words(), layer::hideCard);
        show(card, "#export");
        card.start();
    }

    void columns() {
        if (!onTable()) {
            return;
        }
        ColumnsCard card = new ColumnsCard(model.table().columns(), wording.words(), layer::hideCard, names());
        show(card, "#columns");
        card.start();
    }

    private boolean onTable() {
        return model.screen().get().isLive();
    }

    private void show(Region card, String beside) {
        layer.show(card, Objects.requireNonNullElse(window.lookup(beside), front.get().node()));
    }

    /** Only connections have a far host. */
    private List<Node> names() {
        if (model.screen().get() != Screen.CONNECTIONS) {
            return List.of();
        }
        Words words = wording.words();
        CheckBox box = Controls.named(new CheckBox(words.get("ui.columns.names")), "columns-names", words.get("ui.columns.names.hint"));
        box.selectedProperty().bindBidirectional(model.hostNames());
        return List.of(box);
    }

    private final class ExportEnds implements ExportViewModel.Ends {

        @Override
        public void copy(String text) {
            window.copy(text);
        }

        @Override
        public void notice(String sentence) {
            model.notices().add(sentence);
        }
    }
}
