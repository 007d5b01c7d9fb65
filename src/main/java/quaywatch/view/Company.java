package quaywatch.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Exposure;
import quaywatch.model.Family;
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
        Map<List<Object>, Port> ports = new HashMap<>();
        Socket own = line instanceof SocketLine socket ? socket.socket() : null;
        for (Row row : callers.heldBy(line.owner())) {
            Socket socket = row.socket();
            boolean selected = own != null && own.holdsPort() && socket.local().port() == own.local().port()
                    && socket.protocol() == own.protocol() && socket.exposure() == own.exposure();
            ports.putIfAbsent(List.of(socket.local().port(), socket.protocol(), socket.exposure()),
                    new Port(socket.local().port(), socket.protocol(), socket.exposure(), guests(callers, List.of(row)).size(), row,
                            selected));
        }
        return ports.values().stream()
                .sorted(Comparator.comparingInt(Port::port).thenComparing(Port::protocol).thenComparing(Port::exposure)).toList();
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
        for (Row row : guests(callers, line.rows())) {
            clients.add(new Client(row, here.get(plain(row.socket().remote())), row.socket().remote()));
        }
        clients.sort(Comparator.comparingLong(Client::rate).reversed().thenComparing(client -> client.far.port())
                .thenComparing(client -> client.far.address()));
        return clients;
    }

    private static Endpoint plain(Endpoint end) {
        return new Endpoint(end.address().unmapped(), "", end.port());
    }

    private static List<Row> guests(Callers callers, List<Row> doors) {
        Socket first = doors.getFirst().socket();
        if (first.state() != SocketState.LISTEN) {
            return List.of();
        }
        return callers.through(first.local().port()).stream()
                .filter(row -> doors.stream().anyMatch(door -> leads(door.socket(), row.socket()))).toList();
    }

    /** Whether a connection came in through this listener. */
    private static boolean leads(Socket door, Socket guest) {
        return door.namespace() == guest.namespace() && (door.local().address().isAny()
                ? door.local().address().family() == guest.local().address().unmapped().family()
                        || door.local().address().family() == Family.IPV6 && !Boolean.TRUE.equals(door.v6Only())
                : door.local().address().unmapped().equals(guest.local().address().unmapped()));
    }
}
