package quaywatch.cli;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import quaywatch.control.StopPlan;
import quaywatch.model.Protocol;
import quaywatch.model.Snapshot;
import quaywatch.text.Words;

/**
 * What was asked for and nobody holds here.
 *
 * @param named      the arguments of whose ports none is held, as given; a range with one held port is not among them
 * @param ports      all that are not held, in order
 * @param elsewhere  those of them whose number somebody holds in another network namespace, where it is another port
 */
record Unheld(List<NamedPorts> named, List<Integer> ports, Set<Integer> elsewhere) {

    static Unheld of(Snapshot snapshot, Protocol protocol, List<NamedPorts> asked, List<StopPlan> found) {
        Set<Integer> held = found.stream().map(StopPlan::port).collect(Collectors.toSet());
        TreeSet<Integer> ports = new TreeSet<>();
        asked.forEach(each -> ports.addAll(each.ports()));
        ports.removeAll(held);
        Set<Integer> elsewhere = new HashSet<>();
        snapshot.rows().stream().filter(row -> ports.contains(row.socket().local().port()))
                .filter(row -> PortPlans.holds(row, protocol, row.socket().local().port(), false))
                .forEach(row -> elsewhere.add(row.socket().local().port()));
        return new Unheld(asked.stream().filter(each -> Collections.disjoint(each.ports(), held)).distinct().toList(),
                List.copyOf(ports), Set.copyOf(elsewhere));
    }

    /** {@code Nothing holds 8080.} */
    String sentence(Words words, int port) {
        return sentence(words, Integer.toString(port), elsewhere.contains(port));
    }

    /** The same for each argument of which nothing is held. */
    List<String> sentences(Words words) {
        return named.stream().map(each -> sentence(words, each.shown(), !Collections.disjoint(each.ports(), elsewhere))).distinct()
                .toList();
    }

    private static String sentence(Words words, String ports, boolean elsewhere) {
        return words.get(elsewhere ? "cli.nobodyHolds.elsewhere" : "cli.nobodyHolds", ports);
    }
}
