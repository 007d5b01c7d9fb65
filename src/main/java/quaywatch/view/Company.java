package quaywatch.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;

/** What else belongs to a socket: the other ports of who holds it, and who is connected. */
public final class Company {

    private Company() {}

    /**
     * A port that somebody holds.
     *
     * @param clients   established connections that came in through it
     * @param row       one of the sockets that hold it
     * @param selected  whether it is the one that is looked at
     */
    public record Port(int port, Protocol protocol, Exposure exposure, int clients, Row row, boolean selected) {}

    /**
     * A client of a listener.
     *
     * @param row    its connection, as this end has it
     * @param other  who is at the other end; null where that is not on this machine
     * @param far    its address and port
     */
    public record Client(Row row, @Nullable Owner other, Endpoint far) {

        /** Bytes a second, both ways. */
        public long rate() {
            Rates rates = row.live().rates();
            return rates == null ? 0 : rates.total();
        }

        public SocketKey key() {
            return row.socket().key();
        }
    }

    /** The ports that the owner of a line holds, each once, in order; none where its processes are not known. */
    public static List<Port> ports(Callers callers, Entry line) {
        if (!(line.owner() instanceof Owner.Processes) && !(line instanceof OwnerLine)) {
            return List.of();
        }
        Map<List<Object>, List<Row>> ports = new HashMap<>();
        for (Row row : callers.heldBy(line.owner())) {
            ports.computeIfAbsent(name(row.socket()), _ -> new ArrayList<>(1)).add(row);
        }
        List<Object> own = line instanceof SocketLine socket && socket.socket().holdsPort() ? name(socket.socket()) : List.of();
        return ports.entrySet().stream().map(port -> port(callers, port.getValue(), port.getKey().equals(own)))
                .sorted(Comparator.comparingInt(Port::port).thenComparing(Port::protocol).thenComparing(Port::exposure)).toList();
    }

    /** What the ports of one owner are told apart by. */
    private static List<Object> name(Socket holder) {
        return List.of(holder.local().port(), holder.protocol(), holder.exposure());
    }

    private static Port port(Callers callers, List<Row> holders, boolean selected) {
        Socket first = holders.getFirst().socket();
        return new Port(first.local().port(), first.protocol(), first.exposure(), callers.through(holders).size(), holders.getFirst(),
                selected);
    }

    /** Who is connected through a listener, the busiest first; none for anything else. */
    public static List<Client> clients(Callers callers, SocketLine line) {
        if (line.socket().state() != SocketState.LISTEN || line.isClosed()) {
            return List.of();
        }
        Map<Endpoint, Owner> here = new HashMap<>();
        for (Row row : callers.to(line.socket().local().port())) {
            here.put(plain(row.socket().local()), row.live().owner());
        }
        List<Client> clients = new ArrayList<>();
        for (Row row : callers.through(line.rows())) {
            clients.add(new Client(row, here.get(plain(row.socket().remote())), row.socket().remote()));
        }
        clients.sort(Comparator.comparingLong(Client::rate).reversed().thenComparing(client -> client.far.port())
                .thenComparing(client -> client.far.address()));
        return clients;
    }

    private static Endpoint plain(Endpoint end) {
        return new Endpoint(end.address().unmapped(), "", end.port());
    }
}
