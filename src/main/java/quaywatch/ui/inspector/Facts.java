package quaywatch.ui.inspector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import quaywatch.model.Endpoint;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;
import quaywatch.text.Quantity;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.view.Callers;
import quaywatch.view.Columns;
import quaywatch.view.Figures;
import quaywatch.view.FlowText;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/**
 * What the inspector says of one line, compared by value so that nothing is rebuilt while nothing changed.
 *
 * @param title     owner and port: {@code java}, {@code :8080}
 * @param port      the port to show beside it
 * @param sentence  what it is
 * @param rows      further facts, name and value
 * @param ports     the other ports of its processes
 * @param peers     who is connected
 * @param command   the command line; empty where not known
 * @param closed    whether the socket is gone
 */
record Facts(String title, String port, String sentence, List<Fact> rows, List<Port> ports, List<Peer> peers, String command,
        boolean closed) {

    /** The most peers that are listed; the count says how many there are. */
    static final int LISTED = 12;

    /** @param sentence  whether the value is a whole sentence, which takes several lines */
    record Fact(String name, String value, boolean sentence) {

        Fact(String name, String value) {
            this(name, value, false);
        }
    }

    record Port(int port, Protocol protocol, Exposure exposure, boolean selected) {}

    record Peer(Owner owner, String name, String endpoint) {}

    /** Whether only the sentence and the values of the facts differ, so that what is drawn can stay. */
    boolean differsInFiguresOnly(Facts before) {
        return title.equals(before.title) && port.equals(before.port) && ports.equals(before.ports) && peers.equals(before.peers)
                && command.equals(before.command) && closed == before.closed && forms(rows).equals(forms(before.rows));
    }

    private static List<Fact> forms(List<Fact> facts) {
        return facts.stream().map(fact -> new Fact(fact.name, "", fact.sentence)).toList();
    }

    static Facts of(Callers callers, SocketLine line, Wording wording, Instant now) {
        List<Peer> peers = peers(callers, line, wording);
        return new Facts(OwnerText.name(line.owner(), wording.words()), ":" + line.socket().local().port(),
                sentence(line, peers.size(), wording, now),
                rows(line, wording, now), ports(callers, line), peers, command(line), line.isClosed());
    }

    private static String sentence(SocketLine line, int peers, Wording wording, Instant now) {
        if (line.isClosed()) {
            return wording.words().get("ui.inspector.closed", String.valueOf(line.socket().local().port()));
        }
        StringBuilder text = new StringBuilder();
        if (line.owner() instanceof Owner.Processes processes) {
            Instant started = processes.first().started();
            if (started != null) {
                text.append(wording.words().get("ui.inspector.started", Figures.length(Duration.between(started, now), wording.words())))
                        .append(' ');
            }
        }
        Socket socket = line.socket();
        String port = String.valueOf(socket.local().port());
        if (socket.holdsPort()) {
            String verb = socket.state() == SocketState.LISTEN ? "listens" : socket.protocol() == Protocol.UDP ? "receives" : "bound";
            text.append(wording.words().get("ui.inspector." + verb, port, wording.words().of("ui.reach", socket.exposure())));
            if (socket.state() == SocketState.LISTEN) {
                text.append(' ').append(wording.words().get("ui.inspector.clients", peers));
            }
        } else {
            text.append(wording.words().get("ui.inspector.connected", socket.local().toString(), socket.remote().toString()));
        }
        return text.toString();
    }

    private static List<Fact> rows(SocketLine line, Wording wording, Instant now) {
        List<Fact> facts = new ArrayList<>();
        Socket socket = line.socket();
        String inference = OwnerText.inference(line.live(), wording.words());
        facts.add(new Fact(wording.words().get("ui.inspector.pid"),
                OwnerText.pid(line.live(), wording.words()) + (inference == null ? "" : ", " + inference)));
        facts.add(
                new Fact(wording.words().get("ui.inspector.user"), line.socket().knownUser().map(user -> Visible.shortened(user.name(), 40))
                        .orElse(wording.words().get("ui.notKnown"))));
        if (socket.state() == SocketState.LISTEN) {
            facts.add(new Fact(wording.words().get("ui.inspector.queue"), wording.words().get("ui.number", socket.queues().receive())));
        } else {
            facts.add(new Fact(wording.words().get("ui.inspector.receive"), wording.words().get("ui.number", socket.queues().receive())));
            facts.add(new Fact(wording.words().get("ui.inspector.send"), wording.words().get("ui.number", socket.queues().send())));
        }
        if (line.host() != null) {
            facts.add(new Fact(wording.words().get("ui.inspector.host"), Columns.host(line, wording)));
        }
        if (socket.hasPeer()) {
            facts.addAll(flow(line, wording.words(), now));
        }
        wording.names().name(socket.protocol(), socket.local().port())
                .ifPresent(name -> facts.add(new Fact(wording.words().get("ui.inspector.service"), name)));
        if (line.owner() instanceof Owner.Processes processes && !processes.first().directory().isEmpty()) {
            facts.add(new Fact(wording.words().get("ui.inspector.directory"), Visible.shortened(processes.first().directory(), 200)));
        }
        return facts;
    }

    /** What goes through a connection; one sentence where nothing of that is counted. */
    private static List<Fact> flow(SocketLine line, Words words, Instant now) {
        TcpInfo tcp = line.socket().tcp();
        if (tcp == null) {
            return List.of(new Fact(words.get("ui.inspector.flow"), FlowText.lack(line, words), true));
        }
        List<Fact> facts = new ArrayList<>();
        Rates rates = line.rates();
        if (rates == null) {
            facts.add(new Fact(words.get("ui.inspector.flow"), FlowText.lack(line, words), true));
        } else {
            facts.add(new Fact(words.get("ui.inspector.in"), FlowText.rate(rates.in(), words)));
            facts.add(new Fact(words.get("ui.inspector.out"), FlowText.rate(rates.out(), words)));
        }
        facts.add(new Fact(words.get("ui.inspector.received"), Quantity.bytes(tcp.received())));
        facts.add(new Fact(words.get("ui.inspector.sent"), Quantity.bytes(tcp.sent())));
        facts.add(new Fact(words.get("ui.inspector.rtt"), FlowText.rtt(FlowText.rtt(line), words)));
        facts.add(new Fact(words.get("ui.inspector.retrans"), words.get("ui.inspector.retrans.count", tcp.retransmits())));
        facts.add(new Fact(words.get("ui.inspector.idle"), words.get("ui.inspector.idle.for", FlowText.idle(line, words, now))));
        return facts;
    }

    private static List<Port> ports(Callers callers, SocketLine line) {
        if (!(line.owner() instanceof Owner.Processes)) {
            return List.of();
        }
        return callers.heldBy(line.owner()).stream()
                .map(row -> new Port(row.socket().local().port(), row.socket().protocol(), row.socket().exposure(),
                        row.socket().local().port() == line.socket().local().port() && row.socket().protocol() == line.socket().protocol()))
                .distinct().sorted(Comparator.comparingInt(Port::port).thenComparing(Port::protocol)).limit(LISTED).toList();
    }

    private static List<Peer> peers(Callers callers, SocketLine line, Wording wording) {
        if (line.socket().state() != SocketState.LISTEN) {
            return List.of();
        }
        List<Peer> peers = new ArrayList<>();
        for (Row row : callers.to(line.socket().local().port())) {
            Socket socket = row.socket();
            boolean client = socket.namespace() == line.socket().namespace()
                    && line.rows().stream().anyMatch(held -> reaches(held.socket(), socket.remote()));
            if (client) {
                peers.add(new Peer(row.live().owner(), OwnerText.name(row.live().owner(), wording.words()), socket.local().toString()));
            }
        }
        return peers;
    }

    /** Whether a connection from this machine to {@code far} ends at this listener. */
    private static boolean reaches(Socket listener, Endpoint far) {
        return listener.local().port() == far.port()
                && (listener.local().address().isAny() || listener.local().address().unmapped().equals(far.address().unmapped()));
    }

    private static String command(SocketLine line) {
        if (!(line.owner() instanceof Owner.Processes processes)) {
            return "";
        }
        ProcessFacts first = processes.first();
        return Visible.shortened(first.commandLine(), 400);
    }
}
