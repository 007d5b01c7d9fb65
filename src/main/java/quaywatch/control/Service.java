package quaywatch.control;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;

/** What is stopped instead of a process, because it would only start the process again or because the process merely stands in for it. */
public sealed interface Service {

    /** Its name as its own tools show it, raw. */
    String name();

    /**
     * A systemd unit.
     *
     * @param name     with its suffix ({@code orders-api.service})
     * @param user     whether it is one of the user's own manager
     * @param sockets  the socket units that would start it at the next connection; they are stopped with it
     */
    record Unit(String name, boolean user, List<String> sockets) implements Service {

        public Unit {
            sockets = List.copyOf(sockets);
        }

        /** Every unit to stop: the sockets first, for a connection between the two would start the service again. */
        public List<String> all() {
            return Stream.concat(sockets.stream(), Stream.of(name)).distinct().toList();
        }
    }

    /**
     * A container.
     *
     * @param runtime  {@code docker} or {@code podman}
     * @param id       all digits of its id
     * @param name     as the runtime tells
     * @param image    what it was made from, as the runtime tells; empty where it does not
     * @param through    the process that holds the port on its behalf; null where the program in the container holds it itself
     * @param published  all its ports that others hold on its behalf: they close with it
     */
    record Container(String runtime, String id, String name, String image, @Nullable ProcessFacts through,
            List<Published> published) implements Service {

        public Container {
            published = List.copyOf(published);
        }

        /** One that publishes nothing. */
        public Container(String runtime, String id, String name, String image, @Nullable ProcessFacts through) {
            this(runtime, id, name, image, through, List.of());
        }

        /** Whether the socket is held for the container by whoever holds such sockets: a forwarder of the same kind, or somebody hidden. */
        boolean holds(Row row) {
            return published.stream().anyMatch(each -> each.isHeldBy(row.socket())) && switch (row.live().owner()) {
                case Owner.Processes forwarders -> through != null && forwarders.first().name().equals(through.name());
                case Owner.Service _,Owner.UserOnly _,Owner.Kernel _,Owner.Unknown _ -> true;
            };
        }
    }
}
