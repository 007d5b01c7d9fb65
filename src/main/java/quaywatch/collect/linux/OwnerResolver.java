package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;
import quaywatch.model.User;

/** Says who owns each socket after a walk, and how sure that is. What can't be seen is told as that, never guessed. */
final class OwnerResolver {

    private static final Owner FORGOTTEN = new Owner.Unknown(Owner.Reason.FORGOTTEN);
    private static final Owner NOT_FOUND = new Owner.Unknown(Owner.Reason.NOT_FOUND);
    private static final Owner KERNEL = new Owner.Kernel();
    /** A socket on its way from one process to another (SCM_RIGHTS) has no holder for a moment. */
    private static final int SURE_MISSES = 2;
    private static final int KERNEL_MISSES = 3;

    private final ProcessCache processes;
    private final HiddenOwners hidden;
    private final Listeners listeners = new Listeners();
    private int tick;

    OwnerResolver(ProcessCache processes, HiddenOwners hidden) {
        this.processes = processes;
        this.hidden = hidden;
    }

    /** The sightings of all sockets of the table, in its order. */
    List<Sighting> resolve(SocketTable table, View view, int newTick) {
        tick = newTick;
        listeners.forget();
        Sighting[] sightings = new Sighting[table.size()];
        for (int i = 0; i < sightings.length; i++) {
            Watched watched = table.get(i);
            @Nullable
            Sighting still = hidden.news() && !watched.held() ? null : watched.still();
            sightings[i] = still != null ? still : watched.inode() == 0 ? withoutInode(watched, table, view) : withInode(watched, view);
        }
        return Arrays.asList(sightings);
    }

    private Sighting withInode(Watched watched, View view) {
        @Nullable
        Owner owner = holders(watched);
        if (owner != null) {
            watched.settle();
            return watched.sighting(owner, Evidence.EXACT);
        }
        @Nullable
        User user = watched.socket().user();
        if (user != null && view.hides(user)) {
            return hidden.sighting(watched, user, view);
        }
        return view.complete() ? unheld(watched, view) : unread(watched);
    }

    /** The walk stopped before it came to the holder, or there is none: what was known before is the best there is. */
    private static Sighting unread(Watched watched) {
        @Nullable
        Owner before = watched.owner();
        if (before instanceof Owner.Processes) {
            // What was a guess is no memory either.
            return watched.sighting(before, watched.evidence() instanceof Evidence.Inferred guess ? guess : Evidence.REMEMBERED);
        }
        return watched.sighting(NOT_FOUND, Evidence.RESOLVING);
    }

    /** A whole walk found nobody. Once may be a race; after that it is what it is. */
    private static Sighting unheld(Watched watched, View view) {
        int misses = watched.misses();
        if (view.seesAll() && misses >= KERNEL_MISSES && KernelServices.mayHold(watched.socket())) {
            return watched.sighting(KERNEL, new Evidence.Inferred(0));
        }
        return watched.sighting(NOT_FOUND, misses >= SURE_MISSES ? Evidence.EXACT : Evidence.RESOLVING);
    }

    private @Nullable Owner holders(Watched watched) {
        if (!watched.held()) {
            return null;
        }
        Holder[] all = watched.holders();
        if (all.length == 1) {
            return processes.owner(all[0], tick);
        }
        List<ProcessFacts> holders = new ArrayList<>(all.length);
        for (Holder each : all) {
            Owner.@Nullable Processes holder = processes.owner(each, tick);
            if (holder != null) {
                holders.add(holder.first());
            }
        }
        return holders.isEmpty() ? null : same(watched.owner(), holders);
    }

    private static Owner same(@Nullable Owner former, List<ProcessFacts> holders) {
        return former instanceof Owner.Processes it && it.holders().equals(holders) ? it : new Owner.Processes(holders);
    }

    private Sighting withoutInode(Watched watched, SocketTable table, View view) {
        Socket socket = watched.socket();
        List<Watched> from = Listeners.waiting(socket) ? listeners.of(socket, table) : List.of();
        if (from.isEmpty()) {
            if (!Listeners.waiting(socket)) {
                watched.settle();
            }
            return watched.sighting(FORGOTTEN, Evidence.EXACT);
        }
        @Nullable
        User user = from.getFirst().socket().user();
        if (socket.user() == null && user != null) {
            watched.withUser(user);
        }
        return queued(watched, from, view);
    }

    /** A connection nobody has accepted yet belongs to whoever may accept it. */
    private Sighting queued(Watched watched, List<Watched> from, View view) {
        TreeMap<Long, ProcessFacts> candidates = new TreeMap<>();
        for (Watched listener : from) {
            if (holders(listener) instanceof Owner.Processes it) {
                it.holders().forEach(facts -> candidates.put(facts.id().pid(), facts));
            }
        }
        if (!candidates.isEmpty()) {
            return watched.sighting(same(watched.owner(), new ArrayList<>(candidates.values())), new Evidence.Inferred(candidates.size()));
        }
        @Nullable
        User user = watched.socket().user();
        if (user != null && view.hides(user)) {
            return hidden.sighting(watched, user, view);
        }
        return watched.sighting(user == null ? NOT_FOUND : new Owner.UserOnly(user), Evidence.EXACT);
    }
}
