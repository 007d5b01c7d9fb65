package quaywatch.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.control.ProcessPlan;
import quaywatch.control.Progress;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.control.Progress.Step;
import quaywatch.control.StopPlan;
import quaywatch.control.StopSeries;
import quaywatch.control.Stoppable;
import quaywatch.control.words.StepWords;

/** Tells how far a stop is, a line for each step, and asks about force where somebody is there. Used by the thread of the stop. */
final class StopTalk {

    private final Console console;
    private final Terminal terminal;
    private final StopWishes wishes;
    private final StepWords words;
    private final Stoppable last;
    private final Map<Kind, State> told = new EnumMap<>(Kind.class);
    private @Nullable Stoppable current;
    private boolean asked;

    /** @param plans  what is stopped, in order; not empty */
    StopTalk(Console console, Terminal terminal, StopWishes wishes, List<? extends Stoppable> plans) {
        this.console = console;
        this.terminal = terminal;
        this.wishes = wishes;
        this.words = new StepWords(console.words(), ZoneId.systemDefault());
        this.last = plans.getLast();
    }

    /** An empty answer is the usual one; anything but a yes is a no. */
    static boolean agrees(String answer, boolean usual) {
        String text = answer.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? usual : text.equals("y") || text.equals("yes");
    }

    /** Takes a report of the running series. */
    void report(StopSeries<?> series, Stoppable plan, Progress progress) {
        if (plan != current) {
            current = plan;
            told.clear();
            asked = false;
        }
        if (!wishes.json()) {
            progress.steps().forEach(step -> tell(plan, progress, step));
        }
        if (progress.mayForce() && wishes.force()) {
            force(series, plan, progress);
        }
    }

    private void tell(Stoppable plan, Progress progress, Step step) {
        boolean slow = step.kind() == Kind.WAITING && (step.state() == State.RUNNING || step.state() == State.WARNING);
        if (step.state() == State.TO_COME || step.state() == State.RUNNING && !slow || slow && step.at().toSeconds() < 1) {
            return;
        }
        State seen = slow ? State.RUNNING : step.state();
        if (seen != told.put(step.kind(), seen)) {
            say(words.of(plan, progress, step).text());
            if (step.kind() == lastBefore(plan) && plan == last && wishes.watch() && step.state() == State.DONE && plan.watches()) {
                say(words.of(plan, progress, new Step(Kind.WATCHED, State.RUNNING, Duration.ZERO)).text());
            }
        }
    }

    /** The step after which the ports are watched. */
    private static Kind lastBefore(Stoppable plan) {
        return switch (plan) {
            case StopPlan.Possible _ -> Kind.TESTED;
            case ProcessPlan.Possible _ -> Kind.WAITING;
        };
    }

    private void force(StopSeries<?> series, Stoppable plan, Progress progress) {
        if (wishes.forcesUnasked(plan.way())) {
            series.force();
        } else if (!asked && !wishes.yes()) {
            asked = true;
            say(words.waiting(plan, progress).text());
            say(words.force(plan).text());
            console.out().print(console.words().get("cli.confirm.no", words.forceButton(plan) + "?") + " ");
            console.out().flush();
        } else if (asked) {
            terminal.typed().ifPresent(answer -> {
                if (agrees(answer, false)) {
                    series.force();
                } else {
                    say(console.words().get("cli.stop.waitingOn"));
                }
            });
        }
    }

    private void say(String line) {
        console.out().println(line);
        console.out().flush();
    }
}
