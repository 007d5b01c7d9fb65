package quaywatch.control.linux;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Cause;
import quaywatch.control.Service;
import quaywatch.control.Supervision;
import quaywatch.control.Supervisors;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.Users;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;

/**
 * Looks for those who start a process again among its parents, at systemd and at the container runtimes. What is told is told by facts: the
 * program that runs, the form of its command line, files that name it; a name alone blames nobody.
 */
public final class LinuxSupervisors implements Supervisors {

    private final Glances glances;
    private final Faces faces;
    private final UnitCauses units;
    private final ContainerCauses containers;
    private final Parents parents;

    LinuxSupervisors(Glances glances, Faces faces, Systemd systemd, Containers containers) {
        this.glances = glances;
        this.faces = faces;
        this.units = new UnitCauses(systemd, faces);
        this.containers = new ContainerCauses(containers, glances, faces);
        this.parents = new Parents(glances, faces);
    }

    /** Those of the machine we run on. */
    public static LinuxSupervisors ofThisMachine(Clock clock) {
        ProcFs fs = new ProcFs(ProcFs.LIVE_ROOT);
        Glances glances = new Glances(fs);
        return new LinuxSupervisors(glances, new Faces(glances, new Users(Users.MACHINE), new BootClock(fs, clock)),
                Systemd.ofThisMachine(), Containers.ofThisMachine());
    }

    @Override
    public Supervision of(Socket socket, List<ProcessFacts> holders) {
        return look(socket, holders);
    }

    @Override
    public Supervision of(ProcessFacts process) {
        return look(null, List.of(process));
    }

    /** @param socket  what they hold; null where it is not about a socket */
    private Supervision look(@Nullable Socket socket, List<ProcessFacts> holders) {
        List<Glance> held = holders.stream()
                .flatMap(who -> glances.at(who.id().pid()).filter(now -> now.start() == who.id().start()).stream())
                .toList();
        if (held.isEmpty()) {
            return Supervision.NONE;
        }
        List<Glance> line = parents.above(held);
        List<Cause> causes = new ArrayList<>(parents.causes(held, line));
        // The unit round a container or a forwarder is that of its engine, which runs all the others too.
        UnitCauses.Found kept = containers.of(socket, holders, held).orElseGet(() -> units.of(socket, holders, held, line));
        causes.addAll(kept.causes());
        @Nullable
        Service service = kept.service();
        return new Supervision(causes, service, children(held), line.isEmpty() ? null : faces.of(line.getFirst()));
    }

    @Override
    public Supervision hidden(Socket socket, Belonging belonging) {
        return containers.hidden(socket, belonging).or(() -> units.hidden(belonging, glances))
                .map(kept -> new Supervision(kept.causes(), kept.service(), below(kept), null)).orElse(Supervision.NONE);
    }

    /** The processes of a hidden unit are hidden only as far as their files go. */
    private List<ProcessFacts> below(UnitCauses.Found kept) {
        ProcessFacts main = kept.main();
        return main == null
                ? List.of()
                : Stream.concat(Stream.of(main),
                        glances.below(Set.of(main.id().pid())).stream().flatMap(pid -> glances.at(pid).stream()).map(faces::of)).toList();
    }

    private List<ProcessFacts> children(List<Glance> held) {
        Set<Long> roots = held.stream().filter(who -> !UnitCauses.isManager(who)).map(Glance::pid)
                .collect(Collectors.toCollection(HashSet::new));
        return glances.below(roots).stream().flatMap(pid -> glances.at(pid).stream()).map(faces::of).toList();
    }
}
