package quaywatch.collect.linux;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.CgroupPlace;
import quaywatch.kernel.CgroupTree;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.User;

/**
 * What can be said of a socket whose holder is hidden from us: the unit or container of the control group in which it was made, and which
 * processes of its user are in there. A single one probably holds it; that is told as inferred, never as seen.
 */
final class HiddenOwners {

    private final CgroupTree groups;
    private final Neighbours neighbours;
    private final ProcessCache facts;
    private List<Holder> processes = List.of();
    private Instant now = Instant.EPOCH;
    private int tick;
    private int followed;
    private boolean wanted;
    private boolean news;

    HiddenOwners(CgroupTree groups, Neighbours neighbours, ProcessCache facts) {
        this.groups = groups;
        this.neighbours = neighbours;
        this.facts = facts;
    }

    /** Begins a tick with these processes. They are followed only while some socket is hidden, which is asked anew now and then. */
    void startTick(List<Holder> all, int newTick, Instant time) {
        processes = all;
        tick = newTick;
        now = time;
        news = wanted && tick % Neighbours.ROUND == 0;
        if (news) {
            wanted = false;
        } else if (wanted) {
            follow();
        }
    }

    private void follow() {
        if (followed != tick) {
            followed = tick;
            news |= neighbours.update(processes, tick);
        }
    }

    /** Whether something else than before may have to be said of sockets that have not changed. */
    boolean news() {
        return news;
    }

    /** What to say of a socket of this user. */
    Sighting sighting(Watched watched, User user, View view) {
        if (watched.socket().namespace() != 0) {
            // Its control group is not told, and whoever else is in that namespace may hold it as well.
            return watched.sighting(new Owner.UserOnly(user), Evidence.EXACT);
        }
        Optional<CgroupPlace> place = groups.place(watched.socket().cgroup(), now);
        if (place.isEmpty()) {
            return watched.sighting(new Owner.UserOnly(user), Evidence.EXACT);
        }
        if (view.ownUid() > 0) {
            // Other people's sockets stay hidden from us; what else may change is told by news().
            watched.settle();
        }
        return sighting(watched, user, place.get());
    }

    private Sighting sighting(Watched watched, User user, CgroupPlace place) {
        wanted = true;
        follow();
        List<Holder> candidates = neighbours.of(user.uid(), place.path());
        Owner.@Nullable Processes only = candidates.size() == 1 ? facts.owner(candidates.getFirst(), tick) : null;
        if (only != null) {
            return watched.sighting(only, new Evidence.Inferred(1));
        }
        return place.belonging()
                .map(it -> watched.sighting(new Owner.Service(it, user),
                        candidates.size() > 1 ? new Evidence.Inferred(candidates.size()) : Evidence.EXACT))
                .orElseGet(() -> watched.sighting(new Owner.UserOnly(user), Evidence.EXACT));
    }
}
