package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

/** Tells whether somebody took a port of an order who did not hold it before, and who started them. Looks instead of binding, so as to be in nobody's way. */
final class Newcomers {

    private static final int MORE_LOOKS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final StopOrder order;
    private final StopTools tools;
    private final Set<ProcessId> before = new HashSet<>();
    /** Owners without a process that were there after the end; before it, whom we stopped may have been among them. */
    private List<Seen> hidden = List.of();
    private boolean settled;

    /** Who holds which port. */
    private record Seen(Deed.Port port, Owner owner) {}

    /** Looks who holds the ports before anything is done. */
    Newcomers(StopOrder order, StopTools tools) {
        this.order = order;
        this.tools = tools;
        holders().forEach(seen -> before.addAll(ids(seen.owner())));
        order.targets().forEach(target -> before.add(target.holder().id()));
    }

    private List<Seen> holders() {
        List<Seen> seen = new ArrayList<>();
        tools.holders().of(order.watched(), order.namespace())
                .forEach((port, owners) -> owners.forEach(owner -> seen.add(new Seen(port, owner))));
        return seen;
    }

    /** Takes whoever is hidden now as one who was there before. */
    void settle() {
        hidden = holders().stream().filter(seen -> ids(seen.owner()).isEmpty()).toList();
        settled = true;
    }

    /** The outcome if there is a newcomer. A socket may be seen before its process is; then it looks again, a few times. */
    Optional<Outcome> look() throws InterruptedException {
        List<Seen> now = holders();
        for (int i = 0; i < MORE_LOOKS && now.stream().anyMatch(this::isUnclear); i++) {
            tools.pace().pause(PAUSE);
            now = holders();
        }
        return newcomer(now);
    }

    private boolean isUnclear(Seen seen) {
        return seen.owner() instanceof Owner.Unknown && !hidden.contains(seen);
    }

    private Optional<Outcome> newcomer(List<Seen> now) {
        for (Seen seen : now) {
            if (seen.owner() instanceof Owner.Processes(List<ProcessFacts> holders)) {
                List<ProcessFacts> fresh = holders.stream().filter(who -> !before.contains(who.id())).toList();
                if (!fresh.isEmpty()) {
                    return Optional.of(new Outcome.RespawnedBy(new Owner.Processes(fresh), causes(fresh), seen.port()));
                }
            } else if (settled && !hidden.contains(seen)) {
                return Optional.of(new Outcome.RespawnedBy(seen.owner(), List.of(), seen.port()));
            }
        }
        return Optional.empty();
    }

    private static List<ProcessId> ids(Owner owner) {
        return owner instanceof Owner.Processes(List<ProcessFacts> holders) ? holders.stream().map(ProcessFacts::id).toList() : List.of();
    }

    private List<Cause> causes(List<ProcessFacts> fresh) {
        Supervision found = order.targets().stream().map(Target::socket).filter(socket -> socket != null).findFirst()
                .map(socket -> tools.supervisors().of(socket, fresh)).orElseGet(() -> tools.supervisors().of(fresh.getFirst()));
        List<Cause> causes = new ArrayList<>(found.causes());
        ProcessFacts parent = found.parent();
        if (causes.isEmpty() && parent != null && startedBoth(parent)) {
            causes.add(new Cause.SameParent(parent));
        }
        return causes;
    }

    /** A parent that is younger than its child only has the number of the real one. */
    private boolean startedBoth(ProcessFacts parent) {
        return order.targets().stream().map(Target::holder)
                .anyMatch(stopped -> stopped.parent() == parent.id().pid() && parent.id().start() <= stopped.id().start());
    }
}
