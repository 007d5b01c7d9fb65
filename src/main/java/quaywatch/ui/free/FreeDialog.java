package quaywatch.ui.free;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.control.Outcome;
import quaywatch.control.Planner;
import quaywatch.control.Progress;
import quaywatch.control.StopPlan;
import quaywatch.control.StopTools;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.settings.Confirmation;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Wording;

/**
 * The dialog that frees a port, laid over the window: the plan, then the steps, then the outcome above the same steps.
 * Same place and width in all three states; the default button is the suggested answer.
 */
public final class FreeDialog extends StackPane {

    /**
     * What the dialog works with.
     *
     * @param planner     works out the plan
     * @param tools       carry it out
     * @param background  runs what may block
     * @param fx          the way back to the FX thread
     * @param clock       for ages
     */
    public record Workshop(Planner planner, StopTools tools, Executor background, Executor fx, InstantSource clock) {}

    private final Workshop workshop;
    private final FreeWords words;
    private final Navigation navigation;
    private final Supplier<Confirmation> confirmation;
    private final Runnable closed;
    private final VBox card = new VBox();
    /** What most dialogs take of the window's height. */
    private static final double HIGH = 600;
    private static final double EDGE = 16;

    private final DialogBody said;
    private final FocusRing ring = new FocusRing(card);
    /** The flow that is shown; null while none is. One that was abandoned goes on telling for a moment, and is not listened to. */
    private @Nullable FreeViewModel model;

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
        this.words = new FreeWords(wording, workshop.clock());
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
        heightProperty().addListener((_, _, _) -> place(sizes.getValue()));
        sizes.addListener((_, _, now) -> place(now));
    }

    /** At the same height in all its states. */
    private void place(Sizes sizes) {
        double edge = sizes.of(EDGE);
        setPadding(new Insets(Math.max(edge, (getHeight() - sizes.of(HIGH)) / 2), 0, edge, 0));
    }

    /** Opens with the plan to free the port that {@code row} holds. */
    public void open(Snapshot snapshot, Row row) {
        StopPlan plan = workshop.planner().plan(snapshot, row);
        switch (plan) {
            case StopPlan.Possible possible -> openPossible(possible);
            case StopPlan.Impossible impossible ->
                show(words.title(plan), PlanPane.impossible(impossible, words, navigation), foot(closeButton()));
        }
        setVisible(true);
        ring.start();
    }

    private void openPossible(StopPlan.Possible plan) {
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
        Button free = Controls.button("do-free", MaterialDesignC.CHECK, words.button(plan), fresh::start, "danger");
        free.setGraphic(quaywatch.ui.theme.Icons.of(org.kordamp.ikonli.materialdesign2.MaterialDesignS.STOP_CIRCLE_OUTLINE));
        Button cancel = Controls.button("cancel", MaterialDesignC.CLOSE, words.get("ui.cancel"), this::close);
        cancel.setGraphic(null);
        Button copy = Controls.button("copy-plan", MaterialDesignC.CONTENT_COPY, words.get("ui.free.copy"),
                () -> navigation.copy(words.text(plan)), "quiet");
        (plan.cancelIsDefault() ? cancel : free).setDefaultButton(true);
        show(words.title(plan), PlanPane.possible(plan, words), foot(copy, Controls.spacer(), cancel, free));
        if (!asksFirst(plan)) {
            fresh.start();
        }
    }

    /** A plan with a warning always waits for a yes. */
    private boolean asksFirst(StopPlan.Possible plan) {
        return switch (confirmation.get()) {
            case ALWAYS -> true;
            case ONLY_WARNED -> plan.cancelIsDefault();
        };
    }

    private void showProgress(StopPlan.Possible plan, FreeViewModel fresh, Progress progress) {
        boolean late = progress.mayForce();
        Button stop = Controls.button("stop-waiting", MaterialDesignC.CLOSE, words.get("ui.free.stopWaiting"), fresh::cancel);
        stop.setGraphic(null);
        if (!late) {
            stop.setDefaultButton(false);
            replace(ProgressPane.running(plan, progress, words), "waiting", foot(Controls.spacer(), stop));
            return;
        }
        Button force = Controls.button("force", org.kordamp.ikonli.materialdesign2.MaterialDesignL.LIGHTNING_BOLT_OUTLINE,
                words.forceButton(plan), fresh::force,
                "danger-outline");
        Button more = Controls.button("wait-more", MaterialDesignC.CLOSE, words.get("ui.free.waitMore"), fresh::waitMore, "primary");
        more.setGraphic(null);
        more.setDefaultButton(true);
        replace(ProgressPane.running(plan, progress, words), "force", foot(force, Controls.spacer(), stop, more));
    }

    private void showOutcome(StopPlan.Possible plan, FreeViewModel fresh, Outcome outcome) {
        Button done = closeButton();
        show(words.title(plan), ProgressPane.ended(plan, fresh.progress().get(), outcome, words, navigation),
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

    private void show(String title, VBox body, HBox foot) {
        HBox head = new HBox(Controls.label(title, "dialog-title"), Controls.spacer(),
                Controls.iconButton("close-dialog", MaterialDesignC.CLOSE, words.get("ui.close"), this::close));
        head.getStyleClass().add("dialog-head");
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
        HBox foot = new HBox(nodes);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }
}
