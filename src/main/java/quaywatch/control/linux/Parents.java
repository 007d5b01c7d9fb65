package quaywatch.control.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import quaywatch.control.Cause;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;

/** The line of parents of a holder, and what it tells. */
final class Parents {

    /** More than any real chain of starters; facts of different moments could hold a ring. */
    private static final int MOST = 32;

    private final Glances glances;
    private final Faces faces;
    private final Keepers keepers;

    Parents(Glances glances, Faces faces) {
        this.glances = glances;
        this.faces = faces;
        this.keepers = new Keepers(glances, faces);
    }

    /** The topmost of the holders: the one whose parent is none of them. */
    static Glance top(List<Glance> held) {
        Set<Long> pids = held.stream().map(Glance::pid).collect(Collectors.toSet());
        return held.stream().filter(who -> !pids.contains(who.parent())).findFirst().orElse(held.getFirst());
    }

    /** From the parent of the topmost holder up to, and without, the first process or another service manager. */
    List<Glance> above(List<Glance> held) {
        List<Glance> line = new ArrayList<>();
        Glance below = top(held);
        while (line.size() < MOST) {
            long start = below.start();
            // A parent that is younger than its child has the number of the real one.
            Optional<Glance> next = glances.at(below.parent())
                    .filter(who -> who.pid() > 1 && who.start() <= start && !UnitCauses.isManager(who));
            if (next.isEmpty()) {
                break;
            }
            below = next.get();
            line.add(below);
        }
        return line;
    }

    /** What the parents would do, the nearest first. */
    List<Cause> causes(List<Glance> held, List<Glance> line) {
        List<Cause> causes = new ArrayList<>();
        Glance child = top(held);
        long workers = held.stream().filter(who -> who.parent() == child.pid()).count();
        if (workers > 0) {
            causes.add(new Cause.Workers(faces.of(child), (int) workers));
        }
        Glance below = child;
        for (Glance parent : line) {
            keepers.of(parent, below).ifPresent(causes::add);
            below = parent;
        }
        if (causes.isEmpty() && !line.isEmpty() && child.isCopyOf(line.getFirst()) && !Shell.is(child)) {
            causes.add(new Cause.Forked(faces.of(line.getFirst())));
        }
        return causes;
    }
}
