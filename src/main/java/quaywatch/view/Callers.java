package quaywatch.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<Integer, List<Row>> guests = new HashMap<>();

    private Callers() {}

    public static Callers of(Snapshot snapshot) {
        Callers all = new Callers();
        BitSet ports = new BitSet();
        for (Row row : snapshot.rows()) {
            if (row.socket().holdsPort() && !row.isClosed()) {
                all.holders.add(row);
                ports.set(row.socket().local().port());
            }
        }
        for (Row row : snapshot.rows()) {
            Socket socket = row.socket();
            if (socket.state() == SocketState.ESTABLISHED && socket.protocol() == Protocol.TCP && !row.isClosed()) {
                if (ports.get(socket.remote().port())) {
                    all.callers.computeIfAbsent(socket.remote().port(), _ -> new ArrayList<>()).add(row);
                }
                if (ports.get(socket.local().port())) {
                    all.guests.computeIfAbsent(socket.local().port(), _ -> new ArrayList<>()).add(row);
                }
            }
        }
        return all;
    }

    /** The sockets that hold a port for this owner. */
    public List<Row> heldBy(Owner owner) {
        return holders.stream().filter(row -> row.live().owner().equals(owner)).toList();
    }

    /** Whether a process holds a port. */
    public boolean holds(ProcessId process) {
        return holders.stream().anyMatch(row -> row.live().owner() instanceof Owner.Processes owner && owner.first().id().equals(process));
    }

    /** The established TCP connections, of whatever network, whose own port has this number, which is held here too. */
    public List<Row> through(int port) {
        return Collections.unmodifiableList(guests.getOrDefault(port, List.of()));
    }

    /** The established TCP connections, of whatever network, whose far port has this number; none where no port of this number is held here. */
    public List<Row> to(int port) {
        return Collections.unmodifiableList(callers.getOrDefault(port, List.of()));
    }
}
