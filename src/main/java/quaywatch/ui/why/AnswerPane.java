package quaywatch.ui.why;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import quaywatch.control.PortAnswer;
import quaywatch.control.PortProbe;
import quaywatch.control.Reason;
import quaywatch.control.words.Line;
import quaywatch.control.words.PortAnswerWords;
import quaywatch.model.Row;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.theme.Icons;

/** An answer: verdict, test binds, reasons with the way out, what was ruled out, ports to take instead. */
final class AnswerPane {

    /** What an answer leads to. */
    interface Ways {

        /** Shows the socket in its table. */
        void show(Row row);

        /** Shows the plan that frees what the socket holds. */
        void free(Row row);

        void copy(String text);
    }

    private final PortAnswer answer;
    private final PortAnswerWords says;
    private final Words words;
    private final Ways ways;
    private final VBox body = new VBox();

    private AnswerPane(PortAnswer answer, PortAnswerWords says, Words words, Ways ways) {
        this.answer = answer;
        this.says = says;
        this.words = words;
        this.ways = ways;
        body.getStyleClass().addAll("dialog-body", "answer");
    }

    static VBox of(PortAnswer answer, PortAnswerWords says, Words words, Ways ways) {
        AnswerPane pane = new AnswerPane(answer, says, words, ways);
        pane.band();
        pane.binds();
        pane.reasons();
        pane.ruledOut();
        pane.instead();
        return pane.body;
    }

    private void band() {
        Line verdict = says.verdict(answer);
        HBox band = switch (answer.verdict()) {
            case FREE -> DialogParts.band("good", MaterialDesignC.CHECK_CIRCLE, verdict.title(), verdict.detail());
            case WITH_REUSE, PARTLY, NOT_TESTED -> DialogParts.band("warn", MaterialDesignA.ALERT, verdict.title(), verdict.detail());
            case HELD, NOT_PERMITTED -> DialogParts.band("bad", MaterialDesignC.CLOSE_CIRCLE, verdict.title(), verdict.detail());
        };
        band.setId("verdict");
        body.getChildren().add(band);
    }

    private void head(String key) {
        body.getChildren().add(Controls.label(words.get(key), "section-head"));
    }

    private void binds() {
        head("ui.why.binds");
        FlowPane tiles = new FlowPane();
        tiles.getStyleClass().add("bind-tiles");
        for (PortAnswer.TestBind bind : answer.binds()) {
            boolean good = bind.verdict() == PortProbe.Verdict.FREE && bind.alone() == PortProbe.Verdict.FREE;
            boolean bad = bind.verdict() == PortProbe.Verdict.IN_USE || bind.verdict() == PortProbe.Verdict.NOT_PERMITTED;
            HBox result = new HBox(Icons.of(good ? MaterialDesignC.CHECK : bad ? MaterialDesignC.CLOSE : MaterialDesignA.ALERT_OUTLINE),
                    Controls.telling(Controls.label(says.result(bind))));
            result.getStyleClass().addAll("bind-result", good ? "good" : bad ? "bad" : "warn");
            VBox tile = new VBox(Controls.telling(Controls.label(says.address(bind.address()), "mono")), result);
            tile.getStyleClass().add("bind-tile");
            tiles.getChildren().add(tile);
        }
        body.getChildren().add(tiles);
    }

    private void reasons() {
        if (answer.reasons().isEmpty()) {
            return;
        }
        head("ui.why.reasons");
        for (Reason reason : answer.reasons()) {
            Line line = says.reason(answer, reason);
            VBox text = Controls.column(1, DialogParts.wrapping(line.title(), "what"));
            if (!line.detail().isEmpty()) {
                text.getChildren().add(DialogParts.wrapping(line.detail(), "detail"));
            }
            HBox out = wayOut(reason, line);
            if (!out.getChildren().isEmpty()) {
                text.getChildren().add(out);
            }
            HBox.setHgrow(text, Priority.ALWAYS);
            body.getChildren().add(row(Icons.of(icon(reason), style(reason)), text));
        }
    }

    private HBox wayOut(Reason reason, Line line) {
        HBox out = new HBox();
        out.getStyleClass().add("ways-out");
        if (!reason.rows().isEmpty()) {
            Row first = reason.rows().getFirst();
            out.getChildren().add(link("why-show", words.get("ui.why.show"), () -> ways.show(first)));
            if (first.socket().holdsPort() && first.socket().namespace() == 0) {
                out.getChildren()
                        .add(link("why-free", words.get("ui.free.action", Integer.toString(answer.port())), () -> ways.free(first)));
            }
        }
        if (!line.command().isEmpty()) {
            Hyperlink copy = link("why-command", line.command(), () -> ways.copy(line.command()));
            copy.setGraphic(Icons.of(MaterialDesignC.CONTENT_COPY));
            copy.setAccessibleText(words.get("ui.why.copyCommand", line.command()));
            copy.getTooltip().setText(words.get("ui.why.copyCommand", line.command()));
            copy.getStyleClass().add("command-link");
            out.getChildren().add(Controls.shrinking(copy));
        }
        return out;
    }

    private static Hyperlink link(String id, String text, Runnable action) {
        Hyperlink link = Controls.named(new Hyperlink(text), id, text);
        link.setOnAction(_ -> action.run());
        return link;
    }

    private void ruledOut() {
        String text = says.ruledOut(answer);
        if (!text.isEmpty()) {
            head("ui.why.not");
            var label = DialogParts.wrapping(text, "muted");
            HBox.setHgrow(label, Priority.ALWAYS);
            body.getChildren().add(row(Icons.of(MaterialDesignC.CHECK, "st-open"), label));
        }
    }

    private void instead() {
        if (answer.instead().isEmpty()) {
            return;
        }
        head("ui.why.instead");
        FlowPane ports = new FlowPane();
        ports.getStyleClass().add("free-ports");
        for (PortAnswer.Offer offer : answer.instead()) {
            String port = Integer.toString(offer.port());
            var button = Controls.button("copy-" + port, MaterialDesignC.CONTENT_COPY, words.get("ui.why.copyPort", port),
                    () -> ways.copy(port), "small");
            button.setText(null);
            HBox face = new HBox(Controls.label(port, "mono"), Controls.label(says.offer(offer), "muted"),
                    Icons.of(MaterialDesignC.CONTENT_COPY));
            face.getStyleClass().add("free-port");
            button.setGraphic(face);
            ports.getChildren().add(button);
        }
        body.getChildren().add(ports);
    }

    private static HBox row(Node icon, Node text) {
        HBox row = new HBox(icon, text);
        row.getStyleClass().add("plan-line");
        return row;
    }

    private static Ikon icon(Reason reason) {
        return switch (reason) {
            case Reason.Held _ -> MaterialDesignR.RECORD_CIRCLE_OUTLINE;
            case Reason.BoundOnly _ -> MaterialDesignA.ANCHOR;
            case Reason.Connected _ -> MaterialDesignS.SWAP_HORIZONTAL;
            case Reason.Waiting _ -> MaterialDesignT.TIMER_SAND;
            case Reason.Privileged _ -> MaterialDesignL.LOCK_OUTLINE;
            case Reason.Unexplained _ -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
            case Reason.Elsewhere _ -> MaterialDesignC.CUBE_OUTLINE;
            case Reason.Reserved _,Reason.Ephemeral _ -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }

    private static String style(Reason reason) {
        return switch (reason) {
            case Reason.Held _ -> "st-listen";
            case Reason.BoundOnly _ -> "st-bound";
            case Reason.Connected _ -> "st-open";
            case Reason.Elsewhere _ -> "exp-namespace";
            case Reason.Waiting _,Reason.Privileged _,Reason.Unexplained _,Reason.Reserved _,Reason.Ephemeral _ -> "muted";
        };
    }
}
