package quaywatch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketEvents.End;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.demo.Script.Actor;
import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.TcpInfo;
import quaywatch.model.User;

/** What is true on the made-up workstation now: the script, less the programs that were ended, plus connections that come and go. Any thread. */
final class World {

    /** A short connection is opened at every so many looks and lives for three. */
    private static final int RHYTHM = 4;
    private static final int LIFE = 3;
    private static final int FIRST_SHORT_PORT = 38_800;
    private static final int SHORT_PORTS = 400;
    /** At so many looks of so many there is a rush of them. */
    private static final int RUSH = 14;
    private static final int RUSHES = 97;

    /** What a short connection fetches at each look. */
    private static final long PAGE = 48_000;
    /** Bytes a second that go without TCP. */
    private static final long UDP = 38_000;
    private static final long BEFORE = 4_000;
    /** Wildcards of IPv6 in the script take IPv4 too. */
    private static final boolean ALL_DUAL = true;
    private static final User MIRA = new User(1_000, "mira");

    private final InstantSource clock;
    private final Instant start;
    private final List<Sighting> scripted = new ArrayList<>();
    private final Map<Socket, Course> courses = new HashMap<>();
    private final List<End> ends = new ArrayList<>();
    private final Set<ProcessId> ended = new HashSet<>();
    /** Cookies of connections that were closed. */
    private final Set<Long> cut = new HashSet<>();
    private final Owner visitor;
    private @Nullable InterfaceCounters carried;
    private int looks;
    /** Bytes that short connections have fetched. */
    private long fetched;

    World(InstantSource clock) {
        this.clock = clock;
        start = clock.instant();
        int inode = 100_000;
        for (Actor actor : Script.ACTORS) {
            Owner owner = new Owner.Processes(List.of(facts(actor, start.minus(Duration.ofMinutes(7L * (inode % 97) + 2)))));
            for (String socket : actor.sockets()) {
                Sighting sighting = new Sighting(Notation.socket(socket, inode++, actor.user()), owner, Evidence.EXACT);
                scripted.add(sighting);
                if (socket.startsWith("tcp") && sighting.socket().hasPeer()) {
                    courses.put(sighting.socket(), Script.course(socket));
                }
            }
        }
        User root = new User(0, "root");
        for (String socket : Script.HIDDEN) {
            scripted.add(new Sighting(Notation.socket(socket, inode++, root), new Owner.UserOnly(root), Evidence.EXACT));
        }
        for (String socket : Script.KERNEL) {
            scripted.add(new Sighting(Notation.socket(socket, inode++, root), new Owner.Kernel(), new Evidence.Inferred(0)));
        }
        Actor curl = new Actor(31_954, "curl", "curl -s https://example.org/feed", MIRA,
                new Belonging.StartedBy("bash"), List.of());
        visitor = new Owner.Processes(List.of(facts(curl, start)));
    }

    private static ProcessFacts facts(Actor actor, Instant started) {
        return new ProcessFacts(new ProcessId(actor.pid(), actor.pid() * 10L), Family.parent(actor), actor.name(), actor.command(), "",
                Family.folder(actor), actor.user(), started, actor.belongsTo());
    }

    /** One look: time goes on by one step. */
    synchronized List<Sighting> look() {
        looks++;
        Duration time = Duration.between(start, clock.instant());
        List<Sighting> now = new ArrayList<>();
        for (Sighting sighting : scripted) {
            if (lives(sighting)) {
                Course course = courses.get(sighting.socket());
                now.add(course == null
                        ? sighting
                        : new Sighting(sighting.socket().withTcp(course.at(start, time)), sighting.owner(), sighting.evidence()));
            }
        }
        visits(now);
        carried = carried(now, time);
        now.removeIf(sighting -> cut.contains(sighting.socket().cookie()));
        return now;
    }

    private void visits(List<Sighting> now) {
        for (int age = 0; age < LIFE; age++) {
            int born = looks - age;
            for (int visit = 0; visit < visits(born); visit++) {
                now.add(new Sighting(visit(born, visit, age + 1), visitor, Evidence.EXACT));
                fetched += PAGE;
            }
        }
        int over = looks - LIFE;
        for (int visit = 0; over > 0 && visit < visits(over) && ends.size() < SHORT_PORTS; visit++) {
            Socket socket = visit(over, visit, LIFE);
            ends.add(new End(socket.cookie(), socket.protocol(), socket.local(), socket.remote(), socket.tcp()));
        }
    }

    /** How many short connections are opened at a look. */
    private static int visits(int look) {
        if (look % RUSHES < RUSHES - RUSH) {
            return look % RHYTHM == 0 ? 1 : 0;
        }
        return 1 + look * 7 % RHYTHM;
    }

    private Socket visit(int born, int visit, int pages) {
        int port = FIRST_SHORT_PORT + (born * RHYTHM + visit) % SHORT_PORTS;
        long moment = clock.instant().toEpochMilli();
        return Notation.socket("tcp 192.168.1.24:" + port + ">93.184.215.14:443", 900_000 + born * RHYTHM + visit, MIRA)
                .withTcp(new TcpInfo(700L * pages, PAGE * pages, 0, 88_000, 86_000, moment, moment, 10, PAGE));
    }

    /** What the network interface has counted: payload of connections with other machines, a share of headers, and some UDP. */
    private InterfaceCounters carried(List<Sighting> now, Duration time) {
        long received = fetched;
        long sent = fetched / 60;
        for (Sighting sighting : now) {
            Socket socket = sighting.socket();
            if (socket.tcp() != null && courses.containsKey(socket.withTcp(null)) && !socket.remote().address().isLoopback()) {
                received += socket.tcp().received();
                sent += socket.tcp().sent();
            }
        }
        long udp = (BEFORE + time.toSeconds()) * UDP;
        return new InterfaceCounters("enp3s0", received + received / 25 + udp, sent + sent / 20 + udp / 4, false);
    }

    /** What the interfaces told at the last look. */
    synchronized List<InterfaceCounters> interfaces() {
        return carried == null ? List.of() : List.of(new InterfaceCounters("lo", 0, 0, true), carried);
    }

    /** What has ended since the call before. */
    synchronized List<End> ended() {
        List<End> told = List.copyOf(ends);
        ends.clear();
        return told;
    }

    private boolean lives(Sighting sighting) {
        return !(sighting.owner() instanceof Owner.Processes processes) || !ended.contains(processes.first().id());
    }

    /** The program with this number, while it runs. */
    synchronized Optional<ProcessFacts> find(long pid) {
        return scripted.stream().filter(this::lives).map(Sighting::owner).filter(Owner.Processes.class::isInstance)
                .flatMap(owner -> ((Owner.Processes) owner).holders().stream()).filter(who -> who.id().pid() == pid).findFirst();
    }

    /** From the program up to the first one. */
    synchronized List<ProcessFacts> ancestors(ProcessId id) {
        List<ProcessFacts> line = new ArrayList<>();
        find(id.pid()).filter(who -> who.id().equals(id)).ifPresent(who -> {
            line.add(who);
            line.addAll(Family.above(who, start));
        });
        return line;
    }

    /** Whether a program still runs. */
    synchronized boolean runs(ProcessId id) {
        return !ended.contains(id);
    }

    synchronized void end(ProcessId id) {
        ended.add(id);
    }

    /** Closes a connection, and its other end where that is on this machine; false where it has gone. */
    synchronized boolean cut(Socket connection) {
        scripted.stream().map(Sighting::socket).filter(Socket::hasPeer).filter(
                other -> other.local().equals(connection.remote()) && other.remote().equals(connection.local()))
                .forEach(other -> cut.add(other.cookie()));
        return cut.add(connection.cookie());
    }

    /** Ends every program that belongs to a unit or container of this name. */
    synchronized void endService(String name) {
        scripted.stream().map(Sighting::owner).filter(Owner.Processes.class::isInstance)
                .flatMap(owner -> ((Owner.Processes) owner).holders().stream())
                .filter(who -> who.belongsTo() != null && who.belongsTo().name().equals(name)).forEach(who -> ended.add(who.id()));
    }

    /** Whether a bind to the port at this address meets somebody who uses it. */
    synchronized boolean holds(Protocol protocol, int port, Address address) {
        return scripted.stream().filter(this::lives).map(Sighting::socket)
                .anyMatch(socket -> socket.protocol() == protocol && socket.local().port() == port
                        && address.meets(socket.local().address(), ALL_DUAL));
    }
}
