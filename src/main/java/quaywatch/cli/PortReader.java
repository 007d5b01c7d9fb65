package quaywatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Reads ports as they are given on a command line: {@code 8080}, {@code :8080}, {@code 3000-3999}, {@code http}. */
final class PortReader {

    private final Words words;
    private final Supplier<ServiceNames> names;

    /** @param names  asked only where a name is given */
    PortReader(Words words, Supplier<ServiceNames> names) {
        this.words = words;
        this.names = names;
    }

    /** Exactly one port. */
    int one(List<String> texts) throws UsageException {
        if (texts.size() != 1) {
            throw new UsageException(words.get("cli.onePort"));
        }
        Set<Integer> ports = ports(texts.getFirst());
        if (ports.size() != 1) {
            throw wrong(texts.getFirst());
        }
        return ports.iterator().next();
    }

    /** All that are named, in order; {@code command} stands in the complaint. */
    Set<Integer> several(String command, List<String> texts) throws UsageException {
        Set<Integer> ports = new TreeSet<>();
        each(command, texts).forEach(named -> ports.addAll(named.ports()));
        return ports;
    }

    /** The same, argument by argument. */
    List<NamedPorts> each(String command, List<String> texts) throws UsageException {
        if (texts.isEmpty()) {
            throw new UsageException(words.get("cli.somePort", command));
        }
        List<NamedPorts> named = new ArrayList<>();
        for (String text : texts) {
            named.add(new NamedPorts(text, ports(text)));
        }
        return List.copyOf(named);
    }

    private Set<Integer> ports(String given) throws UsageException {
        String text = given.startsWith(":") ? given.substring(1) : given;
        if (text.matches("\\d{1,5}(-\\d{1,5})?")) {
            return range(text, given);
        }
        List<Integer> named = names.get().ports(text);
        if (named.isEmpty()) {
            throw wrong(given);
        }
        return Set.copyOf(named);
    }

    private Set<Integer> range(String text, String given) throws UsageException {
        int dash = text.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
        if (first < 1 || last > 65_535 || first > last) {
            throw wrong(given);
        }
        PortRange range = new PortRange(first, last);
        List<Integer> ports = new ArrayList<>(range.size());
        for (int port = range.first(); port <= range.last(); port++) {
            ports.add(port);
        }
        return Set.copyOf(ports);
    }

    private UsageException wrong(String given) {
        return new UsageException(words.get("cli.wrongPort", Visible.shortened(given, Console.MOST)));
    }
}
