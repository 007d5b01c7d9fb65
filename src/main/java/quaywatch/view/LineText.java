package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import quaywatch.model.Endpoint;
import quaywatch.model.Live;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

/** Puts what a line tells into the words of its cells. */
final class LineText {

    /** For so long a child of a process says what has just happened to it. */
    private static final Duration RECENT = Duration.ofSeconds(10);
    /** Two addresses longer than this don't fit a cell. */
    private static final int WIDEST_PAIR = 18;

    private LineText() {}

    static String owner(SocketLine line, Wording wording, Instant now) {
        return line.group() == Grouping.PROCESS ? event(line, wording, now) : Conversation.owner(line, wording.words());
    }

    /** Below its process a socket says where it goes, or what has happened to it. */
    private static String event(SocketLine line, Wording wording, Instant now) {
        Words words = wording.words();
        Live live = line.live();
        Socket socket = line.socket();
        if (live.closed() != null) {
            return words.get("view.child.closed");
        }
        if (socket.state() == SocketState.TIME_WAIT && socket.timerEnd() != null) {
            return words.get("view.child.until", Figures.clock(socket.timerEnd(), wording.zone()));
        }
        if (socket.hasPeer() && isClosing(socket.state())) {
            return words.get("view.child.closing");
        }
        if (live.formerState() != null && live.changed() != null && isRecent(live.changed(), now)) {
            return words.get("view.child.was", live.formerState().name());
        }
        String kind = line.peer() == null ? words.get(direction(line)) : Conversation.towards(line, line.peer(), words);
        return !live.fromStart() && isRecent(live.firstSeen(), now) ? words.get("view.child.new", kind) : kind;
    }

    private static String direction(SocketLine line) {
        if (line.socket().holdsPort()) {
            return line.isBoundOnly() ? "view.child.bound" : "view.child.listening";
        }
        if (!line.socket().hasPeer()) {
            return "view.child.noPeer";
        }
        return line.incoming() ? "view.child.incoming" : "view.child.outgoing";
    }

    private static boolean isRecent(Instant moment, Instant now) {
        return now.isBefore(moment.plus(RECENT)) && !now.isBefore(moment);
    }

    static boolean isClosing(SocketState state) {
        return switch (state) {
            case FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, TIME_WAIT, CLOSE -> true;
            case ESTABLISHED, SYN_SENT, SYN_RECV, CLOSE_WAIT, LISTEN, BOUND, CONNECTED -> false;
        };
    }

    /** {@code 127.0.0.1}, {@code 0.0.0.0 [::]}, {@code 127.0.0.53 +1}. */
    static String addresses(SocketLine line) {
        if (line.rows().size() == 1) {
            return line.socket().local().host();
        }
        List<String> hosts = line.rows().stream().map(row -> row.socket().local().host()).distinct().toList();
        String first = hosts.getFirst();
        if (hosts.size() == 1) {
            return first;
        }
        boolean bothFamilies = hosts.size() == 2 && !first.startsWith("[") && hosts.getLast().startsWith("[");
        String pair = first + " " + hosts.getLast();
        return bothFamilies && pair.length() <= WIDEST_PAIR ? pair : first + " +" + Figures.count(hosts.size() - 1);
    }

    static String address(Endpoint end) {
        return end.scope().isEmpty() ? end.address().toString() : end.address() + "%" + end.scope();
    }

    static String remoteAddress(SocketLine line, Wording wording) {
        return line.socket().hasPeer() ? address(line.socket().remote()) : wording.words().get("view.none");
    }

    /** {@code https 443}, or the number alone. */
    static String remotePort(SocketLine line, Wording wording) {
        if (!line.socket().hasPeer()) {
            return wording.words().get("view.none");
        }
        int port = line.socket().remote().port();
        return wording.names().name(line.socket().protocol(), port).map(name -> name + " " + port).orElse(Integer.toString(port));
    }

    static String clients(SocketLine line, Words words) {
        if (line.socket().state() == SocketState.LISTEN) {
            return Figures.count(line.clients());
        }
        return words.get(line.isBoundOnly() ? "view.none" : "view.notApplicable");
    }

    static String backlog(SocketLine line, Words words) {
        Socket socket = line.socket();
        if (socket.state() != SocketState.LISTEN || socket.protocol() != Protocol.TCP) {
            return words.get("view.notApplicable");
        }
        Queues queues = socket.queues();
        return queues.send() == 0
                ? Figures.count(queues.receive())
                : words.get("view.backlog", Figures.count(queues.receive()), Figures.count(queues.send()));
    }

    /** Raw sockets have no ports. */
    static String localPort(Socket socket, Words words) {
        return socket.protocol() == Protocol.RAW ? words.get("view.notApplicable") : Integer.toString(socket.local().port());
    }

    static String exposure(SocketLine line, Words words) {
        return line.socket().holdsPort()
                ? words.of("view.exposure", line.socket().exposure())
                : words.get("view.notApplicable");
    }

    static String since(SocketLine line, Wording wording, Instant now) {
        String moment = Figures.moment(line.live().firstSeen(), wording.zone(), now);
        return line.live().fromStart() ? wording.words().get("view.before", moment) : moment;
    }

    /** How long it has been open. One that was there at the first tick is older than our watch. */
    static String age(SocketLine line, Words words, Instant now) {
        Live live = line.live();
        Instant end = live.closed() == null ? now : live.closed();
        String length = Figures.length(Duration.between(live.firstSeen(), end), words);
        return live.fromStart() ? words.get("view.atLeast", length) : length;
    }
}
