package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Cause;
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

    /** Empty where no container is behind it, or none that an engine tells of. */
    Optional<UnitCauses.Found> of(Socket socket, List<ProcessFacts> holders, List<Glance> held) {
        return held.stream().flatMap(who -> forwarders.of(who, socket).stream()).findFirst()
                .flatMap(forwarder -> containers.publishing(socket).filter(it -> it.id().startsWith(forwarder.container()))
                        .map(it -> found(it, faces.of(forwarder.who()))))
                .or(() -> inside(holders).map(it -> found(it, null)));
    }

    private Optional<Engine.Container> inside(List<ProcessFacts> holders) {
        return holders.stream().findFirst().flatMap(who -> who.belongsTo() instanceof Belonging.Container(String id, _)
                ? containers.container(id)
                : Optional.empty());
    }

    private static UnitCauses.Found found(Engine.Container it, @Nullable ProcessFacts through) {
        List<Cause> causes = it.startsAgain() ? List.of(new Cause.Container(it.runtime(), it.name(), it.policy())) : List.of();
        return new UnitCauses.Found(causes, new Service.Container(it.runtime(), it.id(), it.name(), it.image(), through));
    }
}
