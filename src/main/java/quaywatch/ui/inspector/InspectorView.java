package quaywatch.ui.inspector;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.model.ProcessDetail;
import quaywatch.model.Snapshot;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Company;
import quaywatch.view.Entry;
import quaywatch.view.Figures;
import quaywatch.view.SocketLine;
import quaywatch.view.Trend;
import quaywatch.view.Wording;

/**
 * The inspector: what the selected line is, what can be done, whether it is open to the network, how it fares, what else its owner has, who is
 * connected, why it runs, which command. What is shown stays, and with it the focus, while only values change.
 */
public final class InspectorView extends VBox {

    /** The most rows of a list; the count says how many there are. */
    private static final int LISTED = 12;

    private final Wording wording;
    private final Words words;
    private final Navigation navigation;
    private final StackPane badge = new StackPane();
    private final Label title = Controls.telling(Controls.label("", "inspector-title"));
    private final Label port = Controls.whole(Controls.label("", "inspector-port"));
    private final Label sentence = Section.prose("sentence");
    private final Actions actions;
    private final Button copy;
    private final Advice advice;
    private final HealthSection health;
    private final Listing<Company.Port> ports;
    private final Listing<ClientRow.Shown> clients;
    private final Listing<WhyRow.Step> why;
    private final OtherEnd other;
    private final Hyperlink more = new Hyperlink();
    private final Section facts;
    private final CopySection command;
    private final CopySection folder;
    private @Nullable Entry line;
    private @Nullable About about;

    /** @param close  closes the inspector */
    public InspectorView(Wording wording, Navigation navigation, Runnable close) {
        this.wording = wording;
        this.words = wording.words();
        this.navigation = navigation;
        setId("inspector");
        getStyleClass().add("inspector");
        badge.getStyleClass().add("badge");
        actions = new Actions(words, navigation);
        advice = new Advice(words);
        health = new HealthSection(words);
        other = new OtherEnd(words, navigation);
        ports = new Listing<>("inspector-ports", words.get("ui.inspector.ports"), new Region(), () -> new PortRow(words, navigation));
        Controls.named(more, "inspector-more", "");
        more.setOnAction(_ -> showClients());
        clients = new Listing<>("inspector-clients", words.get("ui.inspector.clients"), more, () -> new ClientRow(words, navigation));
        why = new Listing<>("inspector-why", words.get("ui.inspector.why"), new Region(), () -> new WhyRow(words, navigation));
        facts = new Section("inspector-facts", words.get("ui.inspector.facts"));
        command = new CopySection("inspector-command", words.get("ui.inspector.command"), words.get("ui.inspector.command.copy"),
                navigation);
        folder = new CopySection("inspector-folder", words.get("ui.inspector.folder"), words.get("ui.inspector.folder.copy"), navigation);
        copy = Controls.iconButton("inspector-copy", MaterialDesignC.CONTENT_COPY, words.get("ui.inspector.copy"), this::copy);
        getChildren().add(scroll(close));
    }

    private ScrollPane scroll(Runnable close) {
        HBox head = Controls.row(8, badge, title, port, Controls.spacer(), copy,
                Controls.iconButton("inspector-close", MaterialDesignC.CLOSE, words.get("ui.inspector.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox what = new VBox(head, sentence, actions);
        what.getStyleClass().add("what");
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        VBox body = new VBox(what, rule, advice, health, other, ports, clients, why, facts, command, folder);
        body.getStyleClass().add("inspector-body");
        ScrollPane scroll = new Scroll(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /**
     * Shows a line as the frame has it.
     *
     * @param detail  of its first process; null where that is not known (yet)
     */
    public void show(Frame frame, Entry newLine, @Nullable ProcessDetail detail) {
        boolean sameLine = line != null && line.key().equals(newLine.key());
        About fresh = About.of(frame, newLine, detail, wording);
        line = newLine;
        about = fresh;
        title.setText(fresh.title());
        port.setText(fresh.number());
        sentence.setText(fresh.sentence());
        badge.getChildren().setAll(Icons.of(Icons.owner(newLine.owner(), newLine.live().evidence())));
        actions.show(newLine);
        advice.show(fresh.exposure());
        health.show(newLine, fresh.health(), fresh.trace(), frame.snapshot());
        other.show(newLine instanceof SocketLine socket ? socket : null);
        lists(fresh, newLine, frame);
        command.show(fresh.command());
        folder.show(fresh.folder());
        if (!sameLine && getChildren().getFirst() instanceof ScrollPane scroll) {
            scroll.setVvalue(0);
        }
    }

    private void lists(About fresh, Entry newLine, Frame frame) {
        ports.show(fresh.ports().stream().limit(LISTED).toList(), Figures.count(fresh.ports().size()));
        int all = fresh.clients().size();
        clients.show(fresh.clients().stream().limit(LISTED).map(client -> shown(client, frame.snapshot())).toList(), Figures.count(all));
        String rest = words.get("ui.inspector.more", Figures.count(all));
        more.setText(rest);
        more.setAccessibleText(rest);
        more.getTooltip().setText(rest);
        Controls.show(more, all > LISTED);
        why.show(IntStream.range(0, fresh.chain().size()).mapToObj(depth -> new WhyRow.Step(fresh.chain().get(depth), depth,
                newLine.owner(), goes(fresh, depth, frame))).toList(), "");
        facts(fresh);
    }

    private static boolean goes(About fresh, int depth, Frame frame) {
        var process = fresh.chain().get(depth).process();
        return process != null && frame.callers().holds(process);
    }

    private static ClientRow.Shown shown(Company.Client client, Snapshot snapshot) {
        long[] values = Trend.RATE.values(Trend.socket(client.row(), snapshot), snapshot.taken(), ClientRow.PARTS);
        return new ClientRow.Shown(client, values, Trend.RATE.top(snapshot));
    }

    private void facts(About fresh) {
        List<Node> rows = facts.rows();
        for (int i = 0; i < fresh.facts().size(); i++) {
            if (rows.size() == i) {
                rows.add(new FactRow());
            }
            ((FactRow) rows.get(i)).show(fresh.facts().get(i).name(), fresh.facts().get(i).value());
        }
        rows.subList(fresh.facts().size(), rows.size()).clear();
    }

    /** Puts the focus on the first thing that can be done. */
    public void focusAction() {
        actions.first().requestFocus();
    }

    private void showClients() {
        if (line instanceof SocketLine socket) {
            navigation.show(Screen.CONNECTIONS);
            navigation.filter("lport:" + socket.socket().local().port());
        }
    }

    private void copy() {
        if (about != null) {
            navigation.copy(about.text());
        }
    }
}
