package quaywatch.cli;

import java.util.Collection;
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
 * Ports that were asked for and that nobody holds here.
 *
 * @param ports      in order
 * @param elsewhere  those of them whose number somebody holds in another network namespace, where it is another port
 */
record Unheld(List<Integer> ports, Set<Integer> elsewhere) {

    /** More are not named. */
    private static final int MOST = 10;

    static Unheld of(Snapshot snapshot, Protocol protocol, Collection<Integer> asked, List<StopPlan> found) {
        TreeSet<Integer> ports = new TreeSet<>(asked);
        found.forEach(plan -> ports.remove(plan.port()));
        Set<Integer> elsewhere = new HashSet<>();
        snapshot.rows().stream().filter(row -> ports.contains(row.socket().local().port()))
                .filter(row -> PortPlans.holds(row, protocol, row.socket().local().port(), false))
                .forEach(row -> elsewhere.add(row.socket().local().port()));
        return new Unheld(List.copyOf(ports), Set.copyOf(elsewhere));
    }

    /** {@code Nothing holds 8080.} */
    String sentence(Words words, int port) {
        return sentence(words, Integer.toString(port), elsewhere.contains(port));
    }

    /** The same of all of them. */
    String sentence(Words words) {
        String list = ports.stream().map(String::valueOf).limit(MOST).collect(Collectors.joining(", "));
        return sentence(words, ports.size() > MOST ? list + ", ..." : list, !elsewhere.isEmpty());
    }

    private static String sentence(Words words, String ports, boolean elsewhere) {
        return words.get(elsewhere ? "cli.nobodyHolds.elsewhere" : "cli.nobodyHolds", ports);
    }
}
