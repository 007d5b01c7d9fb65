package quaywatch.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.ProcessDetail;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.Trace;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.view.Chain;
import quaywatch.view.Columns;
import quaywatch.view.Company;
import quaywatch.view.Entry;
import quaywatch.view.Health;
import quaywatch.view.Introduction;
import quaywatch.view.OwnerLine;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;
import quaywatch.view.Trend;
import quaywatch.view.Wording;

/**
 * All that the inspector says of one line.
 *
 * @param title     whose it is
 * @param number    the port, or the process number
 * @param sentence  what it is
 * @param exposure  of a held port; null for anything else, and once it is closed
 * @param health    how it fares
 * @param trace     its last minute; null where nothing is counted
 * @param ports     the ports of its owner
 * @param clients   who is connected through it
 * @param chain     why it runs, the first process first; empty where that is not known
 * @param facts     name and value
 * @param command   the command line; empty where not known
 * @param folder    the working folder; empty where not known
 */
record About(String title, String number, String sentence, @Nullable Exposure exposure, Health health, @Nullable Trace trace,
        List<Company.Port> ports, List<Company.Client> clients, List<Chain.Link> chain, List<Health.Figure> facts, String command,
        String folder) {

    /** The last minute of a listener is that of its connections; of more than this it would take too long to add up. */
    private static final int ADDED_UP = 300;
    private static final int LONGEST_COMMAND = 400;
    private static final int LONGEST = 200;
    private static final int LONGEST_USER = 40;

    /** @param detail  of the first process of the owner; null where that is not known (yet) */
    static About of(Frame frame, Entry line, @Nullable ProcessDetail detail, Wording wording) {
        Words words = wording.words();
        List<Company.Client> clients = line instanceof SocketLine socket ? Company.clients(frame.callers(), socket) : List.of();
        Owner.Processes owner = line.owner() instanceof Owner.Processes processes ? processes : null;
        SocketLine socket = line instanceof SocketLine it ? it : null;
        return new About(OwnerText.name(line.owner(), words),
                socket == null ? OwnerText.pid(line.live(), words) : ":" + socket.socket().local().port(),
                sentence(line, clients, wording, frame.now()),
                socket != null && socket.socket().holdsPort() && !socket.isClosed() ? socket.socket().exposure() : null,
                health(line, detail, words, frame.now()), trace(line, clients, frame.snapshot()), Company.ports(frame.callers(), line),
                clients, detail == null ? List.of() : Chain.of(detail, words), facts(line, wording),
                owner == null ? "" : Visible.shortened(owner.first().commandLine(), LONGEST_COMMAND),
                owner == null ? "" : Visible.shortened(owner.first().directory(), LONGEST));
    }

    private static String sentence(Entry line, List<Company.Client> clients, Wording wording, Instant now) {
        int here = (int) clients.stream().filter(client -> client.other() != null).count();
        return switch (line) {
            case SocketLine socket -> Introduction.of(socket, here, wording, now);
            case OwnerLine owner -> Introduction.of(owner, wording, now);
        };
    }

    private static Health health(Entry line, @Nullable ProcessDetail detail, Words words, Instant now) {
        return switch (line) {
            case SocketLine socket -> Health.of(socket, detail, words, now);
            case OwnerLine owner -> Health.of(owner, detail, words);
        };
    }

    private static @Nullable Trace trace(Entry line, List<Company.Client> clients, Snapshot snapshot) {
        return switch (line) {
            case SocketLine socket when socket.socket().state() == SocketState.LISTEN -> clients.size() > ADDED_UP
                    ? null
                    : snapshot.traces().sum(clients.stream().map(Company.Client::row).toList());
            case SocketLine socket -> Trend.RATE.of(socket, snapshot).orElse(null);
            case OwnerLine owner -> owner.rates() == null ? null : Trend.RATE.of(owner, snapshot).orElse(null);
        };
    }

    private static List<Health.Figure> facts(Entry line, Wording wording) {
        Words words = wording.words();
        List<Health.Figure> facts = new ArrayList<>();
        String inference = OwnerText.inference(line.live(), words);
        facts.add(new Health.Figure(words.get("ui.inspector.pid"),
                OwnerText.pid(line.live(), words) + (inference == null ? "" : ", " + inference)));
        facts.add(new Health.Figure(words.get("ui.inspector.user"), line.row().socket().knownUser()
                .map(user -> Visible.shortened(user.name(), LONGEST_USER)).orElse(words.get("view.notKnown"))));
        facts.add(new Health.Figure(words.get("ui.inspector.belongs"), OwnerText.belongsTo(line.owner(), words)));
        if (line instanceof SocketLine socket) {
            if (socket.host() != null) {
                facts.add(new Health.Figure(words.get("ui.inspector.host"), Columns.host(socket, wording)));
            }
            wording.names().name(socket.socket().protocol(), socket.socket().local().port())
                    .ifPresent(name -> facts.add(new Health.Figure(words.get("ui.inspector.service"), name)));
        }
        return facts;
    }

    /** All of it as text, to be taken along. */
    String text() {
        StringBuilder text = new StringBuilder(title).append(' ').append(number).append('\n').append(sentence);
        health.ills().forEach(ill -> text.append('\n').append(ill));
        health.figures().forEach(figure -> text.append('\n').append(figure.name()).append(": ").append(figure.value()));
        facts.forEach(figure -> text.append('\n').append(figure.name()).append(": ").append(figure.value()));
        if (!command.isEmpty()) {
            text.append('\n').append(command);
        }
        return text.toString();
    }
}
