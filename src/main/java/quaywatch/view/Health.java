package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessDetail;
import quaywatch.model.Queues;
import quaywatch.model.Rates;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;
import quaywatch.text.Quantity;
import quaywatch.text.Words;

/**
 * How a socket or its process fares: figures, and in words what is wrong.
 *
 * @param figures  short facts, name and value, in order
 * @param ills     sentences about what is wrong, the worst first; empty where nothing is
 * @param lack     why something is not counted; empty where all is
 */
public record Health(List<Figure> figures, List<String> ills, String lack) {

    /** So many times the shortest round trip is told as slow, if it takes at least so long. */
    private static final int SLOWED = 4;
    private static final long NOTICED_MICROS = 20_000;
    /** From this part of the limit on the descriptors of a process are told as short. */
    private static final double SHORT = 0.9;

    /** @param name  what is told */
    public record Figure(String name, String value) {}

    public Health {
        figures = List.copyOf(figures);
        ills = List.copyOf(ills);
    }

    /** Of a socket; {@code detail} of its first process, null where that is not known (yet). */
    public static Health of(SocketLine line, @Nullable ProcessDetail detail, Words words, Instant now) {
        Collecting health = new Collecting(words);
        if (line.socket().state() == SocketState.LISTEN) {
            health.listener(line.socket().queues());
        } else if (line.socket().hasPeer()) {
            health.connection(line, now);
        } else {
            health.waiting(line.socket());
        }
        health.files(detail);
        return new Health(health.figures, health.ills, health.lack);
    }

    /** Of somebody who holds sockets. */
    public static Health of(OwnerLine line, @Nullable ProcessDetail detail, Words words) {
        Collecting health = new Collecting(words);
        if (line.total() != null) {
            health.figure("received", Quantity.bytes(line.total().received()));
            health.figure("sent", Quantity.bytes(line.total().sent()));
        }
        if (line.rttMicros() != null) {
            health.figure("rtt", FlowText.rtt(line.rttMicros(), words));
        }
        health.files(detail);
        return new Health(health.figures, health.ills, health.lack);
    }

    /**
     * Whether as many connections wait to be accepted as the limit of this listener says: the kernel takes one more, and drops what comes then
     * (sk_acceptq_is_full in include/net/sock.h).
     */
    public static boolean isFull(Socket socket) {
        Queues queues = socket.queues();
        return socket.state() == SocketState.LISTEN && queues.send() > 0 && queues.receive() >= queues.send();
    }

    private static final class Collecting {

        private final Words words;
        private final List<Figure> figures = new ArrayList<>();
        private final List<String> ills = new ArrayList<>();
        private String lack = "";

        Collecting(Words words) {
            this.words = words;
        }

        void figure(String key, String value) {
            figures.add(new Figure(words.get("view.health." + key), value));
        }

        private void ill(String key, Object... values) {
            ills.add(words.get("view.ill." + key, values));
        }

        void listener(Queues queues) {
            String waiting = Figures.count(queues.receive());
            boolean limited = queues.send() > 0;
            figure("accept", limited ? words.get("view.backlog", waiting, Figures.count(queues.send())) : waiting);
            if (limited && queues.receive() >= queues.send()) {
                ill("full", waiting, Figures.count(queues.send()));
            } else if (queues.receive() > 0) {
                ill("waiting", queues.receive(), waiting);
            }
        }

        void waiting(Socket socket) {
            figure("unread", Quantity.bytes(socket.queues().receive()));
            if (socket.queues().receive() > 0) {
                ill("unread", Quantity.bytes(socket.queues().receive()));
            }
        }

        void connection(SocketLine line, Instant now) {
            TcpInfo tcp = line.socket().tcp();
            Rates rates = line.rates();
            if (tcp == null || rates == null) {
                lack = FlowText.lack(line, words);
            } else {
                figure("in", FlowText.rate(rates.in(), words));
                figure("out", FlowText.rate(rates.out(), words));
            }
            if (tcp != null) {
                figure("received", Quantity.bytes(tcp.received()));
                figure("sent", Quantity.bytes(tcp.sent()));
                figure("again", words.get("ui.inspector.retrans.count", tcp.retransmits()));
                figure("idle", words.get("ui.inspector.idle.for", FlowText.idle(line, words, now)));
            }
            Queues queues = line.socket().queues();
            figure("unread", Quantity.bytes(queues.receive()));
            figure("unacknowledged", Quantity.bytes(queues.send()));
            if (!line.isClosed()) {
                ills(line, queues, tcp);
            }
        }

        private void ills(SocketLine line, Queues queues, @Nullable TcpInfo tcp) {
            if (line.socket().state() == SocketState.CLOSE_WAIT) {
                ill("left");
            }
            if (queues.receive() > 0) {
                ill("unread", Quantity.bytes(queues.receive()));
            }
            Rates rates = line.rates();
            if (queues.send() > 0 && line.socket().state() != SocketState.SYN_SENT) {
                boolean stands = rates != null && rates.out() == 0;
                ill(stands ? "unheard" : "underWay", Quantity.bytes(queues.send()));
            }
            if (tcp != null && tcp.retransmits() > 0) {
                ill("again", tcp.retransmits(), Figures.count(tcp.retransmits()));
            }
            if (tcp != null && tcp.leastRttMicros() > 0 && tcp.rttMicros() >= NOTICED_MICROS
                    && tcp.rttMicros() >= SLOWED * tcp.leastRttMicros()) {
                ill("slow", Figures.micros(tcp.rttMicros(), words), Figures.micros(tcp.leastRttMicros(), words));
            }
        }

        void files(@Nullable ProcessDetail detail) {
            Long open = detail == null ? null : detail.openFiles();
            Long most = detail == null ? null : detail.mostFiles();
            if (open == null && most == null) {
                return;
            }
            String count = open == null ? words.get("view.pid.hidden") : Figures.count(open);
            if (most == null) {
                figure("files", count);
            } else if (most == Long.MAX_VALUE) {
                figure("files", words.get("view.health.unlimited", count));
            } else {
                figure("files", words.get("view.backlog", count, Figures.count(most)));
                if (open != null && open >= SHORT * most) {
                    ill("files", Figures.count(open), Figures.count(most));
                }
            }
        }
    }
}
