package quaywatch.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import quaywatch.control.Outcome.Refusal;
import quaywatch.control.StopPlan.Danger;
import quaywatch.control.StopPlan.Warning;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/** Works out what stopping the holder of a port, or a process, means. Pure: reads one snapshot, asks nobody. */
public final class Planner {

    /** Number of the process that the kernel starts all its threads from; only its children without a program are such threads. */
    private static final long KTHREADD = 2;
    private static final long FIRST_PROCESS = 1;

    private final Self self;

    public Planner(Self self) {
        this.self = self;
    }

    /** The plan to free the port that {@code row} holds, without a look at who would start its holders again. */
    public StopPlan plan(Snapshot snapshot, Row row) {
        return plan(snapshot, row, Supervision.NONE);
    }

    /** The plan to free the port that {@code row} holds, knowing who looks after its holders. */
    public StopPlan plan(Snapshot snapshot, Row row, Supervision supervision) {
        if (row.isClosed()) {
            return new StopPlan.Impossible(row, new Obstacle.Closed());
        }
        if (!row.socket().holdsPort()) {
            return new StopPlan.Impossible(row, new Obstacle.HoldsNoPort());
        }
        return switch (row.live().owner()) {
            case Owner.Processes processes -> plan(snapshot, row, processes, supervision);
            case Owner.Service(var belonging, var user) -> supervision.service() == null
                    ? new StopPlan.Impossible(row, new Obstacle.HiddenService(belonging, user))
                    : hidden(snapshot, row, supervision, supervision.service());
            case Owner.UserOnly(var user) -> new StopPlan.Impossible(row, new Obstacle.HiddenProcess(user));
            case Owner.Kernel() -> new StopPlan.Impossible(row, new Obstacle.KernelHolds());
            case Owner.Unknown(var reason) -> new StopPlan.Impossible(row,
                    row.live().evidence() instanceof Evidence.Resolving ? new Obstacle.StillLooking() : new Obstacle.NotKnown(reason));
        };
    }

    /**
     * The plan to end one process, whatever it holds. No service is stopped in its place: whoever would start it again is only told.
     *
     * @param tree  whether all processes below it are asked to end too, as far as we may
     */
    public ProcessPlan plan(Snapshot snapshot, ProcessFacts who, Supervision supervision, boolean tree) {
        Optional<Obstacle> obstacle = refusal(who, Supervision.NONE).or(() -> foreign(who, Supervision.NONE));
        if (obstacle.isPresent()) {
            return new ProcessPlan.Impossible(who, obstacle.get());
        }
        List<Way> ways = Ways.of(who, supervision.children(), spared(supervision.children()));
        Way way = tree ? ways.getLast() : ways.getFirst();
        Effects effects = Effects.of(snapshot, way.signalled());
        return new ProcessPlan.Possible(who, self.isOwn(who.user()), effects.closesToo(), effects.cuts(),
                way.signalled().stream().flatMap(each -> warnings(each).stream()).toList(), supervision, ways, way);
    }

    private StopPlan plan(Snapshot snapshot, Row row, Owner.Processes owner, Supervision supervision) {
        List<ProcessFacts> holders = owner.holders();
        Optional<Service> unit = unitOfInferred(row, owner, supervision);
        if (unit.isPresent()) {
            return hidden(snapshot, row, supervision, unit.get());
        }
        boolean consent = takesConsent(row, holders, supervision);
        Optional<Obstacle> obstacle = (consent ? Optional.<Obstacle>empty() : unsure(row, owner))
                .or(() -> holders.stream().flatMap(who -> refusal(who, supervision).stream()).findFirst())
                .or(() -> consent ? Optional.empty() : holders.stream().flatMap(who -> foreign(who, supervision).stream()).findFirst());
        if (obstacle.isPresent()) {
            return new StopPlan.Impossible(row, obstacle.get());
        }
        Effects effects = Effects.of(snapshot, row, holders, supervision.service());
        List<Way> ways = consent ? Ways.withConsent(holders) : Ways.of(holders, supervision, spared(holders));
        return new StopPlan.Possible(row, holders, holders.stream().allMatch(who -> self.isOwn(who.user())), effects.closesToo(),
                effects.cuts(), effects.staysHeld(), warnings(holders, ways, supervision), effects.testOn(),
                supervision, ways, ways.getFirst());
    }

    /** Which process it is is a guess, but not the unit: the control group of the socket names it. */
    private static Optional<Service> unitOfInferred(Row row, Owner.Processes owner, Supervision supervision) {
        return row.live().evidence() instanceof Evidence.Inferred && supervision.service() instanceof Service.Unit unit && !unit.user()
                && owner.belongsTo() instanceof Belonging.Unit(String name, boolean user) && !user && name.equals(unit.name())
                        ? Optional.of(unit)
                        : Optional.empty();
    }

    /** The helper of an administrator tells a holder by the cookie of its socket, and looks for that where we are. */
    private boolean takesConsent(Row row, List<ProcessFacts> holders, Supervision supervision) {
        boolean out = switch (row.live().evidence()) {
            case Evidence.Exact() -> holders.stream().anyMatch(who -> self.mayNotStop(who.user()));
            case Evidence.Inferred(int candidates) -> candidates == 1;
            case Evidence.Remembered _,Evidence.Resolving _ -> false;
        };
        return out && self.consent() && supervision.service() == null && row.socket().cookie() != 0 && row.socket().namespace() == 0;
    }

    /** Only whoever runs the service can stop it, and asks for the right by himself. */
    private StopPlan hidden(Snapshot snapshot, Row row, Supervision supervision, Service service) {
        Effects effects = Effects.of(snapshot, row, List.of(), service);
        Way stop = new Way.Stop(service);
        List<Warning> warnings = supervision.children().stream().flatMap(who -> warnings(who).stream()).toList();
        return new StopPlan.Possible(row, List.of(), false, effects.closesToo(), effects.cuts(), effects.staysHeld(), warnings,
                effects.testOn(), supervision, List.of(stop), stop);
    }

    private static Optional<Obstacle> unsure(Row row, Owner.Processes owner) {
        return switch (row.live().evidence()) {
            case Evidence.Exact() -> Optional.empty();
            case Evidence.Inferred(int candidates) -> Optional.of(new Obstacle.OnlyInferred(owner.first(), candidates));
            case Evidence.Remembered() -> Optional.of(new Obstacle.NotKnown(Owner.Reason.FORGOTTEN));
            case Evidence.Resolving() -> Optional.of(new Obstacle.StillLooking());
        };
    }

    private Optional<Obstacle> refusal(ProcessFacts who, Supervision supervision) {
        if (who.id().pid() == FIRST_PROCESS && supervision.service() == null) {
            return Optional.of(new Obstacle.Refused(Refusal.FIRST_PROCESS, who));
        }
        if (who.id().pid() == self.pid()) {
            return Optional.of(new Obstacle.Refused(Refusal.QUAYWATCH_ITSELF, who));
        }
        boolean noProgram = who.commandLine().isEmpty() && who.executable().isEmpty();
        return noProgram && (who.id().pid() == KTHREADD || who.parent() == KTHREADD)
                ? Optional.of(new Obstacle.Refused(Refusal.KERNEL_THREAD, who))
                : Optional.empty();
    }

    /** Whoever runs a service decides himself who may stop it. */
    private Optional<Obstacle> foreign(ProcessFacts who, Supervision supervision) {
        return supervision.service() == null && who.user() != null && self.mayNotStop(who.user())
                ? Optional.of(new Obstacle.OthersProcess(who, who.user()))
                : Optional.empty();
    }

    /** Numbers of the processes that get no signal from us in any way. */
    private Set<Long> spared(List<ProcessFacts> among) {
        Set<Long> spared = new HashSet<>(List.of(FIRST_PROCESS, self.pid()));
        among.stream().filter(who -> self.mayNotStop(who.user())).forEach(who -> spared.add(who.id().pid()));
        return spared;
    }

    /** Dangers of all ways, so that they stand there before one is chosen. A service manager that only listens for a service goes on. */
    private List<Warning> warnings(List<ProcessFacts> holders, List<Way> ways, Supervision supervision) {
        Stream<ProcessFacts> signalled = ways.stream().flatMap(way -> way.signalled().stream());
        Stream<ProcessFacts> stopped = holders.stream()
                .filter(who -> !(ways.getFirst() instanceof Way.Stop && Session.isServiceManager(who)));
        return Stream.concat(Stream.concat(stopped, signalled).distinct().flatMap(who -> warnings(who).stream()),
                keepers(ways, supervision)).toList();
    }

    /** Those that would be asked to end and keep more than the holder. */
    private static Stream<Warning> keepers(List<Way> ways, Supervision supervision) {
        Set<ProcessFacts> asked = ways.stream().flatMap(way -> way.signalled().stream()).collect(Collectors.toSet());
        return supervision.causes().stream().filter(Cause.Keeper.class::isInstance).map(Cause.Keeper.class::cast)
                .filter(keeper -> keeper.others() > 0 && asked.contains(keeper.who()))
                .map(keeper -> new Warning(Danger.OTHER_PROGRAMS, keeper.who()));
    }

    private List<Warning> warnings(ProcessFacts who) {
        List<Warning> warnings = new ArrayList<>();
        if (self.ancestors().contains(who.id().pid())) {
            warnings.add(new Warning(Danger.OWN_ANCESTOR, who));
        }
        if (Session.isDesktop(who.name())) {
            warnings.add(new Warning(Danger.DESKTOP, who));
        }
        if (Session.isRemoteLogin(who.name())) {
            warnings.add(new Warning(Danger.REMOTE_LOGIN, who));
        }
        return warnings;
    }
}
