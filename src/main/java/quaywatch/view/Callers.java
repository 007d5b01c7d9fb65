package quaywatch.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import quaywatch.model.Entrances;
import quaywatch.model.Owner;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/**
 * The held ports of one snapshot and the connections that may lead to them, set apart once, so that whoever asks about one port need not look
 * at every row. What is closed is not among them. Immutable; any thread.
 */
public final class Callers {

    private final List<Row> holders = new ArrayList<>();
    private final Map<Integer, List<Row>> callers = new HashMap<>();
    private final Entrances<List<Row>> guests = new Entrances<>();

    private Callers() {}

    public static Callers of(Snapshot snapshot) {
        Callers all = new Callers();
        BitSet ports = new BitSet();
        for (Row row : snapshot.rows()) {
            if (row.socket().holdsPort() && !row.isClosed()) {
                all.holders.add(row);
                ports.set(row.socket().local().port());
            }
            if (listens(row) && !row.isClosed()) {
                all.guests.open(row.socket(), ArrayList::new);
            }
        }
        for (Row row : snapshot.rows()) {
            Socket socket = row.socket();
            if (socket.state() == SocketState.ESTABLISHED && socket.protocol() == Protocol.TCP && !row.isClosed()) {
                if (ports.get(socket.remote().port())) {
                    all.callers.computeIfAbsent(socket.remote().port(), _ -> new ArrayList<>()).add(row);
                }
                List<Row> beside = all.guests.through(socket);
                if (beside != null) {
                    beside.add(row);
                }
            }
        }
        return all;
    }

    private static boolean listens(Row row) {
        return row.socket().state() == SocketState.LISTEN;
    }

    /** The sockets that hold a port for this owner. */
    public List<Row> heldBy(Owner owner) {
        return holders.stream().filter(row -> row.live().owner().equals(owner)).toList();
    }

    /** Whether a process holds a port. */
    public boolean holds(ProcessId process) {
        return holders.stream().anyMatch(row -> row.live().owner() instanceof Owner.Processes owner && owner.first().id().equals(process));
    }

    /**
     * The established TCP connections that came in through some listeners, each once, whichever of those that share an entrance took it; none for
     * sockets that do not listen.
     */
    public List<Row> through(List<Row> listeners) {
        Set<List<Row>> entrances = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Row> all = new ArrayList<>();
        for (Row listener : listeners) {
            List<Row> these = listens(listener) ? guests.at(listener.socket()) : null;
            if (these != null && entrances.add(these)) {
                all.addAll(these);
            }
        }
        return all;
    }

    /** The established TCP connections, of whatever network, whose far port has this number; none where no port of this number is held here. */
    public List<Row> to(int port) {
        return Collections.unmodifiableList(callers.getOrDefault(port, List.of()));
    }
}
