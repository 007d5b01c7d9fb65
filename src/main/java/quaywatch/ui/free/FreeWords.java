package quaywatch.ui.free;

import java.time.InstantSource;
import java.util.List;

import quaywatch.control.Outcome;
import quaywatch.control.Progress;
import quaywatch.control.StopPlan;
import quaywatch.control.Way;
import quaywatch.control.words.Line;
import quaywatch.control.words.ObstacleWords;
import quaywatch.control.words.OutcomeWords;
import quaywatch.control.words.PlanWords;
import quaywatch.control.words.StepWords;
import quaywatch.view.Wording;

/** The sentences of the dialog, all from one place. */
final class FreeWords {

    private final Wording wording;
    private final InstantSource clock;
    private final PlanWords plans;
    private final StepWords steps;
    private final OutcomeWords outcomes;
    private final ObstacleWords obstacles;

    FreeWords(Wording wording, InstantSource clock) {
        this.wording = wording;
        this.clock = clock;
        plans = new PlanWords(wording.words());
        steps = new StepWords(wording.words(), wording.zone());
        outcomes = new OutcomeWords(wording.words());
        obstacles = new ObstacleWords(wording.words());
    }

    String get(String key) {
        return wording.words().get(key);
    }

    String title(StopPlan plan) {
        return plans.title(plan);
    }

    String sentence(StopPlan.Possible plan) {
        return plans.sentence(plan, clock.instant());
    }

    List<Line> behind(StopPlan.Possible plan) {
        return plans.behind(plan);
    }

    List<Line> closing(StopPlan.Possible plan) {
        return plans.closing(plan);
    }

    List<Line> cutting(StopPlan.Possible plan) {
        return plans.cutting(plan);
    }

    List<Line> staying(StopPlan.Possible plan) {
        return plans.staying(plan);
    }

    List<Line> warnings(StopPlan.Possible plan) {
        return plans.warnings(plan);
    }

    List<Line> children(StopPlan.Possible plan) {
        return plans.children(plan);
    }

    List<Line> comingBack(StopPlan.Possible plan) {
        return plans.comingBack(plan);
    }

    Line way(StopPlan.Possible plan, Way way) {
        return plans.way(plan, way);
    }

    String then(StopPlan.Possible plan) {
        return plans.then(plan);
    }

    String button(StopPlan.Possible plan) {
        return plans.button(plan);
    }

    String text(StopPlan.Possible plan) {
        return String.join("\n", plans.text(plan, clock.instant()));
    }

    Line obstacle(StopPlan.Impossible plan) {
        return obstacles.of(plan);
    }

    Line step(StopPlan.Possible plan, Progress progress, Progress.Step step) {
        return steps.of(plan, progress, step);
    }

    String at(Progress.Step step) {
        return steps.at(step);
    }

    Line waiting(StopPlan.Possible plan, Progress progress) {
        return steps.waiting(plan, progress);
    }

    Line force(StopPlan.Possible plan) {
        return steps.force(plan);
    }

    String forceButton(StopPlan.Possible plan) {
        return steps.forceButton(plan);
    }

    Line outcome(StopPlan.Possible plan, Outcome outcome) {
        return outcomes.of(plan, outcome);
    }

    String untouched(StopPlan.Possible plan) {
        return outcomes.untouched(plan);
    }
}
