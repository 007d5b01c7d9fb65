package quaywatch.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** Where connections come in: the listeners that a look saw, and those gone a moment ago. */
final class Listeners {

    private final Map<Integer, List<Life>> byPort;

    private Listeners(Map<Integer, List<Life>> byPort) {
        this.byPort = byPort;
    }

    static Listeners of(Collection<Life> lives) {
        Map<Integer, List<Life>> byPort = new HashMap<>();
        for (Life life : lives) {
            if (listens(life.row.socket())) {
                byPort.computeIfAbsent(life.row.socket().local().port(), _ -> new ArrayList<>(1)).add(life);
            }
        }
        return new Listeners(byPort);
    }

    static boolean listens(Socket socket) {
        return socket.state() == SocketState.LISTEN;
    }

    /** The listener that takes connections to this end; null if there is none. */
    @Nullable
    Row at(long namespace, Endpoint local) {
        Life best = null;
        int most = 0;
        for (Life life : byPort.getOrDefault(local.port(), List.of())) {
            int fit = life.row.socket().namespace() == namespace ? fit(life.row, local.address().unmapped()) : 0;
            if (fit > most) {
                best = life;
                most = fit;
            }
        }
        return best == null ? null : best.row;
    }

    /**
     * How well a listener fits: the kernel prefers the exact address, then the wildcard of the family; a wildcard of IPv6 takes IPv4 too. An
     * open one goes before a closed one. 0 if not at all.
     */
    private static int fit(Row row, Address local) {
        int fit = fit(row.socket(), local);
        return fit == 0 ? 0 : fit * 2 + (row.isClosed() ? 0 : 1);
    }

    private static int fit(Socket listener, Address local) {
        Address own = listener.local().address().unmapped();
        if (own.equals(local)) {
            return 3;
        }
        if (!own.isAny()) {
            return 0;
        }
        boolean both = own.family() == Family.IPV6 && !Boolean.TRUE.equals(listener.v6Only());
        return own.family() == local.family() ? 2 : both ? 1 : 0;
    }
}
