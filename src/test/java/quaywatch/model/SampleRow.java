package quaywatch.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Builds a row by hand, naming only what a test is about. Each call gives a new object; the one before stays as it is. */
public record SampleRow(Socket socket, Live live) {

    /** The moment that tests take for the first tick. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    /** A TCP listener, {@code 0.0.0.0:80} or {@code [::]:80}. */
    public static SampleRow listener(String local) {
        return socket(Protocol.TCP, local, "", SocketState.LISTEN);
    }

    /** An established TCP connection. */
    public static SampleRow connection(String local, String remote) {
        return socket(Protocol.TCP, local, remote, SocketState.ESTABLISHED);
    }

    /** A UDP socket without a peer. */
    public static SampleRow udp(String local) {
        return socket(Protocol.UDP, local, "", SocketState.BOUND);
    }

    /** Any socket; an empty {@code remote} means no peer. */
    public static SampleRow socket(Protocol protocol, String local, String remote, SocketState state) {
        Endpoint near = endpoint(local);
        Endpoint far = remote.isEmpty()
                ? new Endpoint(near.address().family() == Family.IPV4 ? Address.ANY_V4 : Address.ANY_V6, 0)
                : endpoint(remote);
        Socket socket = new Socket(protocol, near.address().family(), near, far, state, 0, 0, null, 0, Queues.EMPTY, null);
        return new SampleRow(socket, Live.first(new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.EXACT, START, false));
    }

    /** {@code 10.0.0.1:22}, {@code [fe80::1%eth0]:22}, {@code mapped:10.0.0.1:22}. */
    public static Endpoint endpoint(String text) {
        boolean mapped = text.startsWith("mapped:");
        String plain = mapped ? text.substring("mapped:".length()) : text;
        int colon = plain.lastIndexOf(':');
        String host = plain.substring(0, colon).replaceAll("[\\[\\]]", "");
        String[] parts = host.split("%", 2);
        Address address = Address.parse(parts[0]).orElseThrow();
        return new Endpoint(mapped ? Address.v6(0, 0xffff_0000_0000L | address.low()) : address, parts.length == 2 ? parts[1] : "",
                Integer.parseInt(plain.substring(colon + 1)));
    }

    /** Facts of a process with nothing but a pid, a name and a command line. */
    public static ProcessFacts process(long pid, String name, String commandLine, @Nullable Belonging belongsTo) {
        return new ProcessFacts(new ProcessId(pid, pid * 10), 1, name, commandLine, "", "", new User(1000, "ada"), START, belongsTo);
    }

    public SampleRow by(long pid, String name) {
        return by(process(pid, name, name, null));
    }

    public SampleRow by(ProcessFacts... holders) {
        return by(new Owner.Processes(List.of(holders)), Evidence.EXACT);
    }

    public SampleRow by(Owner owner, Evidence evidence) {
        return new SampleRow(socket, live.withOwner(owner, evidence));
    }

    public SampleRow user(long uid, String name) {
        return with(socket.inode(), socket.cookie(), new User(uid, name), socket.namespace(), socket.queues(), socket.timerEnd());
    }

    public SampleRow inode(long inode) {
        return with(inode, socket.cookie(), socket.user(), socket.namespace(), socket.queues(), socket.timerEnd());
    }

    public SampleRow cookie(long cookie) {
        return with(socket.inode(), cookie, socket.user(), socket.namespace(), socket.queues(), socket.timerEnd());
    }

    public SampleRow namespace(long namespace) {
        return with(socket.inode(), socket.cookie(), socket.user(), namespace, socket.queues(), socket.timerEnd());
    }

    public SampleRow queues(long receive, long send) {
        return with(socket.inode(), socket.cookie(), socket.user(), socket.namespace(), new Queues(receive, send), socket.timerEnd());
    }

    public SampleRow until(Instant end) {
        return with(socket.inode(), socket.cookie(), socket.user(), socket.namespace(), socket.queues(), end);
    }

    public SampleRow seen(Instant firstSeen, boolean fromStart) {
        return new SampleRow(socket,
                new Live(live.owner(), live.evidence(), firstSeen, fromStart, live.changed(), live.formerState(), live.closed(),
                        live.rates()));
    }

    public SampleRow changed(SocketState former, Instant at) {
        return new SampleRow(socket, live.withChange(former, at));
    }

    public SampleRow closed(Instant at) {
        return new SampleRow(socket, live.withClosed(at));
    }

    private SampleRow with(long inode, long cookie, @Nullable User user, long namespace, Queues queues, @Nullable Instant timerEnd) {
        return new SampleRow(new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), socket.state(), inode, cookie,
                user, namespace, queues, timerEnd, socket.cgroup(), socket.v6Only(), socket.tcp()), live);
    }

    /** Counters, and a round-trip time in microseconds; payload last went at {@code active}. */
    public SampleRow tcp(long sent, long received, long retransmits, long rtt, Instant active) {
        long millis = active.toEpochMilli();
        return new SampleRow(socket.withTcp(new TcpInfo(sent, received, retransmits, rtt, 0, millis, millis, 10, 0)), live);
    }

    public SampleRow v6Only(boolean only) {
        return new SampleRow(new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), socket.state(), socket.inode(),
                socket.cookie(), socket.user(), socket.namespace(), socket.queues(), socket.timerEnd(), socket.cgroup(), only,
                socket.tcp()), live);
    }

    /** Bytes a second. */
    public SampleRow rates(long in, long out) {
        return new SampleRow(socket, live.withRates(Rates.of(in, out)));
    }

    public Row row() {
        return new Row(socket, live);
    }

    /** A snapshot of some rows, taken at {@link #START}. */
    public static Snapshot snapshot(SampleRow... rows) {
        List<Row> all = new ArrayList<>();
        for (SampleRow row : rows) {
            all.add(row.row());
        }
        return snapshot(all);
    }

    public static Snapshot snapshot(List<Row> rows) {
        return new Snapshot(1, START, rows, History.EMPTY, Snapshot.NONE.report());
    }
}
