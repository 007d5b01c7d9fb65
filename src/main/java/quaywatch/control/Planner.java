package quaywatch.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import quaywatch.control.Outcome.Refusal;
import quaywatch.control.StopPlan.Danger;
import quaywatch.control.StopPlan.Warning;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/** Works out what stopping the holder of a port means. Pure: reads one snapshot, asks nobody. */
public final class Planner {

    /** Number of the process that the kernel starts all its threads from; only its children without a program are such threads. */
    private static final long KTHREADD = 2;

    private final Self self;

    public Planner(Self self) {
        this.self = self;
    }

    /** The plan to free the port that {@code row} holds. */
    public StopPlan plan(Snapshot snapshot, Row row) {
        if (row.isClosed()) {
            return new StopPlan.Impossible(row, new Obstacle.Closed());
        }
        if (!row.socket().holdsPort()) {
            return new StopPlan.Impossible(row, new Obstacle.HoldsNoPort());
        }
        return switch (row.live().owner()) {
            case Owner.Processes processes -> plan(snapshot, row, processes);
            case Owner.Service(var belonging, var user) -> new StopPlan.Impossible(row, new Obstacle.HiddenService(belonging, user));
            case Owner.UserOnly(var user) -> new StopPlan.Impossible(row, new Obstacle.HiddenProcess(user));
            case Owner.Kernel() -> new StopPlan.Impossible(row, new Obstacle.KernelHolds());
            case Owner.Unknown(var reason) -> new StopPlan.Impossible(row,
                    row.live().evidence() instanceof Evidence.Resolving ? new Obstacle.StillLooking() : new Obstacle.NotKnown(reason));
        };
    }

    private StopPlan plan(Snapshot snapshot, Row row, Owner.Processes owner) {
        List<ProcessFacts> holders = owner.holders();
        Optional<Obstacle> obstacle = unsure(row, owner).or(() -> holders.stream().flatMap(who -> refusal(who).stream()).findFirst())
                .or(() -> holders.stream().flatMap(who -> foreign(who).stream()).findFirst());
        if (obstacle.isPresent()) {
            return new StopPlan.Impossible(row, obstacle.get());
        }
        Effects effects = Effects.of(snapshot, row, owner);
        return new StopPlan.Possible(row, holders, holders.stream().allMatch(who -> self.isOwn(who.user())), effects.closesToo(),
                effects.cuts(), effects.staysHeld(), holders.stream().flatMap(who -> warnings(who).stream()).toList(), effects.testOn());
    }

    private static Optional<Obstacle> unsure(Row row, Owner.Processes owner) {
        return switch (row.live().evidence()) {
            case Evidence.Exact() -> Optional.empty();
            case Evidence.Inferred(int candidates) -> Optional.of(new Obstacle.OnlyInferred(owner.first(), candidates));
            case Evidence.Remembered() -> Optional.of(new Obstacle.NotKnown(Owner.Reason.FORGOTTEN));
            case Evidence.Resolving() -> Optional.of(new Obstacle.StillLooking());
        };
    }

    private Optional<Obstacle> refusal(ProcessFacts who) {
        if (who.id().pid() == 1) {
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

    private Optional<Obstacle> foreign(ProcessFacts who) {
        return who.user() != null && self.mayNotStop(who.user())
                ? Optional.of(new Obstacle.OthersProcess(who, who.user()))
                : Optional.empty();
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
