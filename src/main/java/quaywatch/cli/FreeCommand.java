package quaywatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import quaywatch.control.StopPlan;
import quaywatch.control.StopPlan.Impossible;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopSeries.Part;
import quaywatch.control.Way;
import quaywatch.control.words.OutcomeWords;
import quaywatch.control.words.PlanWords;
import quaywatch.model.Protocol;
import quaywatch.model.Snapshot;

/** {@code free PORT...}: tells the plan, asks, carries it out, and proves that the ports are free. */
final class FreeCommand {

    private final Program program;
    private final Console console;
    private final PlanWords plans;
    private final OutcomeWords outcomes;

    FreeCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
        this.plans = new PlanWords(console.words());
        this.outcomes = new OutcomeWords(console.words());
    }

    ExitCode run(SourceChoice source, List<String> texts, Protocol protocol, StopWishes wishes) throws UsageException {
        List<NamedPorts> asked = new PortReader(console.words(), program::names).each(Arguments.FREE, texts);
        Stopping stopping = new Stopping(console, program.terminal(), wishes);
        stopping.check(source, Arguments.FREE, texts);
        try (Workshop workshop = program.workshop(source, wishes.patience())) {
            Snapshot snapshot = Glance.at(workshop.loop());
            if (!new Complaints(console, source).tell(snapshot)) {
                return ExitCode.COULD_NOT_READ;
            }
            Set<Integer> ports = asked.stream().flatMap(each -> each.ports().stream()).collect(Collectors.toSet());
            List<StopPlan> found = new PortPlans(workshop.planner(), workshop.tools().supervisors()).of(snapshot, protocol, ports);
            return free(workshop, stopping, wishes, by(wishes, found), Unheld.of(snapshot, protocol, asked, found), protocol);
        }
    }

    private List<StopPlan> by(StopWishes wishes, List<StopPlan> found) throws UsageException {
        List<StopPlan> chosen = new ArrayList<>();
        for (StopPlan plan : found) {
            chosen.add(plan instanceof Possible possible && wishes.lever().isPresent() ? by(wishes.lever().get(), possible) : plan);
        }
        return chosen;
    }

    private Possible by(Way.Kind lever, Possible plan) throws UsageException {
        Optional<Way> way = plan.way(lever);
        if (way.isEmpty()) {
            throw new UsageException(console.words().get("cli.free.noLever", Integer.toString(plan.port()), StopCodes.word(lever),
                    plan.ways().stream().map(each -> StopCodes.word(each.kind())).collect(Collectors.joining(", "))));
        }
        return plan.by(way.get());
    }

    private ExitCode free(Workshop workshop, Stopping stopping, StopWishes wishes, List<StopPlan> found, Unheld unheld,
            Protocol protocol) {
        Instant now = workshop.clock().instant();
        Duration watch = wishes.patience().watch();
        FreeJson json = new FreeJson(console, now, protocol, watch);
        List<Possible> possible = found.stream().filter(Possible.class::isInstance).map(Possible.class::cast).toList();
        if (!wishes.json()) {
            found.forEach(plan -> stopping.tell(plans.text(plan, now, watch)));
            unheld.sentences(console.words()).forEach(console.err()::println);
            console.err().flush();
        }
        boolean go = !wishes.dryRun() && !possible.isEmpty();
        if (go && !stopping.agreed(possible)) {
            return ExitCode.CANCELLED;
        }
        List<Part<Possible>> parts = go ? stopping.carryOut(workshop.tools(), possible) : List.of();
        if (wishes.json()) {
            json.write(found, parts, unheld);
        } else {
            tell(parts);
        }
        return code(found, parts, unheld);
    }

    private static ExitCode code(List<StopPlan> found, List<Part<Possible>> parts, Unheld unheld) {
        Stream<ExitCode> missing = unheld.named().stream().map(_ -> ExitCode.NOTHING_MATCHED);
        Stream<ExitCode> refused = found.stream().filter(Impossible.class::isInstance).map(_ -> ExitCode.NOT_PERMITTED);
        return ExitCode.worst(Stream.of(missing, refused, StopCodes.of(parts).stream()).flatMap(codes -> codes).toList());
    }

    private void tell(List<Part<Possible>> parts) {
        if (parts.size() > 1) {
            console.out().println();
        }
        for (Part<Possible> part : parts) {
            console.out().println(Stream.of(outcomes.of(part.plan(), part.outcome()).text(), outcomes.untouched(part.plan()))
                    .filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")));
        }
        if (parts.size() > 1) {
            console.out().println(console.words().get("cli.free.summary", parts.stream().filter(part -> lastOf(parts, part).free()).map(
                    part -> part.plan().port()).distinct().count(),
                    parts.stream().map(part -> part.plan().port()).distinct().count()));
        }
    }

    private static Part<Possible> lastOf(List<Part<Possible>> parts, Part<Possible> part) {
        return parts.reversed().stream().filter(other -> StopCodes.samePort(part, other)).findFirst().orElse(part);
    }
}
