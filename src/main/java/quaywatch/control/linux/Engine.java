package quaywatch.control.linux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import quaywatch.control.Json;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Published;
import quaywatch.model.Address;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/** A container engine that answers the Docker Engine API, as Docker and Podman do. */
final class Engine {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    /** A container may take longer to end; that is seen at the port. A refusal comes at once. */
    private static final Duration STOP = Duration.ofSeconds(3);
    /** What a path may hold: an id, whole or shortened. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12,64}");

    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    private final EngineSocket socket;

    Engine(EngineSocket socket) {
        this.socket = socket;
    }

    /**
     * A container.
     *
     * @param runtime  {@code docker} or {@code podman}
     * @param id       all 64 digits
     * @param policy   the restart policy; {@code no} or empty for none
     */
    record Container(String runtime, String id, String name, String image, String policy) {

        boolean startsAgain() {
            return !policy.isEmpty() && !policy.equals("no");
        }
    }

    /** The container with this id, of which the first twelve digits are enough. */
    Optional<Container> container(String id) {
        return ID.matcher(id).matches()
                ? get("/containers/" + id + "/json").flatMap(this::container).filter(it -> it.id.startsWith(id))
                : Optional.empty();
    }

    private Optional<Container> container(Told told) {
        String id = told.json.at("Id").text();
        String name = told.json.at("Name").text();
        return !ID.matcher(id).matches() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Container(told.runtime, id, name.startsWith("/") ? name.substring(1) : name,
                        told.json.at("Config", "Image").text(), told.json.at("HostConfig", "RestartPolicy", "Name").text()));
    }

    /** Ids of the running containers that publish the port of this socket at its address. */
    List<String> publishing(Socket socket) {
        return get("/containers/json").map(told -> told.json.items().stream()
                .filter(each -> each.at("Ports").items().stream().anyMatch(port -> isAt(port, socket)))
                .map(each -> each.at("Id").text()).toList()).orElse(List.of());
    }

    /** The ports that the running container publishes at this machine; where it names no address, at every one. */
    List<Published> published(String id) {
        return get("/containers/json").map(told -> told.json.items().stream().filter(each -> each.at("Id").text().equals(id))
                .flatMap(each -> each.at("Ports").items().stream()).flatMap(Engine::published).toList()).orElse(List.of());
    }

    private static Stream<Published> published(Json port) {
        String number = port.at("PublicPort").text();
        String type = port.at("Type").text();
        if (!PORT.matcher(number).matches() || !type.equals("tcp") && !type.equals("udp")) {
            return Stream.empty();
        }
        String at = port.at("IP").text();
        Stream<Address> addresses = at.isEmpty() ? Stream.of(Address.ANY_V4, Address.ANY_V6) : Address.parse(at).stream();
        return addresses.map(address -> new Published(type.equals("udp") ? Protocol.UDP : Protocol.TCP, address, Integer.parseInt(number)));
    }

    private static boolean isAt(Json port, Socket socket) {
        Address held = socket.local().address().unmapped();
        String published = port.at("IP").text();
        Optional<Address> address = Address.parse(published);
        boolean any = published.isEmpty() || address.filter(Address::isAny).isPresent();
        return port.at("PublicPort").text().equals(Integer.toString(socket.local().port()))
                && port.at("Type").text().equals(socket.protocol() == Protocol.UDP ? "udp" : "tcp")
                && (any ? held.isAny() : address.filter(held::equals).isPresent());
    }

    /** Asks for the stop of a container that it knows; empty where it does not know it. */
    Optional<Sent> stop(String id) {
        return container(id).map(known -> switch (socket.ask("POST", "/containers/" + known.id + "/stop", STOP)) {
            case EngineSocket.Reply.Told(HttpAnswer answer) -> sent(answer);
            case EngineSocket.Reply.Silent() -> new Sent.Delivered();
            case EngineSocket.Reply.Closed(String cause) -> new Sent.Failed(cause);
        });
    }

    private static Sent sent(HttpAnswer answer) {
        return switch (answer.status()) {
            case 200, 204 -> new Sent.Delivered();
            case 304, 404 -> new Sent.Gone();
            case 401, 403 -> new Sent.NotPermitted();
            default -> new Sent.Failed(Json.parse(answer.body()).map(json -> json.at("message").text()).filter(text -> !text.isEmpty())
                    .orElseGet(() -> "HTTP " + answer.status()));
        };
    }

    private record Told(String runtime, Json json) {}

    private Optional<Told> get(String target) {
        return switch (socket.ask("GET", target, ANSWER)) {
            case EngineSocket.Reply.Told(HttpAnswer answer) when answer.status() == 200 ->
                Json.parse(answer.body()).map(json -> new Told(runtime(answer), json));
            case EngineSocket.Reply.Told _,EngineSocket.Reply.Silent _,EngineSocket.Reply.Closed _ -> Optional.empty();
        };
    }

    /** Podman answers at Docker's socket too, where it stands in for it. */
    private static String runtime(HttpAnswer answer) {
        return answer.server().startsWith("Libpod/") ? "podman" : "docker";
    }
}
