package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Live;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;
import quaywatch.text.Quantity;
import quaywatch.text.Words;

/** What goes through a connection, as values and in words. Null is what is not counted; {@link #lack} says why. */
public final class FlowText {

    private FlowText() {}

    // ---- values

    /** The smoothed round-trip time in microseconds. */
    public static @Nullable Long rtt(SocketLine line) {
        TcpInfo tcp = line.socket().tcp();
        return tcp == null || tcp.rttMicros() == 0 ? null : (Long) tcp.rttMicros();
    }

    public static @Nullable Long retransmits(SocketLine line) {
        TcpInfo tcp = line.socket().tcp();
        return tcp == null ? null : (Long) tcp.retransmits();
    }

    /** When payload last went, in milliseconds since 1970. */
    public static @Nullable Long lastActive(SocketLine line) {
        TcpInfo tcp = line.socket().tcp();
        return tcp == null || tcp.lastActiveMillis() <= 0 ? null : (Long) tcp.lastActiveMillis();
    }

    static @Nullable Long negated(@Nullable Long value) {
        return value == null ? null : (Long) (-value);
    }

    static boolean isSome(@Nullable Long value) {
        return value != null && value != 0;
    }

    /**
     * What goes through all of some lines. Connections count; where there are none, what goes in and out at held ports. What is closed goes
     * no more. Null where nothing is counted.
     */
    static @Nullable Rates sum(List<? extends Entry> lines) {
        boolean connections = lines.stream().anyMatch(FlowText::countsItself);
        Rates sum = null;
        for (Entry line : lines) {
            Rates rates = line.isClosed() || connections != countsItself(line) ? null : line.rates();
            if (rates != null) {
                sum = sum == null ? rates : sum.plus(rates);
            }
        }
        return sum;
    }

    /** A listener's rates are those of its connections, which have a line of their own. */
    private static boolean countsItself(Entry line) {
        return !(line instanceof SocketLine socket) || socket.socket().hasPeer();
    }

    /** The longest round-trip time of some open lines; null where none is known. */
    static @Nullable Long worstRtt(List<? extends Entry> lines) {
        Long worst = null;
        for (Entry line : lines) {
            Long rtt = line.isClosed() ? null : line.rttMicros();
            if (rtt != null && (worst == null || rtt > worst)) {
                worst = rtt;
            }
        }
        return worst;
    }

    // ---- words

    /** Bytes a second: {@code 1.92 MB}; what is not counted is {@code n/a}. */
    public static String rate(@Nullable Long bytes, Words words) {
        return bytes == null ? words.get("view.notApplicable") : Quantity.rate(bytes);
    }

    /** A round-trip time: {@code 38 ms}, {@code 84 µs}. */
    public static String rtt(@Nullable Long micros, Words words) {
        return micros == null ? words.get("view.notApplicable") : Figures.micros(micros, words);
    }

    static String count(@Nullable Long number, Words words) {
        return number == null ? words.get("view.notApplicable") : Figures.count(number);
    }

    /** How long nothing has gone either way; for what is closed, had gone. */
    public static String idle(SocketLine line, Words words, Instant now) {
        Long active = lastActive(line);
        if (active == null) {
            return words.get("view.notApplicable");
        }
        Live live = line.live();
        Instant end = live.closed() == null ? now : live.closed();
        return Figures.length(Duration.ofMillis(end.toEpochMilli() - active), words);
    }

    /** Why something is not counted or measured. */
    public static String lack(SocketLine line, Words words) {
        Socket socket = line.socket();
        if (socket.protocol() != Protocol.TCP) {
            return words.get("view.lack.protocol", socket.protocol().name());
        }
        if (socket.state() == SocketState.TIME_WAIT) {
            return words.get("view.lack.ended");
        }
        if (!socket.hasPeer() && socket.state() != SocketState.LISTEN) {
            return words.get("view.lack.noPeer");
        }
        return words.get(socket.tcp() == null ? "view.lack.source" : "view.lack.soon");
    }
}
