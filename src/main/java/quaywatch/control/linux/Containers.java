package quaywatch.control.linux;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import quaywatch.control.Lever.Sent;
import quaywatch.control.Published;
import quaywatch.control.Service;
import quaywatch.model.Socket;

/** The containers of every engine whose socket the user may use. */
final class Containers {

    private final List<Engine> engines;

    Containers(List<Path> sockets) {
        this.engines = sockets.stream().map(EngineSocket::new).map(Engine::new).toList();
    }

    /** Where Docker and Podman listen, for the system and for the user. Where nobody listens, asking costs nothing. */
    static Containers ofThisMachine() {
        List<Path> sockets = new ArrayList<>();
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "");
        try {
            if (runtime.startsWith("/")) {
                Stream.of("podman/podman.sock", "docker.sock").map(Path.of(runtime)::resolve).forEach(sockets::add);
            }
        } catch (InvalidPathException _) {
            // The user's own are not looked for, then.
        }
        Stream.of("/var/run/docker.sock", "/run/podman/podman.sock").map(Path::of).forEach(sockets::add);
        return new Containers(sockets);
    }

    /** The container with this id; the first twelve digits are enough. */
    Optional<Engine.Container> container(String id) {
        return engines.stream().flatMap(engine -> engine.container(id).stream()).findFirst();
    }

    /** The container that publishes what the socket holds; empty where none does, or more than one. */
    Optional<Engine.Container> publishing(Socket socket) {
        List<Engine.Container> found = engines.stream()
                .flatMap(engine -> engine.publishing(socket).stream().flatMap(id -> engine.container(id).stream())).distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What a container publishes, as its engine tells. */
    List<Published> published(Engine.Container container) {
        return engines.stream().flatMap(engine -> engine.published(container.id()).stream()).distinct().toList();
    }

    /** Asks the engine that knows it to stop it. */
    Sent stop(Service.Container container) {
        return engines.stream().flatMap(engine -> engine.stop(container.id()).stream()).findFirst()
                .orElseGet(() -> new Sent.Failed(container.runtime() + " does not answer"));
    }
}
