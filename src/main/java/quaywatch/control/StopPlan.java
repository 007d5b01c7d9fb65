package quaywatch.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Row;

/** What stopping the holder of a port means, before anything is done. */
public sealed interface StopPlan {

    /** The socket that was chosen. */
    Row row();

    /** The port to free. */
    default int port() {
        return row().socket().local().port();
    }

    /** Its transport. */
    default Protocol protocol() {
        return row().socket().protocol();
    }

    /**
     * It can be done.
     *
     * @param row        the socket that was chosen
     * @param holders    every process that holds it; all of them are stopped; empty where they are hidden, and a service is stopped
     * @param own        whether they belong to the user of Quaywatch
     * @param closesToo  other ports they hold, in order
     * @param cuts       open TCP connections they have, by the program at the far end, most first
     * @param staysHeld  other sockets that hold the same port and are not touched
     * @param warnings   what speaks against it
     * @param testOn     the addresses to bind afterwards
     * @param comesBack  who looks after the holders
     * @param ways       every way to do it, the suggested one first; not empty
     * @param way        the chosen one of them
     */
    record Possible(Row row, List<ProcessFacts> holders, boolean own, List<ClosesToo> closesToo, List<Cut> cuts, List<StaysHeld> staysHeld,
            List<Warning> warnings, List<Address> testOn, Supervision comesBack, List<Way> ways, Way way) implements StopPlan, Stoppable {

        public Possible {
            holders = List.copyOf(holders);
            closesToo = List.copyOf(closesToo);
            cuts = List.copyOf(cuts);
            staysHeld = List.copyOf(staysHeld);
            warnings = List.copyOf(warnings);
            testOn = List.copyOf(testOn);
            ways = List.copyOf(ways);
            if (!ways.contains(way)) {
                throw new IllegalArgumentException("the chosen way is none of the plan's");
            }
        }

        /** The same plan by another of its ways. */
        public Possible by(Way other) {
            return new Possible(row, holders, own, closesToo, cuts, staysHeld, warnings, testOn, comesBack, ways, other);
        }

        /** Its way of this kind; empty if it has none. */
        public Optional<Way> way(Way.Kind kind) {
            return ways.stream().filter(each -> each.kind() == kind).findFirst();
        }

        /** The way that nothing known undoes. */
        public Way suggested() {
            return ways.getFirst();
        }

        @Override
        public StopOrder order() {
            Set<ProcessId> holding = holders.stream().map(ProcessFacts::id).collect(Collectors.toSet());
            List<ProcessFacts> held = way instanceof Way.Stop
                    ? holders.stream().filter(who -> !Session.isServiceManager(who) && !forwards(who)).toList()
                    : way.signalled();
            return new StopOrder(protocol(), port(),
                    held.stream().map(who -> new Target(holding.contains(who.id()) ? row.socket() : null, who)).toList(), testOn, way,
                    closesToo);
        }

        /** It goes with its container and gets no signal, not even later: without it the container would lose its port and run on. */
        private boolean forwards(ProcessFacts who) {
            return comesBack.service() instanceof Service.Container(_, _, _, _, var through, _) && through != null
                    && through.id().equals(who.id());
        }

        /** Connections that are cut, all together. */
        public int cutCount() {
            return cuts.stream().mapToInt(Cut::count).sum();
        }
    }

    /** It can't. */
    record Impossible(Row row, Obstacle why) implements StopPlan {}

    /**
     * Another port that closes.
     *
     * @param exposure  the widest of its sockets
     * @param clients   open connections to it; always 0 for UDP, which has none
     */
    record ClosesToo(Protocol protocol, int port, Exposure exposure, int clients) {}

    /**
     * Connections that are cut.
     *
     * @param name     the program at the far end if it is on this machine and known, raw; else the far address
     * @param program  whether {@code name} is a program's
     * @param count    1 or more
     */
    record Cut(String name, boolean program, int count) {

        /** The same far end, whatever the count. */
        Cut and(Cut more) {
            return new Cut(name, program, count + more.count());
        }
    }

    /** A socket of somebody else that goes on holding the port. */
    record StaysHeld(Owner owner, Endpoint at) {}

    /** A reason to think twice. */
    record Warning(Danger danger, ProcessFacts who) {}

    /** What may be lost. */
    enum Danger {
        /** It started Quaywatch, directly or not. */
        OWN_ANCESTOR,
        /** It is part of the desktop session. */
        DESKTOP,
        /** It serves remote logins. */
        REMOTE_LOGIN,
        /** It keeps other programs running, which end with it. */
        OTHER_PROGRAMS
    }
}
