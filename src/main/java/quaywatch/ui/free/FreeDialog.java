package quaywatch.ui.free;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.control.ConnectionCloser;
import quaywatch.control.Outcome;
import quaywatch.control.Planner;
import quaywatch.control.Progress;
import quaywatch.control.StopPlan;
import quaywatch.control.StopTools;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.settings.Confirmation;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogBody;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.kit.FocusRing;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Wording;

/**
 * The dialog that frees a port, laid over the window: the plan, then the steps, then the outcome above the same steps.
 * Same place and width in all three states; the default button is the suggested answer.
 */
public final class FreeDialog extends StackPane {

    /**
     * What the dialogs of this package work with.
     *
     * @param planner     works out the plan
     * @param tools       carry it out
     * @param closer      closes single connections
     * @param background  runs what may block
     * @param fx          the way back to the FX thread
     * @param clock       for ages
     */
    public record Workshop(Planner planner, StopTools tools, ConnectionCloser closer, Executor background, Executor fx,
            InstantSource clock) {}

    private final Workshop workshop;
    private final FreeWords words;
    private final Navigation navigation;
    private final Supplier<Confirmation> confirmation;
    private final Runnable closed;
    private final VBox card = new VBox();
    private final DialogBody said;
    private final FocusRing ring = new FocusRing(card);
    /** The flow that is shown; null while none is. One that was abandoned goes on telling for a moment, and is not listened to. */
    private @Nullable FreeViewModel model;
    /** The plan that is shown; null while the dialog is closed. */
    private @Nullable PlanViewModel choice;

    /**
     * How the dialog behaves.
     *
     * @param confirmation  whether a plan without a warning waits for a yes
     * @param sizes         how large everything is
     */
    public record Manner(Supplier<Confirmation> confirmation, ObservableValue<Sizes> sizes) {}

    /** @param closed  called when the dialog has gone, to put the focus back */
    public FreeDialog(Workshop workshop, Wording wording, Navigation navigation, Manner manner, Runnable closed) {
        ObservableValue<Sizes> sizes = manner.sizes();
        this.said = new DialogBody(sizes);
        this.workshop = workshop;
        this.words = FreeWords.of(wording, workshop.clock());
        this.navigation = navigation;
        this.confirmation = manner.confirmation();
        this.closed = closed;
        setId("free-dialog");
        getStyleClass().add("scrim");
        setAlignment(Pos.TOP_CENTER);
        card.getStyleClass().add("dialog-card");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        DialogParts.hang(this, sizes);
    }

    /** Opens with the plan to free the port that {@code row} holds. */
    public void open(Snapshot snapshot, Row row) {
        PlanViewModel fresh = new PlanViewModel(workshop.planner(), snapshot, row);
        choice = fresh;
        fresh.look(workshop.tools().supervisors(), workshop.background(), workshop.fx(), () -> looked(fresh));
        show(fresh);
        fresh.plan().addListener((_, before, after) -> {
            if (choice == fresh) {
                change(fresh, before, after);
            }
        });
        setVisible(true);
        ring.start();
        if (fresh.plan().get() instanceof StopPlan.Possible plan && !asksFirst(plan)) {
            fresh.confirm(() -> start(fresh));
        }
    }

    private void looked(PlanViewModel shown) {
        StopPlan same = shown.plan().get();
        if (choice == shown && model == null) {
            change(shown, same, same);
        }
    }

    private void show(PlanViewModel shown) {
        StopPlan plan = shown.plan().get();
        switch (plan) {
            case StopPlan.Possible possible -> show(words.plans().title(plan), body(shown, possible), planFoot(shown, possible));
            case StopPlan.Impossible impossible ->
                show(words.plans().title(plan), PlanPane.impossible(impossible, words, navigation), foot(closeButton()));
        }
    }

    private VBox body(PlanViewModel shown, StopPlan.Possible plan) {
        return PlanPane.possible(plan, shown.looking(), words, shown::choose);
    }

    /** Another way changes what is said and keeps the place of the reader; more facts may change everything. */
    private void change(PlanViewModel shown, StopPlan before, StopPlan after) {
        if (before instanceof StopPlan.Possible old && after instanceof StopPlan.Possible plan && old.ways().equals(plan.ways())) {
            double at = said.getVvalue();
            said.show(body(shown, plan));
            said.setVvalue(at);
            if (card.lookup("#do-free") instanceof Button free) {
                free.setText(words.plans().button(plan));
                Controls.named(free, "do-free", words.plans().button(plan));
            }
            if (!old.way().equals(plan.way())) {
                ring.focus("#way-" + plan.way().kind().name().toLowerCase(Locale.ROOT));
            }
        } else {
            show(shown);
            ring.start();
        }
    }

    private HBox planFoot(PlanViewModel shown, StopPlan.Possible plan) {
        Button free = Controls.button("do-free", MaterialDesignC.CHECK, words.plans().button(plan), () -> shown.confirm(() -> start(shown)),
                "danger");
        free.setGraphic(Icons.of(MaterialDesignS.STOP_CIRCLE_OUTLINE));
        Button cancel = Controls.button("cancel", MaterialDesignC.CLOSE, words.get("ui.cancel"), this::close);
        cancel.setGraphic(null);
        Button copy = Controls.button("copy-plan", MaterialDesignC.CONTENT_COPY, words.get("ui.free.copy"), () -> copy(shown), "quiet");
        (plan.cancelIsDefault() ? cancel : free).setDefaultButton(true);
        return foot(copy, Controls.spacer(), cancel, free);
    }

    private void copy(PlanViewModel shown) {
        if (shown.plan().get() instanceof StopPlan.Possible plan) {
            navigation.copy(words.text(plan));
        }
    }

    private void start(PlanViewModel shown) {
        if (choice != shown || model != null || !(shown.plan().get() instanceof StopPlan.Possible plan)) {
            return;
        }
        FreeViewModel fresh = new FreeViewModel(plan.order(), workshop.tools(), workshop.background(), workshop.fx());
        model = fresh;
        fresh.progress().subscribe(progress -> {
            if (progress != null && fresh.outcome().get() == null && model == fresh) {
                showProgress(plan, fresh, progress);
            }
        });
        fresh.outcome().subscribe(outcome -> {
            if (outcome != null && model == fresh) {
                showOutcome(plan, fresh, outcome);
            }
        });
        fresh.start();
    }

    /** A plan with a warning always waits for a yes. */
    private boolean asksFirst(StopPlan.Possible plan) {
        return switch (confirmation.get()) {
            case ALWAYS -> true;
            case ONLY_WARNED -> plan.cancelIsDefault();
        };
    }

    private void showProgress(StopPlan.Possible plan, FreeViewModel fresh, Progress progress) {
        boolean watching = ProgressPane.isWatching(progress);
        Button stop = Controls.button("stop-waiting", MaterialDesignC.CLOSE,
                words.get(watching ? "ui.free.stopWatching" : "ui.free.stopWaiting"), fresh::cancel);
        stop.setGraphic(null);
        if (!progress.mayForce()) {
            replace(ProgressPane.running(plan, progress, words), watching ? "watching" : "waiting", foot(Controls.spacer(), stop));
            return;
        }
        Button force = Controls.button("force", MaterialDesignL.LIGHTNING_BOLT_OUTLINE,
                words.steps().forceButton(plan), fresh::force,
                "danger-outline");
        Button more = Controls.button("wait-more", MaterialDesignC.CLOSE, words.get("ui.free.waitMore"), fresh::waitMore, "primary");
        more.setGraphic(null);
        more.setDefaultButton(true);
        replace(ProgressPane.running(plan, progress, words), "force", foot(force, Controls.spacer(), stop, more));
    }

    private void showOutcome(StopPlan.Possible plan, FreeViewModel fresh, Outcome outcome) {
        Button done = closeButton();
        show(words.plans().title(plan), ProgressPane.ended(plan, fresh.progress().get(), outcome, words, navigation),
                foot(Controls.spacer(), done));
        ring.start();
    }

    private Button closeButton() {
        Button done = Controls.button("done", MaterialDesignC.CHECK, words.get("ui.done"), this::close, "primary");
        done.setGraphic(null);
        done.setDefaultButton(true);
        return done;
    }

    /** Whether the dialog is open. */
    public boolean isOpen() {
        return isVisible();
    }

    /** Closes; a flow that runs stops waiting. */
    public void close() {
        if (model != null) {
            model.cancel();
        }
        model = null;
        choice = null;
        setVisible(false);
        card.getChildren().clear();
        closed.run();
    }

    private void pressed(KeyEvent event) {
        if (Key.BACK.matches(event)) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && ring.answer()) {
            event.consume();
        } else if (said.scrolled(event)) {
            event.consume();
        }
    }

    private void show(String title, VBox body, HBox foot) {
        HBox head = DialogParts.head(title, "close-dialog", words.get("ui.close"), this::close);
        said.show(body);
        said.setVvalue(0);
        card.getChildren().setAll(head, said, foot);
        card.setAccessibleText(title);
        foot.getProperties().put("kind", "");
    }

    /** New steps; the buttons stay the same objects while they mean the same, so that focus and a press under way survive. */
    private void replace(VBox body, String kind, HBox foot) {
        said.show(body);
        if (!kind.equals(card.getChildren().get(2).getProperties().get("kind"))) {
            foot.getProperties().put("kind", kind);
            card.getChildren().set(2, foot);
            ring.start();
        }
    }

    private static HBox foot(Node... nodes) {
        return DialogParts.foot(nodes);
    }
}
