package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Exposure;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

/** All columns there are. */
public final class Columns {

    static final Column OWNER = Column.<String>of("owner", line -> OwnerText.sortName(line.owner()))
            .muted(line -> line.group() == Grouping.PROCESS || OwnerText.pidValue(line.owner()) == null).filter(Filters::owner)
            .lack(Columns::inference).text(LineText::owner);
    static final Column PID = Column.<Long>of("pid", line -> OwnerText.pidValue(line.owner())).right().mono().muted(_ -> true)
            .filter(Filters::pid).lack(Columns::inference).text((line, wording, _) -> OwnerText.pid(line.live(), wording.words()));
    static final Column PORT = Column.<Integer>of("port", line -> line.socket().local().port()).right().mono()
            .filter(line -> Filters.number("port", line.socket().local().port()))
            .text((line, wording, _) -> LineText.localPort(line.socket(), wording.words()));
    static final Column PROTOCOL = Column.<Protocol>of("proto", line -> line.socket().protocol()).muted(_ -> true)
            .filter(Filters::protocol).text((line, _, _) -> line.socket().protocol().name());
    static final Column STATE = Column.<SocketState>of("state", line -> line.socket().state()).muted(line -> isUsual(line.socket()))
            .filter(Filters::state).lack(Columns::fullness).text((line, _, _) -> line.socket().state().name());
    static final Column EXPOSURE = Column
            .<Integer>of("exposure", line -> line.socket().holdsPort() ? line.socket().exposure().ordinal() : null)
            .muted(line -> !line.socket().holdsPort() || line.socket().exposure() == Exposure.THIS_MACHINE).filter(Filters::exposure)
            .text((line, wording, _) -> LineText.exposure(line, wording.words()));
    static final Column ADDRESS = Column.<Address>of("address", line -> line.socket().local().address()).mono()
            .filter(line -> Filters.address("laddr", line.socket().local())).text((line, _, _) -> LineText.addresses(line));
    static final Column BELONGS = Column.<String>of("belongs", line -> OwnerText.belongingValue(line.owner())).muted(_ -> true)
            .filter(Filters::belongs).text((line, wording, _) -> OwnerText.belongsTo(line.owner(), wording.words()));
    static final Column CLIENTS = Column
            .<Integer>of("clients", line -> line.socket().state() == SocketState.LISTEN ? line.clients() : null).right().mono()
            .muted(line -> line.clients() == 0).text((line, wording, _) -> LineText.clients(line, wording.words()));
    static final Column BACKLOG = Column
            .<Long>of("backlog", line -> line.socket().state() == SocketState.LISTEN ? line.socket().queues().receive() : null).right()
            .mono().optional().muted(line -> line.socket().queues().receive() == 0).lack(Columns::fullness)
            .text((line, wording, _) -> LineText.backlog(line, wording.words()));
    static final Column SINCE = Column.<Long>of("since", line -> line.live().firstSeen().toEpochMilli()).right().mono().optional()
            .filterAt(MeasureFilters::age).text(LineText::since);
    static final Column USER = Column.<String>of("user", line -> OwnerText.userValue(line.row())).optional().filter(Filters::user)
            .text((line, wording, _) -> OwnerText.user(line.row(), wording.words()));

    static final Column LOCAL_ADDRESS = Column.<Address>of("laddr", line -> line.socket().local().address()).mono()
            .filter(line -> Filters.address("laddr", line.socket().local()))
            .text((line, _, _) -> LineText.address(line.socket().local()));
    static final Column LOCAL_PORT = Column.<Integer>of("lport", line -> line.socket().local().port()).right().mono()
            .filter(line -> Filters.number("lport", line.socket().local().port()))
            .text((line, wording, _) -> LineText.localPort(line.socket(), wording.words()));
    static final Column REMOTE_ADDRESS = Column
            .<Address>of("raddr", line -> line.socket().hasPeer() ? line.socket().remote().address() : null).mono()
            .filter(line -> line.socket().hasPeer() ? Filters.address("raddr", line.socket().remote()) : null)
            .text((line, wording, _) -> LineText.remoteAddress(line, wording));
    static final Column REMOTE_PORT = Column.<Integer>of("rport", line -> line.socket().hasPeer() ? line.socket().remote().port() : null)
            .right().mono().filter(line -> line.socket().hasPeer() ? Filters.number("rport", line.socket().remote().port()) : null)
            .text((line, wording, _) -> LineText.remotePort(line, wording));
    /** Youngest first, so that ascending is what the texts say. */
    static final Column AGE = Column.<Long>of("age", line -> -line.live().firstSeen().toEpochMilli()).right().mono().muted(_ -> true)
            .filterAt(MeasureFilters::age).text((line, wording, now) -> LineText.age(line, wording.words(), now));
    static final Column RECEIVE_QUEUE = Column.<Long>of("recvq", line -> line.socket().queues().receive()).right().mono().optional()
            .muted(line -> line.socket().queues().receive() == 0)
            .text((line, _, _) -> Figures.count(line.socket().queues().receive()));
    static final Column SEND_QUEUE = Column.<Long>of("sendq", line -> line.socket().queues().send()).right().mono().optional()
            .muted(line -> line.socket().queues().send() == 0).text((line, _, _) -> Figures.count(line.socket().queues().send()));

    private static final List<Column> PORTS = List.of(OWNER, PID, PORT, PROTOCOL, STATE, EXPOSURE, ADDRESS, BELONGS, CLIENTS, BACKLOG,
            FlowColumns.IN.asOptional(), FlowColumns.OUT.asOptional(), SINCE, USER,
            NameColumns.LOCAL_SERVICE);
    private static final List<Column> CONNECTIONS = List.of(OWNER, PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, NameColumns.LOCAL_SERVICE,
            REMOTE_ADDRESS,
            NameColumns.HOST, REMOTE_PORT, NameColumns.REMOTE_SERVICE, NameColumns.PEER,
            STATE, FlowColumns.IN, FlowColumns.OUT, FlowColumns.TREND, FlowColumns.RTT, FlowColumns.RTT_TREND, AGE, FlowColumns.RETRANSMITS,
            FlowColumns.IDLE, PID.asOptional(), USER,
            RECEIVE_QUEUE, SEND_QUEUE, BELONGS.asOptional());
    private static final Map<String, Column> BY_ID = Stream.concat(PORTS.stream(), CONNECTIONS.stream())
            .collect(Collectors.toUnmodifiableMap(Column::id, Function.identity(), (first, _) -> first));

    private Columns() {}

    /** The columns of held ports, in order. */
    public static List<Column> ports() {
        return PORTS;
    }

    /** The columns of connections, in order. */
    public static List<Column> connections() {
        return CONNECTIONS;
    }

    /** The columns of a scope, in order. */
    public static List<Column> of(Scope scope) {
        return switch (scope) {
            case LISTENING -> PORTS;
            case CONNECTED, ALL -> CONNECTIONS;
        };
    }

    /** How long a socket has been open, or was; of one that was there at the first look, at least. */
    public static String age(SocketLine line, Wording wording, Instant now) {
        return AGE.text(line, wording, now);
    }

    /** What the host at the other end is called; words where it has no name, or where that is not known. */
    public static String host(SocketLine line, Wording wording) {
        return NameColumns.host(line, wording);
    }

    /** The ids of all columns that have a text, each once. */
    public static List<String> ids() {
        return Stream.concat(PORTS.stream(), CONNECTIONS.stream()).filter(column -> column.trend().isEmpty()).map(Column::id).distinct()
                .toList();
    }

    /** The column of an {@link Column#id()}, ignoring case. */
    public static Optional<Column> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id.toLowerCase(Locale.ROOT)));
    }

    /** That a process is not seen but inferred, and from what. */
    private static @Nullable String inference(SocketLine line, Words words) {
        return OwnerText.inference(line.live(), words);
    }

    /** That nobody else can come in. */
    private static @Nullable String fullness(SocketLine line, Words words) {
        Queues queues = line.socket().queues();
        return Health.isFull(line.socket())
                ? words.get("view.ill.full", Figures.count(queues.receive()), Figures.count(queues.send()))
                : null;
    }

    /** Only an unusual state is worth the eye's attention. */
    private static boolean isUsual(Socket socket) {
        if (Health.isFull(socket)) {
            return false;
        }
        return switch (socket.state()) {
            case LISTEN, ESTABLISHED, CONNECTED, TIME_WAIT -> true;
            case BOUND -> socket.protocol() != Protocol.TCP;
            case SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2, CLOSE, CLOSE_WAIT, LAST_ACK, CLOSING -> false;
        };
    }
}
