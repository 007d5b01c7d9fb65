package quaywatch.control;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.model.Owner;
import quaywatch.model.ProcessId;

/** The test binds at the end. */
final class PortTest {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final StopOrder order;
    private final StopTools tools;
    private final StepLog log;

    PortTest(StopOrder order, StopTools tools, StepLog log) {
        this.order = order;
        this.tools = tools;
        this.log = log;
    }

    /** Binds, where there is a port, and again for a moment while the port is in use: the end of a process is not yet the end of its sockets. */
    PortProbe.Result prove() throws InterruptedException {
        if (!order.isForPort()) {
            return new PortProbe.Result(List.of());
        }
        log.set(Kind.TESTED, State.RUNNING);
        Duration until = log.elapsed().plus(tools.patience().settle());
        PortProbe.Result proof = probe();
        while (proof.held() && log.elapsed().compareTo(until) < 0) {
            tools.pace().pause(PAUSE);
            proof = probe();
        }
        log.set(Kind.TESTED, proof.held() ? State.FAILED : proof.free() ? State.DONE : State.WARNING);
        return proof;
    }

    PortProbe.Result probe() {
        return tools.probe().test(order.protocol(), order.port(), order.testOn());
    }

    /** Who holds the port now, without the processes just stopped: the scan behind the answer may be older than their end. */
    List<Owner> others() {
        Set<ProcessId> stopped = order.targets().stream().map(target -> target.holder().id()).collect(Collectors.toSet());
        return tools.holders().of(order.protocol(), order.port(), order.namespace()).stream()
                .filter(owner -> !(owner instanceof Owner.Processes held
                        && held.holders().stream().allMatch(holder -> stopped.contains(holder.id()))))
                .toList();
    }
}
