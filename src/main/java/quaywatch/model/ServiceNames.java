package quaywatch.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        // Read by hand, as twelve thousand lines are read at the start of every short command.
        Map<Integer, String> byPort = HashMap.newHashMap(lines.size());
        Map<String, List<Integer>> byName = HashMap.newHashMap(lines.size() / 2);
        for (String line : lines) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            int port = first < 0 ? -1 : port(line, first);
            if (port >= 0 && second >= 0 && second + 1 < line.length() && line.indexOf('\t', second + 1) < 0) {
                String name = line.substring(second + 1);
                byPort.putIfAbsent(key(line.startsWith("udp\t", first + 1) ? Protocol.UDP : Protocol.TCP, port), name);
                String folded = name.toLowerCase(Locale.ROOT);
                byName.put(folded, with(byName.getOrDefault(folded, List.of()), port));
            }
        }
        return new ServiceNames(byPort, byName);
    }

    /** The port written in the first {@code end} characters; -1 if they are none. */
    private static int port(String line, int end) {
        int port = 0;
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (i == 5 || c < '0' || c > '9') {
                return -1;
            }
            port = port * 10 + c - '0';
        }
        return end == 0 || port > 65_535 ? -1 : port;
    }

    /** Nearly every name has one port, for both protocols. */
    private static List<Integer> with(List<Integer> ports, int port) {
        if (ports.contains(port)) {
            return ports;
        }
        List<Integer> more = new ArrayList<>(ports);
        more.add(port);
        Collections.sort(more);
        return List.copyOf(more);
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
