package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.InterfaceSource;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketEvents.End;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.model.TcpInfo;

/** A machine made up for a test: sockets, interfaces and a clock, all set by hand. */
final class Scene implements InstantSource {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final SourceReport REPORT = new SourceReport("scene", Duration.ofMillis(3), 0, 0, true, List.of());
    static final Owner FORGOTTEN = new Owner.Unknown(Owner.Reason.FORGOTTEN);

    Instant now = START;
    List<Sighting> sightings = List.of();
    List<InterfaceCounters> counters = List.of();
    SourceReport report = REPORT;
    @Nullable
    SourceException failure;
    @Nullable
    RuntimeException accident;
    int closed;
    Drained ended = Drained.NOTHING;
    boolean tells = true;
    int eventsStarted;
    int eventsClosed;

    static Endpoint at(String address, int port) {
        return new Endpoint(Address.parse(address).orElseThrow(), port);
    }

    static Socket listener(int port, long inode) {
        return socket(Protocol.TCP, at("127.0.0.1", port), at("0.0.0.0", 0), SocketState.LISTEN, inode);
    }

    static Socket udp(int port, long inode) {
        return socket(Protocol.UDP, at("0.0.0.0", port), at("0.0.0.0", 0), SocketState.BOUND, inode);
    }

    static Socket connection(int port, SocketState state, long inode) {
        return socket(Protocol.TCP, at("10.0.0.1", port), at("10.0.0.2", 443), state, inode);
    }

    static Socket socket(Protocol protocol, Endpoint local, Endpoint remote, SocketState state, long inode) {
        return new Socket(protocol, local.address().family(), local, remote, state, inode, 0, null, 0, Queues.EMPTY, null);
    }

    /** The same connection, known by a cookie, with its counters. */
    static Socket counting(Socket socket, long cookie, long received, long sent) {
        return new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), socket.state(), socket.inode(), cookie, null,
                0, Queues.EMPTY, null).withTcp(tcp(received, sent));
    }

    static TcpInfo tcp(long received, long sent) {
        return new TcpInfo(sent, received, 0, 900, 800, 0, 0, 10, 0);
    }

    static Owner process(long pid) {
        return new Owner.Processes(
                List.of(new ProcessFacts(new ProcessId(pid, 7), 1, "web" + pid, "", "", "", null, null, null)));
    }

    static Sighting held(Socket socket, long pid) {
        return new Sighting(socket, process(pid), Evidence.EXACT);
    }

    static Sighting forgotten(Socket socket) {
        return new Sighting(socket, FORGOTTEN, Evidence.EXACT);
    }

    Scene shows(Sighting... now) {
        sightings = List.of(now);
        return this;
    }

    Scene after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Scene afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant instant() {
        return now;
    }

    InterfaceSource interfaces() {
        return () -> {
            if (accident != null) {
                throw accident;
            }
            return counters;
        };
    }

    SocketEvents events() {
        return new SocketEvents() {
            @Override
            public void start() {
                eventsStarted++;
            }

            @Override
            public boolean tells() {
                return tells;
            }

            @Override
            public Drained drain() {
                Drained told = ended;
                ended = Drained.NOTHING;
                return told;
            }

            @Override
            public void close() {
                eventsClosed++;
            }
        };
    }

    /** Tells at the next look that this socket is gone. */
    Scene ends(Socket socket) {
        List<End> ends = new ArrayList<>(ended.ends());
        ends.add(new End(socket.cookie(), socket.protocol(), socket.local(), socket.remote(), socket.tcp()));
        ended = new Drained(ends, ended.lost());
        return this;
    }

    SocketSource sockets() {
        return new SocketSource() {
            @Override
            public String name() {
                return "scene";
            }

            @Override
            public SocketSample sample() throws SourceException {
                if (eventsStarted == 0) {
                    throw new IllegalStateException("what ends from now on is missed");
                }
                if (failure != null) {
                    throw failure;
                }
                return new SocketSample(sightings, report);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
