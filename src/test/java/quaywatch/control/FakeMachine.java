package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

import static java.util.Objects.requireNonNullElse;

/** Processes, a port and a clock that do what a test says; what happened is in {@link #events}. */
public final class FakeMachine implements Lever, ServiceLever, PortProbe, PortHolders, Supervisors, Pace {

    public final List<String> events = new ArrayList<>();
    /** What {@link #take} answers for a pid; a grip where nothing is said. */
    public final Map<Long, Hold> holds = new HashMap<>();
    /** What a signal answers for a pid; delivered where nothing is said. */
    public final Map<Long, Sent> sendings = new HashMap<>();
    /** How long each pid lives after being asked; for ever where nothing is said. */
    public final Map<Long, Duration> lives = new HashMap<>();
    /** When the port is free; at once where nothing is said. */
    public Duration freeAt = Duration.ZERO;
    public Verdict free = Verdict.FREE;
    public List<Owner> holders = List.of();
    boolean holdsSocket = true;
    /** From when on others hold the port, and who. */
    public Duration backAt = Duration.ofDays(999);
    public List<Owner> back = List.of();
    /** From when on it is known who. */
    Duration namedAt = Duration.ZERO;
    public Supervision supervision = Supervision.NONE;
    Sent stopped = new Sent.Delivered();
    private final Map<Long, Duration> ends = new HashMap<>();
    private Duration now = Duration.ZERO;

    public StopTools tools(Patience patience) {
        return new StopTools(this, this, this, this, this, patience, this);
    }

    StopFlow flow(Patience patience, StopOrder order) {
        return tools(patience).flow(order);
    }

    Duration now() {
        return now;
    }

    @Override
    public long nanos() {
        return now.toNanos();
    }

    @Override
    public void pause(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Hold take(Target target) {
        long pid = target.holder().id().pid();
        events.add("take " + pid);
        return requireNonNullElse(holds.get(pid), new Hold.Held(new FakeGrip(pid)));
    }

    @Override
    public Result test(Protocol protocol, int port, List<Address> addresses) {
        events.add("test");
        return new Result(addresses.stream().map(address -> new Bind(address, now.compareTo(freeAt) < 0 ? Verdict.IN_USE : free)).toList());
    }

    @Override
    public List<Owner> of(Protocol protocol, int port, long namespace) {
        return now.compareTo(backAt) < 0
                ? holders
                : now.compareTo(namedAt) < 0 ? List.of(new Owner.Unknown(Owner.Reason.NOT_FOUND)) : back;
    }

    @Override
    public Supervision of(Socket socket, List<ProcessFacts> who) {
        return supervision;
    }

    @Override
    public Supervision of(ProcessFacts who) {
        return supervision;
    }

    @Override
    public Sent stop(Service service) {
        events.add("stop " + service.name());
        lives.forEach((pid, life) -> ends.putIfAbsent(pid, now.plus(life)));
        return stopped;
    }

    private final class FakeGrip implements Grip {

        private final long pid;

        private FakeGrip(long pid) {
            this.pid = pid;
        }

        private Sent sent(String what, Duration end) {
            events.add(what + " " + pid);
            ends.putIfAbsent(pid, end);
            return requireNonNullElse(sendings.get(pid), new Sent.Delivered());
        }

        @Override
        public Sent ask() {
            return lives.containsKey(pid) ? sent("ask", now.plus(lives.get(pid))) : sent("ask", Duration.ofDays(999));
        }

        @Override
        public Sent force() {
            ends.put(pid, now);
            return sent("force", now);
        }

        @Override
        public boolean holdsSocket() {
            return holdsSocket;
        }

        @Override
        public boolean awaitEnd(Duration limit) {
            Duration end = requireNonNullElse(ends.get(pid), Duration.ofDays(999));
            Duration until = now.plus(limit);
            now = end.compareTo(until) > 0 ? until : end.compareTo(now) > 0 ? end : now;
            return end.compareTo(now) <= 0;
        }

        @Override
        public void close() {
            events.add("close " + pid);
        }
    }
}
