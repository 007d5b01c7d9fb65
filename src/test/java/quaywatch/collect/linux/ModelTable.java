package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What a {@link SocketTable} has to tell, done with plain maps. */
final class ModelTable {

    private final SocketTable table;
    private final Map<String, Watched> known = new HashMap<>();
    private final Map<String, Socket> sockets = new HashMap<>();
    private Map<String, KernelRow> before = new LinkedHashMap<>();
    private Map<String, KernelRow> now = new LinkedHashMap<>();
    private final List<String> fresh = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    /** Every inode that ever was. */
    private final Map<Long, String> inodes = new HashMap<>();

    ModelTable(SocketTable table) {
        this.table = table;
    }

    /** What identifies a socket: the strongest of cookie, inode and ends. */
    private static String key(KernelRow row) {
        return row.cookie != 0 ? "cookie " + row.cookie : row.inode != 0 ? "inode " + row.inode : "port " + row.port + " " + row.state;
    }

    void startTick() {
        before = now;
        now = new LinkedHashMap<>();
        fresh.clear();
        released.clear();
    }

    void row(KernelRow row) {
        String key = key(row);
        if (now.putIfAbsent(key, row) != null) {
            return;
        }
        KernelRow former = before.get(key);
        boolean moved = former != null && former.inode != row.inode;
        if (former == null || moved && row.inode != 0) {
            fresh.add(key);
        }
        if (moved && former != null && former.inode != 0) {
            released.add(key);
        }
    }

    /** Takes note of the objects of this tick; those of former ones have to be the same where nothing has changed. */
    void endRows() {
        int place = 0;
        for (var each : now.entrySet()) {
            Watched told = table.get(place++);
            KernelRow row = each.getValue();
            KernelRow former = before.get(each.getKey());
            Socket socket = told.socket();
            assertEquals(said(row),
                    List.of(socket.cookie(), socket.inode(), socket.state(), socket.local().port(), socket.queues().receive()));
            Watched earlier = known.put(each.getKey(), told);
            assertEquals(former != null, earlier == told, each::getKey);
            boolean same = former != null && said(former).equals(said(row));
            assertEquals(same, sockets.put(each.getKey(), socket) == socket, each::getKey);
        }
    }

    private static List<?> said(KernelRow row) {
        return List.of(row.cookie, row.inode, row.state, row.port, row.unread);
    }

    /** Holds what the table says after its rows against this one. */
    void assertRows() {
        assertEquals(fresh, keys(table.fresh()));
        assertEquals(released, keys(table.released()));
        assertEquals(before.keySet().stream().filter(it -> !now.containsKey(it)).toList(), keys(table.missing()));
    }

    /** A missing socket is kept or forgotten. */
    void judge(Watched missing, boolean keep) {
        String key = keys(List.of(missing)).getFirst();
        if (keep) {
            now.put(key, requireNonNull(before.get(key)));
        } else {
            known.remove(key);
            sockets.remove(key);
        }
    }

    /** Holds all of the table against this one. */
    void assertSame() {
        List<Watched> all = IntStream.range(0, table.size()).mapToObj(table::get).toList();
        assertEquals(List.copyOf(now.keySet()), keys(all));
        List<String> listeners = now.entrySet().stream().filter(it -> it.getValue().state == SocketState.LISTEN).map(Map.Entry::getKey)
                .toList();
        assertEquals(listeners, keys(table.listeners()));
        inodes.replaceAll((_, _) -> "");
        now.forEach((key, row) -> inodes.put(row.inode, key));
        inodes.forEach((inode, key) -> {
            if (inode == 0 || key.isEmpty()) {
                assertNull(table.byInode(inode), key);
            } else {
                assertEquals(known.get(key), table.byInode(inode), key);
            }
        });
    }

    private List<String> keys(List<Watched> all) {
        Map<Watched, String> names = new HashMap<>();
        known.forEach((key, watched) -> names.put(watched, key));
        return all.stream().map(it -> names.getOrDefault(it, "unknown " + it.socket())).toList();
    }
}
