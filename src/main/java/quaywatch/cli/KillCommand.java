package quaywatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import quaywatch.control.ProcessPlan;
import quaywatch.control.ProcessPlan.Impossible;
import quaywatch.control.ProcessPlan.Possible;
import quaywatch.control.StopSeries.Part;
import quaywatch.control.words.OutcomeWords;
import quaywatch.control.words.ProcessWords;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Snapshot;

/**
 * {@code kill PID...}: tells who has the number and what goes with it, asks, ends it, and waits until it has ended. What the number means is
 * settled once, before the plan is told; whoever gets it later is never reached.
 */
final class KillCommand {

    private final Program program;
    private final Console console;
    private final ProcessWords plans;
    private final OutcomeWords outcomes;

    KillCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
        this.plans = new ProcessWords(console.words());
        this.outcomes = new OutcomeWords(console.words());
    }

    /** What was found for the numbers given. */
    record Found(List<ProcessPlan> plans, List<Long> missing) {

        List<Possible> possible() {
            return plans.stream().filter(Possible.class::isInstance).map(Possible.class::cast).toList();
        }
    }

    /** @param tree  whether all processes below are asked to end too */
    ExitCode run(SourceChoice source, List<String> texts, boolean tree, StopWishes wishes) throws UsageException {
        List<Long> pids = List.copyOf(new PidReader(console.words()).several(texts));
        Stopping stopping = new Stopping(console, program.terminal(), wishes);
        stopping.check(source, Arguments.KILL, texts);
        try (Workshop workshop = program.workshop(source, wishes.patience())) {
            List<Optional<ProcessFacts>> named = pids.stream().map(workshop.process()::apply).toList();
            Snapshot snapshot = Glance.at(workshop.loop());
            if (!new Complaints(console, source).tell(snapshot)) {
                return ExitCode.COULD_NOT_READ;
            }
            return kill(workshop, stopping, wishes, found(workshop, snapshot, pids, named, tree));
        }
    }

    private static Found found(Workshop workshop, Snapshot snapshot, List<Long> pids, List<Optional<ProcessFacts>> named, boolean tree) {
        List<ProcessPlan> plans = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (int i = 0; i < pids.size(); i++) {
            Optional<ProcessFacts> who = named.get(i);
            if (who.isPresent()) {
                plans.add(workshop.planner().plan(snapshot, who.get(), workshop.tools().supervisors().of(who.get()), tree));
            } else {
                missing.add(pids.get(i));
            }
        }
        return new Found(plans, missing);
    }

    private ExitCode kill(Workshop workshop, Stopping stopping, StopWishes wishes, Found found) {
        Instant now = workshop.clock().instant();
        Duration watch = wishes.patience().watch();
        List<Possible> possible = found.possible();
        if (!wishes.json()) {
            found.plans().forEach(plan -> stopping.tell(plans.text(plan, now, watch)));
            found.missing().forEach(pid -> console.complain("cli.kill.none", Long.toString(pid)));
            console.err().flush();
        }
        boolean go = !wishes.dryRun() && !possible.isEmpty();
        if (go && !stopping.agreed(possible)) {
            return ExitCode.CANCELLED;
        }
        List<Part<Possible>> parts = go ? stopping.carryOut(workshop.tools(), possible) : List.of();
        if (wishes.json()) {
            new KillJson(console, now, watch).write(found, parts);
        } else {
            parts.forEach(part -> console.out().println(outcomes.of(part.plan(), part.outcome()).text()));
        }
        return code(found, parts);
    }

    private static ExitCode code(Found found, List<Part<Possible>> parts) {
        Stream<ExitCode> missing = found.missing().stream().map(_ -> ExitCode.NOTHING_MATCHED);
        Stream<ExitCode> refused = found.plans().stream().filter(Impossible.class::isInstance).map(_ -> ExitCode.NOT_PERMITTED);
        Stream<ExitCode> ended = parts.stream().map(part -> StopCodes.of(part.outcome()));
        return ExitCode.worst(Stream.of(missing, refused, ended).flatMap(codes -> codes).toList());
    }
}
