package quaywatch.ui.free;

import java.time.InstantSource;

import quaywatch.control.StopPlan;
import quaywatch.control.words.ObstacleWords;
import quaywatch.control.words.OutcomeWords;
import quaywatch.control.words.PlanWords;
import quaywatch.control.words.StepWords;
import quaywatch.text.Words;
import quaywatch.view.Wording;

/**
 * The sentences of the dialog, by what they tell of.
 *
 * @param plain      heads, buttons and what else is told of nothing
 * @param plans      what would be done
 * @param obstacles  why nothing can be
 * @param steps      how far it is
 * @param outcomes   how it ended
 * @param clock      for ages
 */
record FreeWords(Words plain, PlanWords plans, ObstacleWords obstacles, StepWords steps, OutcomeWords outcomes, InstantSource clock) {

    static FreeWords of(Wording wording, InstantSource clock) {
        Words words = wording.words();
        return new FreeWords(words, new PlanWords(words), new ObstacleWords(words), new StepWords(words, wording.zone()),
                new OutcomeWords(words), clock);
    }

    String get(String key) {
        return plain.get(key);
    }

    /** What would be done, with ages as they are now. */
    String sentence(StopPlan.Possible plan) {
        return plans.sentence(plan, clock.instant());
    }

    /** The whole plan, to be copied. */
    String text(StopPlan.Possible plan) {
        return String.join("\n", plans.text(plan, clock.instant()));
    }
}
