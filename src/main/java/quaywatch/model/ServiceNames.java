package quaywatch.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What ports are registered for, after IANA's service name registry. Says nothing about who really holds one. */
public final class ServiceNames {

    /** No name for any port. */
    public static final ServiceNames NONE = new ServiceNames(Map.of(), Map.of());

    private final Map<Integer, String> byPort;
    private final Map<String, List<Integer>> byName;

    private ServiceNames(Map<Integer, String> byPort, Map<String, List<Integer>> byName) {
        this.byPort = byPort;
        this.byName = byName;
    }

    /** Reads lines of {@code port<tab>protocol<tab>name}; {@code #} opens a comment; a line of another form is skipped. */
    public static ServiceNames parse(List<String> lines) {
        Map<Integer, String> byPort = new HashMap<>();
        Map<String, TreeSet<Integer>> byName = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\t");
            if (line.startsWith("#") || parts.length != 3 || !parts[0].matches("\\d{1,5}") || Integer.parseInt(parts[0]) > 65_535) {
                continue;
            }
            int port = Integer.parseInt(parts[0]);
            byPort.putIfAbsent(key(parts[1].equals("udp") ? Protocol.UDP : Protocol.TCP, port), parts[2]);
            byName.computeIfAbsent(parts[2].toLowerCase(Locale.ROOT), _ -> new TreeSet<>()).add(port);
        }
        Map<String, List<Integer>> ports = new HashMap<>();
        byName.forEach((name, set) -> ports.put(name, List.copyOf(set)));
        return new ServiceNames(byPort, ports);
    }

    private static int key(Protocol protocol, int port) {
        return protocol == Protocol.UDP ? port | 1 << 16 : port;
    }

    /** The registered name of a port, if it has one. */
    public Optional<String> name(Protocol protocol, int port) {
        return Optional.ofNullable(byPort.get(key(protocol, port)));
    }

    /** The ports registered under a name, ignoring case, in order; empty if there is none. */
    public List<Integer> ports(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** All names, in alphabetical order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(byName.keySet());
        Collections.sort(names);
        return names;
    }
}
