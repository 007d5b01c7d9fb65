package quaywatch.ui.free;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import quaywatch.control.CloseOutcome;
import quaywatch.control.words.CloseWords;
import quaywatch.control.words.Line;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogBody;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.kit.FocusRing;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Peer;
import quaywatch.view.SocketLine;

/** The dialog that closes one connection, laid over the window: both ends and what stays, then how it ended. */
public final class CloseDialog extends StackPane {

    private final FreeDialog.Workshop workshop;
    private final Words words;
    private final CloseWords says;
    private final Navigation navigation;
    private final Runnable closed;
    private final VBox card = new VBox();
    private final DialogBody said;
    private final FocusRing ring = new FocusRing(card);
    /** What is shown or under way; null while the dialog is closed. An answer to another one comes too late. */
    private @Nullable CloseViewModel model;

    /** @param closed  called when the dialog has gone, to put the focus back */
    public CloseDialog(FreeDialog.Workshop workshop, Words words, Navigation navigation, ObservableValue<Sizes> sizes, Runnable closed) {
        this.workshop = workshop;
        this.words = words;
        this.says = new CloseWords(words);
        this.navigation = navigation;
        this.closed = closed;
        this.said = new DialogBody(sizes);
        setId("close-dialog");
        getStyleClass().add("scrim");
        setAlignment(Pos.TOP_CENTER);
        card.getStyleClass().add("dialog-card");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setAccessibleText(says.title());
        getChildren().add(card);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        DialogParts.hang(this, sizes);
    }

    /** Why the connection of this line can't be closed, as a short sentence; empty where it can be tried. */
    public Optional<String> whyNot(SocketLine line) {
        return workshop.closer().obstacle(line.row()).map(why -> says.obstacle(why).title());
    }

    /** Opens for this connection; says why not where it can't be closed. */
    public void open(SocketLine line) {
        CloseViewModel fresh = new CloseViewModel(line.row(), workshop.closer(), workshop.tools().recorder(), workshop.background(),
                workshop.fx());
        model = fresh;
        workshop.closer().obstacle(line.row()).ifPresentOrElse(
                why -> show(body(band("warn", MaterialDesignA.ALERT, says.obstacle(why))), DialogParts.foot(Controls.spacer(), done())),
                () -> ask(line, fresh));
        setVisible(true);
        ring.start();
    }

    private void ask(SocketLine line, CloseViewModel fresh) {
        Peer peer = line.peer();
        VBox body = body(DialogParts.wrapping(says.lead(), "lead"));
        body.getChildren().addAll(end(says.near(line.row())), end(says.far(line.row(), peer == null ? null : peer.owner())));
        if (workshop.closer().asksAdministrator()) {
            body.getChildren().add(DialogParts.wrapping(words.get("ui.closing.consent"), "detail"));
        }
        Button cancel = Controls.button("cancel", MaterialDesignC.CLOSE, words.get("ui.cancel"), this::close);
        cancel.setGraphic(null);
        Button close = Controls.button("do-close", MaterialDesignL.LINK_VARIANT_OFF, says.title(), () -> start(line, fresh), "danger");
        close.setDefaultButton(true);
        show(body, DialogParts.foot(Controls.spacer(), cancel, close));
    }

    private void start(SocketLine line, CloseViewModel fresh) {
        show(body(DialogParts.wrapping(words.get("ui.closing"), "lead")), DialogParts.foot(Controls.spacer(), done()));
        ring.start();
        fresh.outcome().subscribe(outcome -> {
            if (outcome != null && model == fresh) {
                ended(line, outcome);
            }
        });
        fresh.start();
    }

    private void ended(SocketLine line, CloseOutcome outcome) {
        Line told = says.outcome(line.row(), outcome);
        HBox band = switch (outcome) {
            case CloseOutcome.Closed _,CloseOutcome.AlreadyGone _ -> band("good", MaterialDesignC.CHECK_CIRCLE, told);
            case CloseOutcome.Cancelled _,CloseOutcome.OtherSocket _,CloseOutcome.StillOpen _ -> band("warn", MaterialDesignA.ALERT, told);
            case CloseOutcome.NotPermitted _,CloseOutcome.Unsupported _,CloseOutcome.Refused _,CloseOutcome.Failed _ ->
                band("bad", MaterialDesignC.CLOSE_CIRCLE, told);
        };
        band.setId("close-outcome");
        VBox body = body(band);
        if (!told.command().isEmpty()) {
            body.getChildren().addAll(Controls.label(words.get("ui.free.inTerminal"), "section-head"),
                    DialogParts.command(told.command(), words.get("ui.copy"), () -> navigation.copy(told.command())));
        }
        show(body, DialogParts.foot(Controls.spacer(), done()));
        ring.start();
    }

    private static HBox band(String kind, Ikon ikon, Line line) {
        return DialogParts.band(kind, ikon, line.title(), line.detail());
    }

    private static HBox end(Line line) {
        VBox text = Controls.column(1, DialogParts.wrapping(line.title(), "what"), DialogParts.wrapping(line.detail(), "detail"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Icons.of(MaterialDesignL.LAN_CONNECT, "muted"), text);
        row.getStyleClass().add("plan-line");
        return row;
    }

    private static VBox body(Node first) {
        VBox body = new VBox(first);
        body.getStyleClass().add("dialog-body");
        return body;
    }

    private Button done() {
        Button done = Controls.button("close-done", MaterialDesignC.CHECK, words.get("ui.done"), this::close, "primary");
        done.setGraphic(null);
        done.setDefaultButton(true);
        return done;
    }

    private void show(VBox body, HBox foot) {
        HBox head = DialogParts.head(says.title(), "close-close", words.get("ui.close"), this::close);
        said.show(body);
        card.getChildren().setAll(head, said, foot);
    }

    /** Whether the dialog is open. */
    public boolean isOpen() {
        return isVisible();
    }

    /** Closes the dialog; what is under way goes on and is not waited for. */
    public void close() {
        model = null;
        setVisible(false);
        card.getChildren().clear();
        closed.run();
    }

    private void pressed(KeyEvent event) {
        if (Key.BACK.matches(event)) {
            close();
            event.consume();
        } else if (said.scrolled(event)) {
            event.consume();
        }
    }
}
