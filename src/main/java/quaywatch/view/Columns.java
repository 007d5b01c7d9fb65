package quaywatch.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import quaywatch.model.Address;
import quaywatch.model.Owner;

/** All columns there are. */
public final class Columns {

    private static final Column OWNER = Column.<String>of("owner", line -> OwnerText.sortName(line.owner()))
            .text((line, wording, _) -> OwnerText.name(line.owner(), wording.words()));
    private static final Column PID = Column.<Long>of("pid", line -> OwnerText.pid(line.owner())).right().mono()
            .text((line, wording, _) -> OwnerText.pidText(line.live(), wording.words()));
    private static final Column PORT = Column.<Integer>of("port", line -> line.socket().local().port()).right().mono()
            .text((line, _, _) -> Integer.toString(line.socket().local().port()));
    private static final Column PROTOCOL = Column.<String>of("proto", line -> line.socket().protocol().name())
            .text((line, _, _) -> line.socket().protocol().name());
    private static final Column STATE = Column.<String>of("state", line -> line.socket().state().name())
            .text((line, _, _) -> line.socket().state().name());
    private static final Column EXPOSURE = Column.<Integer>of("exposure", line -> line.socket().exposure().ordinal())
            .text((line, wording, _) -> wording.words().of("view.exposure", line.socket().exposure()));
    private static final Column ADDRESS = Column.<Address>of("address", line -> line.socket().local().address()).mono()
            .text((line, _, _) -> line.socket().local().host());
    private static final Column LOCAL_ADDRESS = Column.<Address>of("laddr", line -> line.socket().local().address()).mono()
            .text((line, _, _) -> line.socket().local().address().toString());
    private static final Column LOCAL_PORT = Column.<Integer>of("lport", line -> line.socket().local().port()).right().mono()
            .text((line, _, _) -> Integer.toString(line.socket().local().port()));
    private static final Column REMOTE_ADDRESS = Column.<Address>of("raddr", line -> line.socket().remote().address()).mono()
            .text((line, _, _) -> line.socket().remote().address().toString());
    private static final Column REMOTE_PORT = Column.<Integer>of("rport", line -> line.socket().remote().port()).right().mono()
            .text((line, _, _) -> Integer.toString(line.socket().remote().port()));

    private static final List<Column> PORTS = List.of(OWNER, PID, PORT, PROTOCOL, STATE, EXPOSURE, ADDRESS);
    private static final List<Column> CONNECTIONS = List.of(OWNER, PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, REMOTE_ADDRESS, REMOTE_PORT, STATE);

    private Columns() {}

    /** The columns of held ports, in order. */
    public static List<Column> ports() {
        return PORTS;
    }

    /** The columns of connections, in order. */
    public static List<Column> connections() {
        return CONNECTIONS;
    }

    /** The column of an {@link Column#id()}. */
    public static Optional<Column> byId(String id) {
        return Stream.concat(PORTS.stream(), CONNECTIONS.stream()).filter(column -> column.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static boolean isHidden(Owner owner) {
        return switch (owner) {
            case Owner.Service _,Owner.UserOnly _,Owner.Unknown _ -> true;
            case Owner.Processes _,Owner.Kernel _ -> false;
        };
    }
}
