package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/**
 * Recognises the programs that hold a port for a container, to pass on what comes or to keep others off it: by the program that runs, the form of its command line
 * and its relatives. Whether a container publishes the port must still be told by its engine.
 */
final class Forwarders {

    private static final Set<String> ROOTLESS_PORT = Set.of("rootlessport", "containers-rootlessport");
    private static final Set<String> PASTA = Set.of("pasta", "pasta.avx2", "passt", "passt.avx2");
    private static final Pattern CONTAINER = Pattern.compile("[0-9a-f]{64}");
    /** Podman names the socket of slirp4netns after the container. */
    private static final Pattern SLIRP_SOCKET = Pattern.compile("(?:.*/)?([0-9a-f]{64})\\.net");
    /** {@code 127.0.0.1/8080-8090:80-90}, address and second half optional. */
    private static final Pattern PASTA_PORTS = Pattern.compile("(?:[^/]+/)?([0-9]{1,5})(?:-([0-9]{1,5}))?(?::[0-9-]+)?");

    private final Glances glances;

    Forwarders(Glances glances) {
        this.glances = glances;
    }

    /**
     * A process that forwards.
     *
     * @param container  id of the container that its command line names; empty where it names none
     */
    record Forwarder(Glance who, String container) {}

    /** Empty where nothing tells that it forwards the port of this socket. */
    Optional<Forwarder> of(Glance who, Socket socket) {
        return dockerProxy(who, socket).or(() -> rootlessPort(who)).or(() -> slirp(who)).or(() -> pasta(who, socket)).or(() -> conmon(who));
    }

    /** A child of dockerd that was told which port to hold and where to pass it on. */
    private Optional<Forwarder> dockerProxy(Glance who, Socket socket) {
        boolean told = who.program().equals("docker-proxy") && !option(who, "-container-ip").isEmpty()
                && option(who, "-host-port").equals(Integer.toString(socket.local().port()))
                && option(who, "-proto").equals(socket.protocol() == Protocol.UDP ? "udp" : "tcp");
        return told && glances.at(who.parent()).filter(parent -> parent.program().equals("dockerd") && parent.start() <= who.start())
                .isPresent() ? Optional.of(new Forwarder(who, "")) : Optional.empty();
    }

    /** It has no arguments, for it is told by its input, and keeps a copy of itself inside the namespace of the container. */
    private Optional<Forwarder> rootlessPort(Glance who) {
        boolean alone = ROOTLESS_PORT.contains(who.program()) && who.arguments().size() == 1 && ROOTLESS_PORT.contains(last(who));
        return alone && glances.below(Set.of(who.pid())).stream().flatMap(pid -> glances.at(pid).stream())
                .anyMatch(child -> child.parent() == who.pid() && child.executable().equals(who.executable())
                        && child.arguments().equals(List.of(last(who) + "-child")))
                                ? Optional.of(new Forwarder(who, ""))
                                : Optional.empty();
    }

    private static Optional<Forwarder> slirp(Glance who) {
        if (!who.program().equals("slirp4netns")) {
            return Optional.empty();
        }
        Matcher socket = SLIRP_SOCKET.matcher(option(who, "--api-socket"));
        return socket.matches() ? Optional.of(new Forwarder(who, socket.group(1))) : Optional.empty();
    }

    /** It looks after one container. Where the kernel forwards, Podman lets it hold the port, so that nobody else takes it. */
    private static Optional<Forwarder> conmon(Glance who) {
        String container = who.program().equals("conmon") ? option(who, "-c") : "";
        return CONTAINER.matcher(container).matches() ? Optional.of(new Forwarder(who, container)) : Optional.empty();
    }

    private static Optional<Forwarder> pasta(Glance who, Socket socket) {
        boolean udp = socket.protocol() == Protocol.UDP;
        boolean told = PASTA.contains(who.program()) && !option(who, "--netns").isEmpty()
                && Stream.concat(options(who, udp ? "-u" : "-t"), options(who, udp ? "--udp-ports" : "--tcp-ports"))
                        .flatMap(value -> Stream.of(value.split(","))).anyMatch(ports -> covers(ports, socket.local().port()));
        return told ? Optional.of(new Forwarder(who, "")) : Optional.empty();
    }

    private static boolean covers(String ports, int port) {
        Matcher range = PASTA_PORTS.matcher(ports);
        if (!range.matches()) {
            return false;
        }
        int from = Integer.parseInt(range.group(1));
        return port >= from && port <= (range.group(2) == null ? from : Integer.parseInt(range.group(2)));
    }

    private static String last(Glance who) {
        String first = who.arguments().getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    private static String option(Glance who, String name) {
        return options(who, name).findFirst().orElse("");
    }

    /** Values of an option, as the next word or behind an equals sign. */
    private static Stream<String> options(Glance who, String name) {
        List<String> words = who.arguments();
        return IntStream.range(1, words.size()).mapToObj(i -> words.get(i).startsWith(name + "=")
                ? words.get(i).substring(name.length() + 1)
                : words.get(i).equals(name) && i + 1 < words.size() ? words.get(i + 1) : "").filter(value -> !value.isEmpty());
    }
}
