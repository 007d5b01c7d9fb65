package quaywatch.control.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import quaywatch.control.Patience;
import quaywatch.control.ProcessPlan;
import quaywatch.control.Progress;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.control.Progress.Step;
import quaywatch.control.Service;
import quaywatch.control.StopPlan;
import quaywatch.control.Stoppable;
import quaywatch.control.Way;
import quaywatch.model.Address;
import quaywatch.model.ProcessFacts;
import quaywatch.text.Words;

/** Says how far a stop has come. */
public final class StepWords {

    private final Words words;
    private final Naming naming;
    private final DateTimeFormatter clock;

    public StepWords(Words words, ZoneId zone) {
        this.words = words;
        this.naming = new Naming(words);
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** A step of the list: its title, and below it what there is to add. */
    public Line of(Stoppable plan, Progress progress, Step step) {
        return new Line(title(plan, step), detail(plan, progress, step));
    }

    /** When a step ended, {@code 0.01 s}; empty for one to come. */
    public String at(Step step) {
        return step.state() == State.TO_COME
                ? ""
                : words.get("control.step.elapsed", String.format(Locale.ROOT, "%.2f", step.at().toMillis() / 1_000.0));
    }

    /** The band above the steps once force is offered: {@code java has not ended yet, 6 s}. */
    public Line waiting(Stoppable plan, Progress progress) {
        Duration waited = waitingTime(progress);
        boolean forced = progress.steps().stream().anyMatch(step -> step.kind() == Kind.FORCED);
        return new Line(words.get("control.waiting", name(plan), naming.span(waited), Naming.reached(plan).size()),
                words.get(forced ? "control.waiting.forced" : "control.waiting.force"));
    }

    /** What force does. */
    public Line force(Stoppable plan) {
        List<ProcessFacts> reached = Naming.reached(plan);
        return new Line(words.get("control.force"), reached.size() == 1
                ? words.get("control.force.detail", name(plan), Long.toString(reached.getFirst().id().pid()))
                : words.get("control.force.detail.many"));
    }

    /** {@code Force java to end}. */
    public String forceButton(Stoppable plan) {
        int count = Naming.reached(plan).size();
        return count == 1 ? words.get("control.force.button", name(plan)) : words.get("control.force.button.many", count);
    }

    private static Duration waitingTime(Progress progress) {
        Duration asked = progress.steps().stream().filter(step -> step.kind() == Kind.ASKED).map(Step::at).findFirst()
                .orElse(Duration.ZERO);
        return progress.elapsed().minus(asked);
    }

    private String name(Stoppable plan) {
        List<ProcessFacts> reached = Naming.reached(plan);
        return reached.size() == 1 ? Naming.name(reached.getFirst()) : naming.everybody(plan);
    }

    private String title(Stoppable plan, Step step) {
        List<ProcessFacts> reached = Naming.reached(plan);
        Instant started = reached.size() == 1 ? reached.getFirst().started() : null;
        boolean timeless = started == null;
        if (step.kind() == Kind.ASKED && plan.way() instanceof Way.Stop(Service service)) {
            return words.get("control.step.ASKED.service" + suffix(step, timeless), WayWords.keeper(words, service),
                    Naming.safe(service.name()));
        }
        if (plan.way() instanceof Way.AskAdministrator && step.state() == State.RUNNING
                && (step.kind() == Kind.ASKED || step.kind() == Kind.FORCED)) {
            return words.get("control.step.consent");
        }
        // Only holders can have let the port go.
        boolean letGo = step.kind() == Kind.CHECKED && step.state() == State.WARNING;
        String key = "control.step." + step.kind().name() + suffix(step, timeless) + about(plan, step);
        return words.get(key, letGo ? naming.holders(plan) : naming.everybody(plan), name(plan),
                started == null ? "" : clock.format(started), letGo ? plan.holders().size() : reached.size(),
                naming.span(Patience.ATTENDED.watch()));
    }

    private static String suffix(Step step, boolean timeless) {
        return switch (step.state()) {
            case TO_COME -> ".todo";
            case RUNNING -> ".running";
            case DONE -> step.kind() == Kind.CHECKED && timeless ? ".done.noTime" : ".done";
            case WARNING -> switch (step.kind()) {
                case CHECKED -> ".gone";
                case TESTED, WATCHED -> ".warning";
                case ASKED, WAITING, FORCED -> ".running";
            };
            case FAILED -> ".failed";
        };
    }

    /** Where a port is spoken of, and there is none, the words are others. */
    private static String about(Stoppable plan, Step step) {
        boolean spoken = step.kind() == Kind.CHECKED && step.state() == State.WARNING
                || step.kind() == Kind.WAITING && step.state() != State.DONE && step.state() != State.FAILED;
        return spoken && plan instanceof ProcessPlan.Possible ? ".process" : "";
    }

    private String detail(Stoppable plan, Progress progress, Step step) {
        return switch (plan) {
            case StopPlan.Possible port -> detail(port, progress, step);
            case ProcessPlan.Possible _ -> "";
        };
    }

    private String detail(StopPlan.Possible plan, Progress progress, Step step) {
        boolean waiting = step.kind() == Kind.WAITING && (step.state() == State.RUNNING || step.state() == State.WARNING);
        if (waiting) {
            return words.get(progress.letGo() ? "control.step.letGo" : "control.step.held", naming.head(plan.protocol(), plan.port()));
        }
        boolean tested = step.kind() == Kind.TESTED && (step.state() == State.DONE || step.state() == State.FAILED);
        return tested ? words.get("control.step.tested", addresses(naming, plan.testOn())) : "";
    }

    /** {@code 0.0.0.0, 127.0.0.1 and [::]}. */
    static String addresses(Naming naming, List<Address> addresses) {
        return naming.list(addresses.stream().map(Address::toString).map(text -> text.indexOf(':') < 0 ? text : "[" + text + "]").toList());
    }
}
