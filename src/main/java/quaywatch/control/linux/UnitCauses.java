package quaywatch.control.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Cause;
import quaywatch.control.Engines;
import quaywatch.control.Service;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/** What systemd would do: start the unit of a holder again, or listen in its place. */
final class UnitCauses {

    private static final String SERVICE = ".service";

    private final Systemd systemd;
    private final Faces faces;

    UnitCauses(Systemd systemd, Faces faces) {
        this.systemd = systemd;
        this.faces = faces;
    }

    /** What was found; no service where there is none to stop instead of the holder. */
    record Found(List<Cause> causes, @Nullable ProcessFacts main, @Nullable Service service) {

        private static final Found NOTHING = new Found(List.of(), null, null);
    }

    /** Whether it is systemd: the first process, or the manager of a user's services. */
    static boolean isManager(Glance who) {
        return who.program().equals("systemd") && (who.pid() == 1 || who.arguments().contains("--user"));
    }

    /** A system unit that is told by the control group of the socket alone. That of another user is out of reach of systemctl. */
    Optional<Found> hidden(Belonging belonging, Glances glances) {
        return belonging instanceof Belonging.Unit(String name, boolean user) && !user && name.endsWith(SERVICE) && !Engines.isUnit(name)
                ? systemd.unit(name, false).flatMap(unit -> glances.at(unit.mainPid()).filter(main -> main.pid() > 1)
                        .map(main -> found(unit, main)))
                : Optional.empty();
    }

    Found of(@Nullable Socket socket, List<ProcessFacts> holders, List<Glance> held, List<Glance> above) {
        Optional<Glance> manager = held.stream().filter(UnitCauses::isManager).findFirst();
        if (manager.isPresent()) {
            return socket == null ? Found.NOTHING : listening(socket, manager.get().pid() != 1);
        }
        Glance top = Parents.top(held);
        return holders.stream().filter(who -> who.id().pid() == top.pid()).findFirst()
                .flatMap(who -> who.belongsTo() instanceof Belonging.Unit(String name, boolean user) && name.endsWith(SERVICE)
                        && !Engines.isUnit(name)
                                ? systemd.unit(name, user)
                                : Optional.empty())
                .flatMap(unit -> main(unit, held, above).map(main -> found(unit, main))).orElse(Found.NOTHING);
    }

    /**
     * The main process of the unit, if its end follows from that of the holder: it is a holder itself, or a parent in the same session. A
     * terminal gives each shell a session of its own, and is not stopped for what runs in it.
     */
    private static Optional<Glance> main(Systemd.Unit unit, List<Glance> held, List<Glance> above) {
        long session = Parents.top(held).session();
        return Stream.concat(held.stream(), above.stream().takeWhile(who -> who.session() == session))
                .filter(who -> who.pid() == unit.mainPid()).findFirst();
    }

    private Found found(Systemd.Unit unit, Glance main) {
        List<Cause> causes = new ArrayList<>();
        if (unit.startsAgain()) {
            causes.add(new Cause.Unit(unit.name(), unit.user(), unit.restart(), unit.delay(), faces.of(main)));
        }
        List<String> sockets = unit.sockets().isEmpty()
                ? List.of()
                : systemd.listeners(unit.user()).stream().map(Systemd.Listener::name).filter(unit.sockets()::contains).toList();
        sockets.forEach(name -> causes.add(new Cause.SocketUnit(name, unit.name(), unit.user())));
        return new Found(causes, faces.of(main), new Service.Unit(unit.name(), unit.user(), sockets));
    }

    /** The socket unit that listens exactly here. */
    private Found listening(Socket socket, boolean user) {
        return systemd.listeners(user).stream().filter(unit -> unit.listens().contains(address(socket))).findFirst()
                .map(unit -> new Found(List.of(new Cause.SocketUnit(unit.name(), unit.triggers(), user)), null,
                        new Service.Unit(unit.triggers().isEmpty() ? unit.name() : unit.triggers(), user, List.of(unit.name()))))
                .orElse(Found.NOTHING);
    }

    /** As systemd prints it: {@code [::]:22 (Stream)}. */
    static String address(Socket socket) {
        String kind = socket.protocol() == Protocol.UDP ? "Datagram" : "Stream";
        return socket.local() + " (" + kind + ")";
    }
}
