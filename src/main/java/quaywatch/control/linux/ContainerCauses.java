package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Cause;
import quaywatch.control.Engines;
import quaywatch.control.Published;
import quaywatch.control.Service;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;

/** The container that a holder runs in, or forwards to, and what its engine would do. */
final class ContainerCauses {

    private final Containers containers;
    private final Forwarders forwarders;
    private final Faces faces;

    ContainerCauses(Containers containers, Glances glances, Faces faces) {
        this.containers = containers;
        this.forwarders = new Forwarders(glances);
        this.faces = faces;
    }

    /** Empty where no container is behind it, or none that an engine tells of; without a socket, nobody forwards one. */
    Optional<UnitCauses.Found> of(@Nullable Socket socket, List<ProcessFacts> holders, List<Glance> held) {
        return socket == null ? inside(holders).map(it -> found(it, null, List.of())) : of(held, socket, holders);
    }

    private Optional<UnitCauses.Found> of(List<Glance> held, Socket socket, List<ProcessFacts> holders) {
        return held.stream().flatMap(who -> forwarders.of(who, socket).stream()).findFirst()
                .flatMap(forwarder -> containers.publishing(socket).filter(it -> it.id().startsWith(forwarder.container()))
                        .map(it -> found(it, faces.of(forwarder.who()), containers.published(it))))
                .or(() -> inside(holders).map(it -> found(it, null, List.of())));
    }

    /** A socket that is hidden in the unit of an engine is a forwarder's; which container it is for is told by the engine. */
    Optional<UnitCauses.Found> hidden(Socket socket, Belonging belonging) {
        Optional<Engine.Container> told = switch (belonging) {
            case Belonging.Container(String id, _) -> containers.container(id);
            case Belonging.Unit(String name, boolean user) when Engines.isUnit(name) && !user -> containers.publishing(socket);
            case Belonging.Unit _,Belonging.StartedBy _ -> Optional.empty();
        };
        return told.map(it -> found(it, null, containers.published(it)));
    }

    private Optional<Engine.Container> inside(List<ProcessFacts> holders) {
        return holders.stream().findFirst().flatMap(who -> who.belongsTo() instanceof Belonging.Container(String id, _)
                ? containers.container(id)
                : Optional.empty());
    }

    private static UnitCauses.Found found(Engine.Container it, @Nullable ProcessFacts through, List<Published> published) {
        List<Cause> causes = it.startsAgain() ? List.of(new Cause.Container(it.runtime(), it.name(), it.policy())) : List.of();
        return new UnitCauses.Found(causes, null, new Service.Container(it.runtime(), it.id(), it.name(), it.image(), through, published));
    }
}
