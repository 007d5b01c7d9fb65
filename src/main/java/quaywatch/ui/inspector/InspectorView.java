package quaywatch.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.model.Exposure;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** The inspector: what the selected line is, what can be done, whether it is open to the network, what else it has, who is connected. */
public final class InspectorView extends VBox {

    private final Wording wording;
    private final Words words;
    private final Navigation navigation;
    private final StackPane badge = new StackPane();
    private final Label title = Controls.telling(Controls.label("", "inspector-title"));
    private final Label port = Controls.label("", "inspector-port");
    private final Label sentence = Controls.label("", "sentence");
    private final Button free;
    private final Button cut;
    /** Around the button: a disabled one shows no tooltip. */
    private final HBox cutPlace;
    private final Button copy;
    private final HBox advice = new HBox();
    private final VBox sections = new VBox();
    /** The values of the facts that are shown, in their order. */
    private final List<Label> values = new ArrayList<>();
    private @Nullable SocketLine line;
    private @Nullable Facts facts;

    /** @param close  closes the inspector */
    public InspectorView(Wording wording, Navigation navigation, Runnable close) {
        this.wording = wording;
        this.words = wording.words();
        this.navigation = navigation;
        setId("inspector");
        getStyleClass().add("inspector");
        badge.getStyleClass().add("badge");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        port.setMinWidth(USE_PREF_SIZE);
        free = Controls.button("inspector-free", MaterialDesignS.STOP_CIRCLE_OUTLINE, "", this::free, "danger-outline");
        free.setMaxWidth(Double.MAX_VALUE);
        cut = Controls.button("inspector-close-connection", MaterialDesignL.LINK_VARIANT_OFF, words.get("ui.menu.closeconnection"),
                this::cut, "danger-outline");
        cut.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(cut, Priority.ALWAYS);
        cutPlace = new HBox(cut);
        Tooltip.install(cutPlace, cut.getTooltip());
        advice.getStyleClass().add("advice");
        copy = Controls.iconButton("inspector-copy", MaterialDesignC.CONTENT_COPY, words.get("ui.inspector.copy"), this::copy);
        HBox head = Controls.row(8, badge, title, port, Controls.spacer(),
                copy,
                Controls.iconButton("inspector-close", MaterialDesignC.CLOSE, words.get("ui.inspector.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox what = new VBox(head, sentence, free, cutPlace);
        what.getStyleClass().add("what");
        VBox body = new VBox(what, rule(), advice, sections);
        body.getStyleClass().add("inspector-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /** Shows a line as the frame has it. Nodes change only where a value did. */
    public void show(Frame frame, SocketLine newLine) {
        Facts fresh = Facts.of(frame.callers(), newLine, wording, frame.now());
        boolean sameLine = line != null && line.key().equals(newLine.key());
        boolean sameOwner = line != null && line.owner().equals(newLine.owner())
                && line.live().evidence().equals(newLine.live().evidence());
        line = newLine;
        if (fresh.equals(facts) && sameLine) {
            return;
        }
        boolean figuresOnly = sameLine && sameOwner && facts != null && fresh.differsInFiguresOnly(facts);
        facts = fresh;
        title.setText(fresh.title());
        port.setText(fresh.port());
        sentence.setText(fresh.sentence());
        if (figuresOnly) {
            for (int i = 0; i < values.size(); i++) {
                values.get(i).setText(fresh.rows().get(i).value());
            }
            return;
        }
        badge.getChildren().setAll(Icons.of(Icons.owner(newLine.owner(), newLine.live().evidence())));
        boolean can = newLine.socket().holdsPort() && !newLine.isClosed();
        Controls.show(free, can);
        String action = words.get("ui.free.action", String.valueOf(newLine.socket().local().port()));
        free.setText(action);
        free.setAccessibleText(action);
        free.getTooltip().setText(action);
        offerCut(newLine);
        advise(newLine);
        sections(fresh);
    }

    private void offerCut(SocketLine newLine) {
        Controls.show(cutPlace, newLine.socket().hasPeer() && !newLine.isClosed());
        Optional<String> why = navigation.whyNotClose(newLine);
        String action = words.get("ui.menu.closeconnection");
        cut.setDisable(why.isPresent());
        cut.setAccessibleText(why.map(reason -> words.get("ui.menu.closeconnection.not", reason)).orElse(action));
        cut.getTooltip().setText(why.orElse(action));
    }

    /** Puts the focus on the first thing that can be done. */
    public void focusAction() {
        boolean cuts = cutPlace.isVisible() && !cut.isDisabled();
        (free.isVisible() ? free : cuts ? cut : copy).requestFocus();
    }

    private void advise(SocketLine newLine) {
        Exposure exposure = newLine.socket().exposure();
        boolean open = newLine.socket().holdsPort() && (exposure == Exposure.EVERY_INTERFACE || exposure == Exposure.ONE_ADDRESS);
        Controls.show(advice, newLine.socket().holdsPort());
        advice.getStyleClass().remove("calm");
        if (!open) {
            advice.getStyleClass().add("calm");
        }
        Label text = Controls.label(words.of("ui.advice", exposure));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        advice.getChildren().setAll(Icons.of(Icons.exposure(exposure), Icons.style(exposure)), text);
    }

    private void sections(Facts shown) {
        sections.getChildren().clear();
        values.clear();
        section(words.get("ui.inspector.facts"), shown.rows().stream().map(this::fact).toList(), "");
        if (!shown.ports().isEmpty()) {
            section(words.get("ui.inspector.ports"), shown.ports().stream().map(this::port).toList(), String.valueOf(shown.ports().size()));
        }
        if (!shown.peers().isEmpty()) {
            section(words.get("ui.inspector.peers"), shown.peers().stream().limit(Facts.LISTED).map(this::peer).toList(),
                    String.valueOf(shown.peers().size()));
        }
        if (!shown.command().isEmpty()) {
            Label command = Controls.label(shown.command(), "mono-small", "command");
            command.setWrapText(true);
            command.setMinHeight(USE_PREF_SIZE);
            section(words.get("ui.inspector.command"), List.of(command), "");
        }
    }

    private void section(String head, List<? extends Node> rows, String count) {
        HBox title = Controls.row(5, Controls.label(head, "section-head"), Controls.label(count, "secondary"));
        title.getStyleClass().add("section");
        sections.getChildren().add(title);
        sections.getChildren().addAll(rows);
    }

    private HBox fact(Facts.Fact fact) {
        Label name = Controls.label(fact.name(), "fact-name");
        Label value = Controls.telling(Controls.label(fact.value(), "fact-value"));
        if (fact.sentence()) {
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
        }
        values.add(value);
        HBox row = Controls.row(8, name, value);
        row.setAlignment(Pos.BASELINE_LEFT);
        row.getStyleClass().add("fact");
        return row;
    }

    private HBox port(Facts.Port held) {
        Label number = Controls.label(String.valueOf(held.port()), "mono-bold");
        Label protocol = Controls.label(held.protocol().name(), "secondary");
        Label reach = Controls.telling(Controls.label(words.of("view.exposure", held.exposure()),
                held.exposure() == Exposure.EVERY_INTERFACE ? "plain" : "muted"));
        HBox row = listRow(number, protocol, Icons.of(Icons.exposure(held.exposure()), Icons.style(held.exposure())), reach);
        row.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("selected"), held.selected());
        return row;
    }

    private HBox peer(Facts.Peer peer) {
        Label name = Controls.telling(Controls.label(peer.name(), "medium"));
        Label endpoint = Controls.label(peer.endpoint(), "mono-small", "muted");
        endpoint.setMinWidth(USE_PREF_SIZE);
        return listRow(Icons.of(Icons.owner(peer.owner(), quaywatch.model.Evidence.EXACT)), name, Controls.spacer(), endpoint);
    }

    private static HBox listRow(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("list-row");
        return row;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private void free() {
        if (line != null) {
            navigation.free(line);
        }
    }

    private void cut() {
        if (line != null) {
            navigation.closeConnection(line);
        }
    }

    private void copy() {
        if (facts != null) {
            navigation.copy(facts.title() + " " + facts.port() + "\n" + facts.sentence()
                    + (facts.command().isEmpty() ? "" : "\n" + facts.command()));
        }
    }
}
