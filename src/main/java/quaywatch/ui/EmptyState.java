package quaywatch.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.header.FiltersViewModel;
import quaywatch.ui.kit.Chip;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.table.TableViewModel;
import quaywatch.ui.theme.Icons;
import quaywatch.view.NoMatch;
import quaywatch.view.Wording;

/** What stands in a table without rows: still loading, nothing there, nothing readable, or filters that hide everything. */
final class EmptyState extends VBox {

    private final MainViewModel model;
    private final Wording wording;
    private final Words words;
    private final Navigation navigation;
    private @Nullable Nothing told;

    EmptyState(MainViewModel model, TableViewModel table, Wording wording, Navigation navigation) {
        this.model = model;
        this.wording = wording;
        this.words = wording.words();
        this.navigation = navigation;
        getStyleClass().add("empty-state");
        setId("empty-" + table.screen().name().toLowerCase(java.util.Locale.ROOT));
        table.frame().subscribe(frame -> {
            if (frame == null || frame.snapshot().sequence() == 0) {
                say(MaterialDesignP.PROGRESS_CLOCK, "ui.empty.loading");
            } else if (frame.rows().lines().isEmpty()) {
                show(frame);
            }
        });
    }

    /** In the middle where there is room, else to be scrolled. */
    ScrollPane scrolling() {
        ScrollPane scroll = new Scroll(this);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("empty-scroll");
        return scroll;
    }

    private void show(Frame frame) {
        if (frame.rows().total() > 0) {
            filtered(frame);
        } else if (frame.snapshot().rows().isEmpty() && !frame.snapshot().report().troubles().isEmpty()) {
            say(MaterialDesignL.LAN_DISCONNECT, "ui.empty.lost", frame.snapshot().report().troubles().getFirst().cause());
        } else {
            say(MaterialDesignL.LAN_DISCONNECT, switch (frame.request().screen()) {
                case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> "ui.empty.ports";
                case CONNECTIONS -> "ui.empty.connections";
                case PROCESSES -> "ui.empty.processes";
            });
        }
    }

    private void say(Ikon ikon, String key, Object... values) {
        told = null;
        getChildren().setAll(circle(ikon), Controls.label(words.get(key + ".title"), "title"),
                sentence(words.get(key + ".sentence", values)));
    }

    /** Only what has changed is made anew, so that a button keeps the focus and a click from one look to the next. */
    private void filtered(Frame frame) {
        Nothing next = Nothing.of(frame, model.header().filters());
        if (!next.equals(told)) {
            told = next;
            tell(next);
        }
    }

    private void tell(Nothing nothing) {
        NoMatch found = nothing.found();
        FiltersViewModel filters = model.header().filters();
        VBox offers = new VBox(Controls.label(words.get("ui.empty.offers"), "offers-head"));
        offers.getStyleClass().add("offers");
        found.lifts()
                .forEach(lift -> offers.getChildren().add(offer(new Chip(lift.piece().text()), words.get("ui.empty.without"), lift.shows(),
                        "ui.empty.lift", words.get("ui.header.lift", lift.piece().text()),
                        () -> filters.lift(lift.piece().text()))));
        found.elsewhere().forEach((scope, rows) -> offers.getChildren()
                .add(place(words.of("ui.empty.in", scope), rows, () -> model.choose(scope))));
        if (found.allProtocols() > 0) {
            offers.getChildren().add(place(words.get("ui.empty.protocols"), found.allProtocols(), filters.protocols()::showAll));
        }
        HBox last = wayOut(nothing);
        getChildren().setAll(
                circle(nothing.vacant().isPresent() ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignF.FILTER_REMOVE_OUTLINE),
                Controls.label(nothing.title(words), "title"), sentence(nothing.sentence(wording)), offers, last);
        Controls.show(offers, offers.getChildren().size() > 1);
        Controls.show(last, !found.lifts().isEmpty());
    }

    private HBox wayOut(Nothing nothing) {
        Button clear = Controls.button("clear-filters", MaterialDesignF.FILTER_OFF_OUTLINE, words.get("ui.empty.clear"),
                navigation::clearFilters);
        HBox last = new HBox(clear, Controls.key(words.get("ui.key.escape")));
        last.getStyleClass().add("way-out");
        nothing.port().map(port -> why(port, nothing.vacant().isPresent())).ifPresent(last.getChildren()::add);
        return last;
    }

    /** The way on for somebody who wants this very port. */
    private Hyperlink why(int port, boolean vacant) {
        Hyperlink link = Controls.named(new Hyperlink(words.get(vacant ? "ui.empty.test" : "ui.empty.why", String.valueOf(port))),
                "why-not-free", words.get("ui.why.hint"));
        link.setGraphic(Icons.of(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        link.setAccessibleText(link.getText());
        link.setOnAction(_ -> navigation.why(model.header().filters().protocols().meant(), port));
        return link;
    }

    private HBox place(String where, int rows, Runnable run) {
        return offer(Controls.label(where), "", rows, "ui.empty.go", words.get("ui.empty.go.name", where), run);
    }

    /** @param name  says which of the offers it is, where the text of its button does not */
    private HBox offer(Node what, String before, int rows, String action, String name, Runnable run) {
        Label count = Controls.whole(Controls.label(words.get("ui.empty.rows", rows), "offer-count", rows > 0 ? "some" : "none"));
        HBox offer = new HBox(Controls.whole(Controls.label(before)), what, Controls.spacer(), count);
        offer.getChildren().removeIf(node -> node instanceof Label label && label.getText().isEmpty());
        offer.getStyleClass().add("offer");
        if (rows > 0) {
            Button button = new Button(words.get(action));
            button.getStyleClass().add("small");
            button.setOnAction(_ -> run.run());
            button.setAccessibleText(name);
            button.setTooltip(new javafx.scene.control.Tooltip(name));
            offer.getChildren().add(button);
        }
        return offer;
    }

    private static Label sentence(String text) {
        Label sentence = Controls.label(text, "sentence");
        sentence.setWrapText(true);
        sentence.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        return sentence;
    }

    private static StackPane circle(Ikon ikon) {
        StackPane circle = new StackPane(Icons.of(ikon));
        circle.getStyleClass().add("circle");
        return circle;
    }
}
