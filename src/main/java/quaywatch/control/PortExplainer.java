package quaywatch.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import quaywatch.control.PortAnswer.RuledOut;
import quaywatch.control.PortAnswer.TestBind;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.PortRules;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.User;

/** Explains test binds from one snapshot and the rules of the system. Pure: asks nobody. One instance explains one port. */
final class PortExplainer {

    private final Protocol protocol;
    private final int port;
    private final List<TestBind> binds;
    private final Coverage coverage;
    private final Snapshot snapshot;
    private final PortRules rules;
    private final List<Row> here;
    private final List<Row> elsewhere;

    /** @param binds  done before the snapshot was taken */
    PortExplainer(Protocol protocol, int port, List<TestBind> binds, Snapshot snapshot, PortRules rules) {
        this.protocol = protocol;
        this.port = port;
        this.binds = List.copyOf(binds);
        this.coverage = new Coverage(this.binds);
        this.snapshot = snapshot;
        this.rules = rules;
        List<Row> rows = rows(snapshot, protocol, port);
        here = rows.stream().filter(row -> row.socket().namespace() == 0).toList();
        elsewhere = rows.stream().filter(row -> row.socket().namespace() != 0 && row.socket().holdsPort()).toList();
    }

    private static List<Row> rows(Snapshot snapshot, Protocol protocol, int port) {
        return snapshot.rows().stream().filter(
                row -> !row.isClosed() && row.socket().protocol() == protocol && row.socket().local().port() == port).toList();
    }

    /** The answer, without other ports to take. */
    PortAnswer explain(Instant tested, @Nullable User user) {
        List<Reason> reasons = new ArrayList<>();
        holders(reasons);
        connections(reasons);
        waiting().ifPresent(reasons::add);
        privileged().ifPresent(reasons::add);
        unexplained().ifPresent(reasons::add);
        if (!elsewhere.isEmpty()) {
            reasons.add(new Reason.Elsewhere(elsewhere));
        }
        range(reasons).ifPresent(reasons::add);
        reasons.sort(Comparator.comparing(reason -> !reason.obstacle()));
        return new PortAnswer(protocol, port, tested, user, binds, verdict(), reasons, ruledOut(reasons), rules, List.of());
    }

    private PortAnswer.Verdict verdict() {
        boolean free = any(PortProbe.Verdict.FREE);
        if (any(PortProbe.Verdict.IN_USE)) {
            return free ? PortAnswer.Verdict.PARTLY : PortAnswer.Verdict.HELD;
        }
        if (!free) {
            return any(PortProbe.Verdict.NOT_PERMITTED) ? PortAnswer.Verdict.NOT_PERMITTED : PortAnswer.Verdict.NOT_TESTED;
        }
        return binds.stream().anyMatch(bind -> bind.alone() == PortProbe.Verdict.IN_USE)
                ? PortAnswer.Verdict.WITH_REUSE
                : PortAnswer.Verdict.FREE;
    }

    private boolean any(PortProbe.Verdict verdict) {
        return binds.stream().anyMatch(bind -> bind.verdict() == verdict);
    }

    private void holders(List<Reason> into) {
        boolean tcp = protocol == Protocol.TCP;
        owners(row -> row.socket().holdsPort() && (!tcp || row.socket().state() == SocketState.LISTEN))
                .forEach(rows -> into.add(new Reason.Held(rows, coverage.reach(rows))));
        if (tcp) {
            owners(row -> row.socket().holdsPort() && row.socket().state() == SocketState.BOUND)
                    .forEach(rows -> into.add(new Reason.BoundOnly(rows, coverage.reach(rows))));
        }
    }

    /** Connections count only where no listener explains them: those of a server come and go with it. */
    private void connections(List<Reason> into) {
        owners(row -> !row.socket().holdsPort() && row.socket().state() != SocketState.TIME_WAIT && !served(row.socket())).forEach(
                rows -> into.add(new Reason.Connected(rows, rules.ephemeral().contains(port),
                        rows.stream().anyMatch(row -> at(row, PortProbe.Verdict.IN_USE)))));
    }

    private boolean served(Socket connection) {
        return here.stream().map(Row::socket)
                .anyMatch(socket -> socket.state() == SocketState.LISTEN && coverage.overlap(socket, connection));
    }

    private boolean at(Row row, PortProbe.Verdict verdict) {
        return binds.stream().anyMatch(bind -> bind.verdict() == verdict && coverage.touches(bind.address(), row.socket()));
    }

    private Optional<Reason> waiting() {
        List<Row> rows = here.stream().filter(row -> row.socket().state() == SocketState.TIME_WAIT).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason.Waiting(rows,
                        rows.stream().map(row -> row.socket().timerEnd()).filter(Objects::nonNull).max(Instant::compareTo).orElse(null)));
    }

    private Optional<Reason> privileged() {
        return any(PortProbe.Verdict.NOT_PERMITTED)
                ? Optional.of(new Reason.Privileged(rules.told().map(PortRules.Limits::unprivilegedFrom).orElse(0)))
                : Optional.empty();
    }

    private Optional<Reason> unexplained() {
        List<Address> left = binds.stream().filter(bind -> bind.verdict() == PortProbe.Verdict.IN_USE).map(TestBind::address)
                .filter(address -> here.stream().map(Row::socket)
                        .noneMatch(socket -> socket.state() != SocketState.TIME_WAIT && coverage.touches(address, socket)))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Reason.Unexplained(left));
    }

    private Optional<Reason> range(List<Reason> others) {
        Optional<Reason> reserved = rules.told().flatMap(limits -> limits.reservedAround(port)).map(Reason.Reserved::new);
        boolean taken = others.stream().anyMatch(Reason::obstacle);
        return reserved.or(() -> rules.ephemeral().contains(port) && !taken
                ? Optional.of(new Reason.Ephemeral(rules.ephemeral(), rules.told().map(PortRules.Limits::reserved).orElse(List.of())))
                : Optional.empty());
    }

    /** A look that found no socket at all has failed, and rules nothing out. */
    private List<RuledOut> ruledOut(List<Reason> reasons) {
        boolean looked = !snapshot.rows().isEmpty();
        List<RuledOut> out = new ArrayList<>();
        if (looked && here.stream().noneMatch(row -> row.socket().holdsPort())) {
            out.add(RuledOut.HOLDER);
        }
        if (looked && here.stream().allMatch(row -> row.socket().holdsPort())) {
            out.add(RuledOut.CONNECTIONS);
        }
        if (rules.limits() != null && reasons.stream().noneMatch(Reason.Privileged.class::isInstance)) {
            out.add(RuledOut.RIGHTS);
        }
        if (rules.told().filter(limits -> limits.reservedAround(port).isEmpty()).isPresent()) {
            out.add(RuledOut.RESERVED);
        }
        if (!rules.ephemeral().contains(port)) {
            out.add(RuledOut.EPHEMERAL);
        }
        if (looked && rules.limits() != null && elsewhere.isEmpty()) {
            out.add(RuledOut.NAMESPACE);
        }
        return out;
    }

    /** Rows of one owner together, in the order of the snapshot. */
    private List<List<Row>> owners(Predicate<Row> wanted) {
        Map<Owner, List<Row>> byOwner = new LinkedHashMap<>();
        here.stream().filter(wanted).forEach(row -> byOwner.computeIfAbsent(row.live().owner(), _ -> new ArrayList<>()).add(row));
        return List.copyOf(byOwner.values());
    }
}
