package quaywatch.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import quaywatch.control.Planner;
import quaywatch.control.Service;
import quaywatch.control.StopPlan;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopPlan.StaysHeld;
import quaywatch.control.Supervision;
import quaywatch.control.Supervisors;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/** Plans for all holders of some ports: one plan for each port and holder, in the order of the ports. */
final class PortPlans {

    private static final Address LOOPBACK = Address.v4(0x7f00_0001);

    private final Planner planner;
    private final Supervisors supervisors;

    PortPlans(Planner planner, Supervisors supervisors) {
        this.planner = planner;
        this.supervisors = supervisors;
    }

    /** The plans; may block for seconds, as it is found out who looks after the holders. */
    List<StopPlan> of(Snapshot snapshot, Protocol protocol, Collection<Integer> ports) {
        List<StopPlan> plans = new ArrayList<>();
        for (int port : new TreeSet<>(ports)) {
            Set<Owner> seen = new HashSet<>();
            List<StopPlan> same = snapshot.rows().stream().filter(row -> holds(row, protocol, port, true))
                    .filter(row -> seen.add(row.live().owner())).map(row -> plan(snapshot, row)).toList();
            plans.addAll(together(onceEach(same)));
        }
        return plans;
    }

    /** Whoever holds the port for the same container, at another address, goes with it. */
    private static List<StopPlan> onceEach(List<StopPlan> plans) {
        Set<String> containers = new HashSet<>();
        return plans.stream().filter(plan -> !(plan instanceof Possible possible
                && possible.comesBack().service() instanceof Service.Container container && !container.published().isEmpty())
                || containers.add(container.id())).toList();
    }

    /** The same number in another network namespace is another port: its holder is in nobody's way here. */
    static boolean holds(Row row, Protocol protocol, int port, boolean here) {
        return !row.isClosed() && row.socket().holdsPort() && row.socket().protocol() == protocol && row.socket().local().port() == port
                && here == (row.socket().namespace() == 0);
    }

    private StopPlan plan(Snapshot snapshot, Row row) {
        StopPlan plan = planner.plan(snapshot, row);
        Supervision found = supervisors.of(row.socket(), row.live().owner());
        return found.equals(Supervision.NONE) ? plan : planner.plan(snapshot, row, found);
    }

    /** A plan alone says that other holders of its port are left alone. They are not if all are stopped: the last one tests the whole port. */
    private static List<StopPlan> together(List<StopPlan> plans) {
        Set<Owner> stopped = plans.stream().filter(Possible.class::isInstance).map(plan -> plan.row().live().owner())
                .collect(Collectors.toSet());
        List<StopPlan> told = new ArrayList<>(plans.stream()
                .map(plan -> plan instanceof Possible possible ? without(possible, stopped) : plan).toList());
        if (stopped.size() > 1 && told.reversed().stream().filter(Possible.class::isInstance).findFirst()
                .orElseThrow() instanceof Possible last && last.staysHeld().isEmpty() && !last.testOn().isEmpty()) {
            told.set(told.indexOf(last), testing(last, everywhere(last.testOn())));
        }
        return told;
    }

    private static List<Address> everywhere(List<Address> own) {
        Set<Address> all = new LinkedHashSet<>(List.of(Address.ANY_V4, LOOPBACK));
        all.addAll(own);
        all.add(Address.ANY_V6);
        return List.copyOf(all);
    }

    private static Possible without(Possible plan, Set<Owner> stopped) {
        List<StaysHeld> stays = plan.staysHeld().stream().filter(other -> !stopped.contains(other.owner())).toList();
        return new Possible(plan.row(), plan.holders(), plan.own(), plan.closesToo(), plan.cuts(), stays, plan.warnings(), plan.testOn(),
                plan.comesBack(), plan.ways(), plan.way());
    }

    private static Possible testing(Possible plan, List<Address> testOn) {
        return new Possible(plan.row(), plan.holders(), plan.own(), plan.closesToo(), plan.cuts(), plan.staysHeld(), plan.warnings(),
                testOn,
                plan.comesBack(), plan.ways(), plan.way());
    }
}
