package quaywatch.ui.why;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.control.PortAnswer;
import quaywatch.control.PortInquiry;
import quaywatch.control.Reason;
import quaywatch.control.words.PortAnswerWords;
import quaywatch.control.words.Typed;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.text.Words;
import quaywatch.ui.kit.Choice;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogBody;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.kit.Field;
import quaywatch.ui.kit.FocusRing;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Wording;

/** The dialog that tells why a port can't be used, laid over the window. Another port can be typed, and any be tested again. */
public final class WhyDialog extends StackPane {

    private static final Protocol[] PROTOCOLS = {Protocol.TCP, Protocol.UDP};

    /**
     * What the dialog works with.
     *
     * @param inquiry     answers
     * @param background  runs what may block
     * @param fx          the way back to the FX thread
     */
    public record Workshop(PortInquiry inquiry, Executor background, Executor fx) {}

    private final Words words;
    private final PortAnswerWords says;
    private final Navigation navigation;
    private final Consumer<Row> free;
    private final Runnable closed;
    private final WhyViewModel model;
    private final Field port = new Field();
    private final Label tested = Controls.label("", "muted");
    private final Label command = Controls.label("", "mono");
    private final DialogBody said;
    private final HBox foot = DialogParts.foot();
    private final VBox card = new VBox();
    private final FocusRing ring = new FocusRing(card);

    /** The letter that opened the dialog is typed after its key went down, and would land in the port box. */
    private boolean opening;

    /**
     * @param sizes   of all that is drawn
     * @param free    shows the plan that frees what a socket holds
     * @param closed  called when the dialog has gone, to put the focus back
     */
    public WhyDialog(Workshop workshop, Wording wording, Navigation navigation, ObservableValue<Sizes> sizes, Consumer<Row> free,
            Runnable closed) {
        this.words = wording.words();
        this.says = new PortAnswerWords(words, wording.zone());
        this.navigation = navigation;
        this.said = new DialogBody(sizes);
        this.free = free;
        this.closed = closed;
        this.model = new WhyViewModel(workshop.inquiry(), wording.names(), workshop.background(), workshop.fx());
        setId("why-dialog");
        getStyleClass().add("scrim");
        setAlignment(Pos.TOP_CENTER);
        card.getStyleClass().addAll("dialog-card", "why-card");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setAccessibleText(words.get("ui.why.title"));
        card.getChildren().addAll(head(), question(), said, foot);
        getChildren().add(card);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (opening) {
                event.consume();
            }
        });
        DialogParts.hang(this, sizes);
        follow();
    }

    private HBox head() {
        return DialogParts.head(words.get("ui.why.title"), "close-why", words.get("ui.close"), this::close);
    }

    private HBox question() {
        port.setId("why-port");
        port.setPromptText(words.get("ui.header.port"));
        port.setAccessibleText(words.get("ui.header.port.name"));
        port.setTooltip(new Tooltip(words.get("ui.why.port.hint")));
        HBox sign = new HBox(Icons.of(MaterialDesignP.POUND));
        sign.getStyleClass().add("query-left");
        port.setLeft(sign);
        port.textProperty().bindBidirectional(model.port());
        HBox row = new HBox(port,
                Choice.of(PROTOCOLS,
                        it -> Controls.named(new ToggleButton(it.name()), "why-" + it.name().toLowerCase(Locale.ROOT),
                                words.get("ui.why.protocol", it.name())),
                        model.protocol(), model.protocol()::set),
                Controls.button("test-again", MaterialDesignR.REFRESH, words.get("ui.why.again"), model::ask), Controls.spacer(),
                Controls.shrinking(tested));
        row.getStyleClass().add("why-question");
        return row;
    }

    private void follow() {
        model.answer().subscribe(_ -> show());
        model.asking().subscribe(_ -> show());
        model.protocol().addListener((_, _, _) -> {
            if (isOpen()) {
                model.ask();
            }
        });
    }

    /** Opens and tests the port; with an empty text it waits for one to be typed. */
    public void open(String text, Protocol protocol) {
        opening = true;
        setVisible(true);
        model.port().set(text);
        model.protocol().set(protocol);
        model.ask();
        card.applyCss();
        port.requestFocus();
        port.selectAll();
    }

    /** Whether the dialog is open. */
    public boolean isOpen() {
        return isVisible();
    }

    /** Closes; what is under way is not waited for. */
    public void close() {
        model.leave();
        setVisible(false);
        closed.run();
    }

    private void pressed(KeyEvent event) {
        opening = false;
        if (Key.BACK.matches(event)) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == port) {
            model.ask();
        } else if (!said.scrolled(event)) {
            return;
        }
        event.consume();
    }

    private void show() {
        PortAnswer answer = model.answer().get();
        boolean asking = model.asking().get();
        tested.setText(asking ? words.get("ui.why.testing") : answer == null ? "" : says.tested(answer));
        if (answer == null) {
            VBox hint = new VBox(DialogParts.wrapping(words.get(asking ? "ui.why.testing" : "ui.why.hint"), "muted"));
            hint.getStyleClass().add("dialog-body");
            said.show(hint);
        } else if (!asking) {
            said.show(AnswerPane.of(answer, says, words, new Ways()));
            said.setVvalue(0);
        }
        foot(answer);
    }

    private void foot(@Nullable PortAnswer answer) {
        boolean focused = foot.isFocusWithin();
        command.setText(answer == null ? "" : Typed.why(answer.protocol(), answer.port()));
        foot.getChildren().clear();
        if (answer != null) {
            foot.getChildren().addAll(Controls.label(words.get("ui.why.inTerminal"), "muted"), Controls.shrinking(command));
        }
        foot.getChildren().add(Controls.spacer());
        holder(answer).ifPresent(row -> {
            Button button = Controls.button("free-from-why", MaterialDesignS.STOP_CIRCLE_OUTLINE,
                    words.get("ui.free.action", Integer.toString(row.socket().local().port())), () -> leaveFor(row));
            button.setGraphic(null);
            foot.getChildren().add(button);
        });
        Button close = Controls.button("why-done", MaterialDesignC.CLOSE, words.get("ui.close"), this::close, "primary");
        close.setGraphic(null);
        close.setDefaultButton(true);
        foot.getChildren().add(close);
        if (focused) {
            ring.start();
        }
    }

    /** The first that holds the port here. */
    private static Optional<Row> holder(@Nullable PortAnswer answer) {
        return answer == null
                ? Optional.empty()
                : answer.reasons().stream().filter(Reason::obstacle).flatMap(reason -> reason.rows().stream())
                        .filter(row -> row.socket().holdsPort()).findFirst();
    }

    private void leaveFor(Row row) {
        close();
        free.accept(row);
    }

    private final class Ways implements AnswerPane.Ways {

        @Override
        public void show(Row row) {
            close();
            navigation.goTo(row.socket().key());
        }

        @Override
        public void free(Row row) {
            leaveFor(row);
        }

        @Override
        public void copy(String text) {
            navigation.copy(text);
        }
    }
}
