package quaywatch.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

/** Works out the ways to stop the holders of a port, the suggested one first. Pure. */
final class Ways {

    private Ways() {}

    /**
     * The suggested way is the one that nothing known undoes: the service, else those who would start the holders again, else the holders
     * themselves. A process that must not be signalled ({@code spared}) is in none of them.
     */
    static List<Way> of(List<ProcessFacts> holders, Supervision supervision, Set<Long> spared) {
        List<ProcessFacts> asked = parentsFirst(holders).stream().filter(who -> !spared.contains(who.id().pid())).toList();
        List<ProcessFacts> keepers = keepers(supervision, holders).stream().filter(who -> !spared.contains(who.id().pid())).toList();
        List<Way> ways = new ArrayList<>();
        if (supervision.service() != null) {
            ways.add(new Way.Stop(supervision.service()));
        }
        if (asked.size() == holders.size() && !asked.isEmpty() && !standsIn(supervision, holders)) {
            if (!keepers.isEmpty()) {
                ways.add(new Way.AskKeepers(keepers, asked));
            }
            ways.add(new Way.Ask(asked));
            List<ProcessFacts> children = supervision.children().stream().filter(who -> !spared.contains(who.id().pid())).toList();
            if (!children.isEmpty()) {
                ways.add(new Way.AskTree(asked, children));
            }
        }
        return List.copyOf(ways);
    }

    /** Each with the consent of an administrator; those who would start them again, and processes below them, are not asked about. */
    static List<Way> withConsent(List<ProcessFacts> holders) {
        return List.of(new Way.AskAdministrator(parentsFirst(holders)));
    }

    /** One process alone, and where any child may be asked, with all below it. */
    static List<Way> of(ProcessFacts who, List<ProcessFacts> below, Set<Long> spared) {
        List<ProcessFacts> children = below.stream().filter(child -> !spared.contains(child.id().pid())).toList();
        Way alone = new Way.Ask(List.of(who));
        return children.isEmpty() ? List.of(alone) : List.of(alone, new Way.AskTree(List.of(who), children));
    }

    /**
     * Whether a holder only stands in for the service: a forwarder, whose end would leave a container with a port that leads nowhere, or
     * systemd, which listens for a socket unit.
     */
    private static boolean standsIn(Supervision supervision, List<ProcessFacts> holders) {
        return switch (supervision.service()) {
            case Service.Container(_, _, _, _, var through, _) -> through != null;
            case Service.Unit unit -> !unit.sockets().isEmpty() && holders.stream().anyMatch(Session::isServiceManager);
            case null -> false;
        };
    }

    /** Those who would start the holders again and are not holders themselves, the outermost first. */
    private static List<ProcessFacts> keepers(Supervision supervision, List<ProcessFacts> holders) {
        Set<ProcessId> own = holders.stream().map(ProcessFacts::id).collect(Collectors.toSet());
        return supervision.causes().reversed().stream().map(Ways::keeper).filter(Objects::nonNull)
                .filter(who -> !own.contains(who.id())).distinct().toList();
    }

    private static @Nullable ProcessFacts keeper(Cause cause) {
        return switch (cause) {
            case Cause.Keeper(_, var who, _, _) -> who;
            case Cause.Loop(var who, _) -> who;
            case Cause.Workers(var who, _) -> who;
            case Cause.Forked(var who) -> who;
            case Cause.SameParent(var who) -> who;
            case Cause.Unit _,Cause.SocketUnit _,Cause.Container _ -> null;
        };
    }

    /** A parent is asked before its children, so that it does not replace them. */
    private static List<ProcessFacts> parentsFirst(List<ProcessFacts> holders) {
        return holders.stream().sorted(Comparator.comparingInt(who -> depth(who, holders))).toList();
    }

    private static int depth(ProcessFacts who, List<ProcessFacts> among) {
        int depth = 0;
        long parent = who.parent();
        // A chain can't be longer than the list; a ring, from facts of different moments, must not hold us.
        while (depth < among.size()) {
            long wanted = parent;
            Stream<ProcessFacts> found = among.stream().filter(other -> other.id().pid() == wanted);
            ProcessFacts next = found.findFirst().orElse(null);
            if (next == null) {
                break;
            }
            parent = next.parent();
            depth++;
        }
        return depth;
    }
}
