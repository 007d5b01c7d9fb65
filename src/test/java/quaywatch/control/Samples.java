package quaywatch.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.History;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.model.User;

/** A small made-up machine for tests of plans and words. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-23T14:03:04Z");
    public static final User ME = new User(1000, "mira");
    public static final User ROOT = new User(0, "root");
    public static final Address HERE = Address.v4(0x7f000001);
    public static final Endpoint NONE = new Endpoint(Address.ANY_V4, 0);
    public static final Self SELF = new Self(500, Set.of(400L, 1L), ME);

    private Samples() {}

    public static ProcessFacts process(String name, long pid, @Nullable User user) {
        return process(name, pid, user, null);
    }

    public static ProcessFacts process(String name, long pid, @Nullable User user, @Nullable Belonging belongsTo) {
        return new ProcessFacts(new ProcessId(pid, pid * 10), 1, name, "/usr/bin/" + name, "/usr/bin/" + name, "/", user,
                NOW.minus(Duration.ofMinutes(42)), belongsTo);
    }

    public static Owner owner(ProcessFacts... holders) {
        return new Owner.Processes(List.of(holders));
    }

    public static Row listener(String at, int port, Owner owner) {
        return row(Protocol.TCP, end(at, port), NONE, SocketState.LISTEN, 0, owner);
    }

    public static Row connection(Endpoint local, Endpoint remote, Owner owner) {
        return row(Protocol.TCP, local, remote, SocketState.ESTABLISHED, 0, owner);
    }

    public static Endpoint end(String at, int port) {
        return new Endpoint(Address.parse(at).orElseThrow(), port);
    }

    public static Row row(Protocol protocol, Endpoint local, Endpoint remote, SocketState state, long namespace, Owner owner) {
        Family family = local.address().family();
        Socket socket = new Socket(protocol, family, local, remote, state, owner instanceof Owner.Processes ? 1_000_000 + local.port() : 0,
                0, null, namespace,
                Queues.EMPTY, null);
        return new Row(socket, Live.first(owner, Evidence.EXACT, NOW.minus(Duration.ofMinutes(12)), true));
    }

    public static Row with(Row row, Evidence evidence) {
        return new Row(row.socket(), row.live().withOwner(row.live().owner(), evidence));
    }

    public static Snapshot snapshot(Row... rows) {
        return new Snapshot(1, NOW, List.of(rows), History.EMPTY, new SourceReport("", Duration.ZERO, 0, 0, true, List.of()));
    }
}
