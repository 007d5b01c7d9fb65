package quaywatch.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.ServiceNames;
import quaywatch.model.Socket;
import quaywatch.text.Visible;

/** The columns that put names to numbers: who is at the other end, what hosts are called, what ports are registered for. */
final class NameColumns {

    /** As long as a name in the name system can be; what an answer holds beyond that is cut. */
    private static final int LONGEST_HOST = 253;

    static final Column PEER = Column.<String>of("peer", line -> line.peer() == null ? null : OwnerText.sortName(line.peer().owner()))
            .optional().muted(line -> line.peer() == null).filter(NameColumns::farAddress)
            .text((line, wording, _) -> Conversation.farEnd(line, wording.words()));
    static final Column HOST = Column
            .<String>of("host", line -> line.host() == null || line.host().isBlank() ? null : line.host().toLowerCase(Locale.ROOT))
            .optional().muted(line -> line.host() == null || line.host().isBlank()).filter(NameColumns::farAddress)
            .lack((line, words) -> line.host() == null && line.socket().hasPeer() ? words.get("view.lack.host") : null)
            .text((line, wording, _) -> host(line, wording));
    static final Column LOCAL_SERVICE = Column.ofName("lservice", (line, names) -> name(line.socket(), line.socket().local(), names))
            .optional().muted(_ -> true).filter(line -> Filters.number("lport", line.socket().local().port()))
            .text((line, wording, _) -> service(line.socket(), line.socket().local(), wording));
    static final Column REMOTE_SERVICE = Column.ofName("rservice", (line, names) -> name(line.socket(), line.socket().remote(), names))
            .optional().muted(_ -> true)
            .filter(line -> line.socket().hasPeer() ? Filters.number("rport", line.socket().remote().port()) : null)
            .text((line, wording, _) -> line.socket().hasPeer()
                    ? service(line.socket(), line.socket().remote(), wording)
                    : wording.words().get("view.none"));

    private NameColumns() {}

    private static @Nullable Filter farAddress(SocketLine line) {
        return line.socket().hasPeer() ? Filters.address("raddr", line.socket().remote()) : null;
    }

    static String host(SocketLine line, Wording wording) {
        String host = line.host();
        if (!line.socket().hasPeer()) {
            return wording.words().get("view.none");
        }
        return host == null
                ? wording.words().get("view.notKnown")
                : host.isBlank() ? wording.words().get("view.host.none") : Visible.shortened(host, LONGEST_HOST);
    }

    private static @Nullable String name(Socket socket, Endpoint end, ServiceNames names) {
        return names.name(socket.protocol(), end.port()).map(name -> name.toLowerCase(Locale.ROOT)).orElse(null);
    }

    private static String service(Socket socket, Endpoint end, Wording wording) {
        return wording.names().name(socket.protocol(), end.port()).orElse(wording.words().get("view.service.none"));
    }
}
