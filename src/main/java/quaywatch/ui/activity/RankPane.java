package quaywatch.ui.activity;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.query.QueryText;
import quaywatch.text.Quantity;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Busiest;
import quaywatch.view.Stretch;
import quaywatch.view.Target;

/** Beside the plots: who moved most, and what the interfaces counted besides. */
final class RankPane extends Scroll {

    private final Words words;
    private final RankList<Owner> processes;
    private final RankList<Integer> services;
    private final RankList<Endpoint> hosts;
    private final Label name = Controls.telling(Controls.label("", "line-name"));
    private final Label in = Controls.label("", "rank-figure");
    private final Label out = Controls.label("", "rank-figure");
    private final Label otherIn = Controls.label("", "rank-figure");
    private final Label otherOut = Controls.label("", "rank-figure");

    RankPane(Names names, Navigation navigation) {
        words = names.words();
        getStyleClass().addAll("rank-pane", "dialog-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        processes = new RankList<>(new RankList.Kind<>("rank-processes", words.get("ui.activity.processes"), 5, false,
                owner -> new RankLine.Face(Icons.owner(owner, Evidence.EXACT), names.process(owner), names.pid(owner)), Target::terms),
                words, navigation);
        services = new RankList<>(new RankList.Kind<>("rank-services", words.get("ui.activity.services"), 4, false,
                port -> new RankLine.Face(null, names.service(port), names.port(port)),
                port -> List.of(QueryText.condition("port", Integer.toString(port)))), words, navigation);
        hosts = new RankList<>(new RankList.Kind<>("rank-hosts", words.get("ui.activity.hosts"), 5, true,
                host -> new RankLine.Face(host.address().isLoopback()
                        ? MaterialDesignL.LAPTOP
                        : Names.isPrivate(host.address()) ? MaterialDesignL.LAN : MaterialDesignE.EARTH, names.host(host),
                        names.place(host)),
                host -> List.of(QueryText.condition("raddr", host.address().toString()))), words, navigation);
        Label rest = Controls.telling(Controls.label(words.get("ui.activity.rest"), "line-name"));
        VBox line = new VBox(row(name, in, out), row(rest, otherIn, otherOut));
        line.setId("activity-line");
        line.getStyleClass().add("line-totals");
        VBox all = new VBox(processes, services, hosts, line);
        all.getStyleClass().add("rank-lists");
        setContent(all);
    }

    /** Where room is short: names without what stands behind them, and fewer of them. */
    void setNarrow(boolean narrow) {
        processes.setNarrow(narrow);
        services.setNarrow(narrow);
        hosts.setNarrow(narrow);
    }

    private static HBox row(Label what, Label received, Label sent) {
        HBox row = new HBox(what, received, sent);
        row.getStyleClass().add("gap-5");
        row.setAlignment(Pos.BASELINE_LEFT);
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        return row;
    }

    void show(History history, Ranks ranks, Stretch stretch) {
        processes.show(ranks.processes());
        services.show(ranks.services());
        hosts.show(ranks.hosts());
        double received = Busiest.sum(history, stretch, Gauge.INTERFACE_IN);
        double sent = Busiest.sum(history, stretch, Gauge.INTERFACE_OUT);
        name.setText(history.interfaces().size() == 1
                ? words.get("ui.activity.line", Visible.name(history.interfaces().getFirst(), 20))
                : words.get("ui.activity.lines", history.interfaces().size()));
        in.setText(bytes(received));
        out.setText(bytes(sent));
        otherIn.setText(rest(received, Busiest.sum(history, stretch, Gauge.NETWORK_IN)));
        otherOut.setText(rest(sent, Busiest.sum(history, stretch, Gauge.NETWORK_OUT)));
    }

    private String bytes(double bytes) {
        return Double.isNaN(bytes) ? words.get("ui.chart.notKnown") : Quantity.bytes(bytes);
    }

    /** Both are counted at moments that lie a little apart, so that the difference is about right and may fall below nothing. */
    private String rest(double line, double payload) {
        return Double.isNaN(line) ? words.get("ui.chart.notKnown") : "≈" + Quantity.bytes(Math.max(0, line - payload));
    }
}
