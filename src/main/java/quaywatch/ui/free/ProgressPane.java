package quaywatch.ui.free;

import java.time.Duration;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.control.Outcome;
import quaywatch.control.Progress;
import quaywatch.control.StopPlan;
import quaywatch.control.words.Line;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;

/** The second and third state of the dialog: the steps with their times, above them the band that says how it stands. */
final class ProgressPane {

    private static final int SEGMENTS = 20;
    private static final int WATCHED_SEGMENTS = 10;

    private ProgressPane() {}

    static VBox running(StopPlan.Possible plan, Progress progress, FreeWords words) {
        VBox body = new VBox();
        body.getStyleClass().add("dialog-body");
        if (progress.mayForce()) {
            body.getChildren().add(band("warn", MaterialDesignP.PROGRESS_CLOCK, words.steps().waiting(plan, progress)));
        }
        steps(body, plan, progress, words);
        if (progress.mayForce()) {
            Line force = words.steps().force(plan);
            body.getChildren().addAll(Controls.label(force.title(), "section-head"), PlanPane.wrapping(force.detail()));
        }
        return body;
    }

    static VBox ended(StopPlan.Possible plan, @Nullable Progress progress, Outcome outcome, FreeWords words, Navigation navigation) {
        VBox body = new VBox();
        body.getStyleClass().add("dialog-body");
        Line said = words.outcomes().of(plan, outcome);
        HBox band = switch (outcome) {
            case Outcome.Ended _,Outcome.AlreadyGone _ -> band("good", MaterialDesignC.CHECK_CIRCLE, said);
            case Outcome.StillRunning _,Outcome.Cancelled _,Outcome.PortStillHeld _,Outcome.RespawnedBy _ ->
                band("warn", MaterialDesignA.ALERT, said);
            case Outcome.NotPermitted _,Outcome.PidReused _,Outcome.Refused _,Outcome.Failed _ ->
                band("bad", MaterialDesignC.CLOSE_CIRCLE, said);
        };
        band.setId("outcome");
        body.getChildren().add(band);
        if (progress != null) {
            steps(body, plan, progress, words);
        }
        if (!words.outcomes().untouched(plan).isEmpty()) {
            body.getChildren().addAll(Controls.label(words.get("ui.free.untouched"), "section-head"),
                    PlanPane.wrapping(words.outcomes().untouched(plan)));
        }
        if (!said.command().isEmpty()) {
            body.getChildren().addAll(Controls.label(words.get("ui.free.inTerminal"), "section-head"),
                    PlanPane.command(said.command(), words, navigation));
        }
        return body;
    }

    static HBox band(String kind, Ikon ikon, Line line) {
        return DialogParts.band(kind, ikon, line.title(), line.detail());
    }

    private static void steps(VBox body, StopPlan.Possible plan, Progress progress, FreeWords words) {
        for (Progress.Step step : progress.steps()) {
            Line line = words.steps().of(plan, progress, step);
            VBox text = Controls.column(1, PlanPane.wrapping(line.title()));
            if (!line.detail().isEmpty()) {
                text.getChildren().add(PlanPane.wrapping(line.detail(), "secondary"));
            }
            segments(text, progress, step);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(Icons.of(icon(step.state())), text, Controls.whole(Controls.label(words.steps().at(step), "time")));
            row.getStyleClass().addAll(List.of("step", style(step.state())));
            body.getChildren().add(row);
        }
    }

    /** Whether all is done but for the look at what comes back. */
    static boolean isWatching(Progress progress) {
        return progress.steps().stream()
                .anyMatch(step -> step.kind() == Progress.Kind.WATCHED && step.state() == Progress.State.RUNNING);
    }

    /** A segment for each second of waiting and of watching. */
    private static void segments(VBox text, Progress progress, Progress.Step step) {
        boolean begun = step.state() != Progress.State.TO_COME;
        if (step.kind() == Progress.Kind.WAITING && begun && step.state() != Progress.State.DONE) {
            text.getChildren().add(segments(SEGMENTS, (int) Math.min(SEGMENTS, progress.elapsed().toSeconds()), ""));
        } else if (step.kind() == Progress.Kind.WATCHED && begun) {
            Duration tested = progress.steps().stream().filter(other -> other.kind() == Progress.Kind.TESTED).map(Progress.Step::at)
                    .findFirst().orElse(Duration.ZERO);
            boolean done = step.state() == Progress.State.DONE;
            int watched = done ? WATCHED_SEGMENTS : (int) Math.min(WATCHED_SEGMENTS, step.at().minus(tested).toSeconds());
            text.getChildren().add(segments(WATCHED_SEGMENTS, watched, done ? "done" : ""));
        }
    }

    private static HBox segments(int all, int full, String style) {
        HBox bar = new HBox();
        bar.getStyleClass().addAll("segments", style);
        for (int i = 0; i < all; i++) {
            Region segment = new Region();
            segment.getStyleClass().add("segment");
            if (i < full) {
                segment.getStyleClass().add("full");
            }
            HBox.setHgrow(segment, Priority.ALWAYS);
            bar.getChildren().add(segment);
        }
        return bar;
    }

    private static Ikon icon(Progress.State state) {
        return switch (state) {
            case TO_COME -> MaterialDesignC.CIRCLE_OUTLINE;
            case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
            case DONE -> MaterialDesignC.CHECK_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT;
            case FAILED -> MaterialDesignC.CLOSE_CIRCLE;
        };
    }

    private static String style(Progress.State state) {
        return switch (state) {
            case TO_COME -> "coming";
            case RUNNING -> "running";
            case DONE -> "done";
            case WARNING -> "warning";
            case FAILED -> "failed";
        };
    }
}
