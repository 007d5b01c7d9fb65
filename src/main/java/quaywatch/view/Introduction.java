package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/**
 * What a line is, in one sentence: who, since when, started by whom and where, doing what, for whom. {@code node, started 12 min ago by npm in
 * ~/shop, listens on 3000 for every interface; 4 clients, 2 on this machine.}
 */
public final class Introduction {

    private static final int LONGEST_PATH = 60;
    private static final int LONGEST_NAME = 40;

    private final Words words;
    private final Wording wording;
    private final Instant now;

    private Introduction(Wording wording, Instant now) {
        this.wording = wording;
        this.words = wording.words();
        this.now = now;
    }

    /**
     * Of a socket.
     *
     * @param here  how many of its clients are on this machine
     */
    public static String of(SocketLine line, int here, Wording wording, Instant now) {
        return new Introduction(wording, now).socket(line, here);
    }

    /** Of somebody who holds sockets. */
    public static String of(OwnerLine line, Wording wording, Instant now) {
        return new Introduction(wording, now).owner(line);
    }

    private String socket(SocketLine line, int here) {
        Socket socket = line.socket();
        if (line.isClosed()) {
            return words.get("view.intro.closed", who(line.live()),
                    socket.hasPeer() ? words.get("view.intro.wasConnected", far(line)) : words.get("view.intro.held", port(socket)));
        }
        String deed = socket.holdsPort() ? held(socket) : socket.hasPeer() ? connection(line) : words.get("view.intro.idle");
        String sentence = words.get("view.intro.sentence", who(line.live()), deed);
        return socket.state() == SocketState.LISTEN
                ? words.get("view.intro.with", sentence, clients(line.clients(), here))
                : sentence + ".";
    }

    private String owner(OwnerLine line) {
        OwnerLine.Figures figures = line.figures();
        return words.get("view.intro.owner", who(line.live()), figures.ports().size(), figures.connections());
    }

    // ---- who

    private String who(Live live) {
        return switch (live.owner()) {
            case Owner.Processes processes -> processes(processes, live.evidence());
            case Owner.Service(Belonging belonging, _) -> words.get("view.intro.service", name(belonging));
            case Owner.UserOnly(User user) -> words.get("view.intro.user", Visible.shortened(user.name(), LONGEST_NAME));
            case Owner.Kernel _ -> words.get("view.intro.kernel");
            case Owner.Unknown _ ->
                words.get(live.evidence() instanceof Evidence.Resolving ? "view.intro.resolving" : "view.intro.unknown");
        };
    }

    private String processes(Owner.Processes processes, Evidence evidence) {
        ProcessFacts first = processes.first();
        String name = Visible.name(first.name(), LONGEST_NAME);
        int more = processes.holders().size() - 1;
        String all = more == 0 ? name : words.get("view.intro.more", name, more);
        String sure = switch (evidence) {
            case Evidence.Inferred _ -> words.get("view.intro.probably", all);
            case Evidence.Remembered _ -> words.get("view.intro.remembered", all);
            case Evidence.Exact _,Evidence.Resolving _ -> all;
        };
        String origin = origin(first);
        return origin.isEmpty() ? sure : words.get("view.intro.apposition", sure, origin);
    }

    /** {@code started 12 min ago by npm in ~/shop}; empty where nothing of that is known. */
    private String origin(ProcessFacts process) {
        String since = process.started() == null
                ? ""
                : words.get("view.intro.started", Figures.length(Duration.between(process.started(), now), words));
        String by = switch (process.belongsTo()) {
            case Belonging.Container container -> words.get("view.intro.inContainer", name(container));
            case Belonging.Unit unit -> words.get("view.intro.by", name(unit));
            case Belonging.StartedBy starter -> words.get("view.intro.by", name(starter));
            case null -> "";
        };
        String folder = folder(process);
        return since.isEmpty() && folder.isEmpty() && !(process.belongsTo() instanceof Belonging.Container)
                ? ""
                : String.join(" ", Stream.of(since.isEmpty() ? words.get("view.intro.startedOnly") : since, by,
                        folder.isEmpty() ? "" : words.get("view.intro.in", folder)).filter(part -> !part.isEmpty()).toList());
    }

    private static String name(Belonging belonging) {
        return Visible.shortened(belonging.name(), LONGEST_NAME);
    }

    /** Where it runs, short; empty where that is not known or says nothing. */
    private static String folder(ProcessFacts process) {
        String folder = process.directory();
        return folder.isEmpty() || folder.equals("/") ? "" : Visible.shortened(tilde(folder, process.user()), LONGEST_PATH);
    }

    /** {@code ~/shop} for what lies in the home folder of the one who runs it. */
    static String tilde(String folder, @Nullable User user) {
        String home = user == null ? "" : user.uid() == 0 ? "/root" : "/home/" + user.name();
        boolean inside = !home.isEmpty() && (folder.equals(home) || folder.startsWith(home + "/"));
        return inside ? "~" + folder.substring(home.length()) : folder;
    }

    // ---- what it does

    private String held(Socket socket) {
        String verb = socket.state() == SocketState.LISTEN
                ? "view.intro.listens"
                : socket.protocol() == Protocol.UDP ? "view.intro.receives" : "view.intro.bound";
        return words.get(verb, port(socket), words.of("ui.reach", socket.exposure()));
    }

    private String connection(SocketLine line) {
        Socket socket = line.socket();
        return switch (socket.state()) {
            case SYN_SENT -> words.get("view.intro.trying", far(line));
            case SYN_RECV -> words.get("view.intro.asked", far(line), port(socket));
            case TIME_WAIT -> socket.timerEnd() == null
                    ? words.get("view.intro.was", far(line))
                    : words.get("view.intro.waits", far(line), Figures.clock(socket.timerEnd(), wording.zone()));
            case FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, CLOSE -> words.get("view.intro.closing", far(line));
            case CLOSE_WAIT -> words.get("view.intro.left", far(line));
            case ESTABLISHED, CONNECTED, LISTEN, BOUND -> line.incoming()
                    ? words.get("view.intro.accepted", far(line), port(socket))
                    : words.get("view.intro.connected", far(line));
        };
    }

    /** {@code postgres on port 5432 of this machine}, {@code video.example.net port 443}. */
    private String far(SocketLine line) {
        Socket socket = line.socket();
        String port = Integer.toString(socket.remote().port());
        if (line.peer() != null) {
            String name = OwnerText.name(line.peer().owner(), words);
            return line.incoming() ? words.get("view.intro.nameHere", name) : words.get("view.intro.here", name, port);
        }
        String host = line.host() == null || line.host().isBlank() ? LineText.address(socket.remote()) : Columns.host(line, wording);
        return line.incoming() ? host : words.get("view.intro.far", host, port);
    }

    private static String port(Socket socket) {
        return Integer.toString(socket.local().port());
    }

    /** {@code 4 clients, 2 on this machine}. */
    private String clients(int all, int here) {
        String where = all == 0
                ? ""
                : here == 0
                        ? "view.intro.noneHere"
                        : here >= all ? all == 1 ? "view.intro.oneHere" : "view.intro.allHere" : "view.intro.someHere";
        String count = words.get("view.intro.clients", all, Figures.count(all));
        return where.isEmpty() ? count : words.get("view.intro.where", count, words.get(where, Figures.count(here)));
    }
}
