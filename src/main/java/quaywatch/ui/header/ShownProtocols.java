package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import quaywatch.model.Protocol;

/** Which protocols are shown. Raw sockets belong to neither button and are always meant. No controls; FX thread only. */
public final class ShownProtocols {

    private final BooleanProperty tcp = new SimpleBooleanProperty(true);
    private final BooleanProperty udp = new SimpleBooleanProperty(true);

    public BooleanProperty tcp() {
        return tcp;
    }

    public BooleanProperty udp() {
        return udp;
    }

    /** Those that are switched on. */
    public Set<Protocol> chosen() {
        Set<Protocol> protocols = EnumSet.of(Protocol.RAW);
        if (tcp.get()) {
            protocols.add(Protocol.TCP);
        }
        if (udp.get()) {
            protocols.add(Protocol.UDP);
        }
        return protocols;
    }

    /** The one that a port is meant of whose protocol nobody says. */
    public Protocol meant() {
        return tcp.get() ? Protocol.TCP : Protocol.UDP;
    }

    /** Switches every protocol on. */
    public void showAll() {
        tcp.set(true);
        udp.set(true);
    }

    /** The terms of a query that leave out what is switched off. */
    static List<String> terms(boolean tcp, boolean udp) {
        List<String> terms = new ArrayList<>(2);
        if (!tcp) {
            terms.add("!proto:tcp");
        }
        if (!udp) {
            terms.add("!proto:udp");
        }
        return terms;
    }
}
