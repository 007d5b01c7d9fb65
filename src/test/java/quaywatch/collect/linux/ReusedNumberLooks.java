package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.control.Child;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

/**
 * Looks at a process that ends between two of them, and at another one that gets its number. Runs as the first process of a pid namespace and
 * prints what was counted; arguments: how many rounds with a socket of the process's own, how many with one that both have.
 */
final class ReusedNumberLooks implements AutoCloseable {

    private final Looks looks = new Looks();
    private final Map<String, Integer> counts = new TreeMap<>();

    private ReusedNumberLooks() {}

    public static void main(String[] arguments) throws Exception {
        try (ReusedNumberLooks rounds = new ReusedNumberLooks()) {
            rounds.withOwnSockets(Integer.parseInt(arguments[0]));
            rounds.withOneSocket(Integer.parseInt(arguments[1]));
            rounds.counts.forEach((what, count) -> System.out.println(what + "=" + count));
        }
    }

    /** Each process has a listener of its own and is named after its port. */
    private void withOwnSockets(int rounds) throws Exception {
        try (Actor actor = Actor.start()) {
            String[] made = actor.run("serving()").split(" ");
            for (int i = 0; i < rounds; i++) {
                count("before: " + told(made));
                String[] former = made;
                made = actor.run("replaced(" + made[0] + ")").split(" ");
                count(made[0].equals(former[0]) ? "number used again" : "number not used again");
                count("after: " + told(made));
            }
        }
    }

    private String told(String[] pidAndPort) throws Exception {
        long pid = Long.parseLong(pidAndPort[0]);
        return judge(looks.listener(Integer.parseInt(pidAndPort[1])), pidAndPort[1], new ProcessId(pid, Child.startTime(pid)));
    }

    private static String judge(Sighting seen, String name, ProcessId id) {
        if (!(seen.owner() instanceof Owner.Processes(var holders))) {
            return seen.owner() + " " + seen.evidence();
        }
        ProcessFacts first = holders.getFirst();
        boolean right = holders.size() == 1 && first.id().equals(id) && first.name().equals(name);
        return right && seen.evidence().equals(Evidence.EXACT) ? "right" : name + " with " + id + " told as " + seen;
    }

    /** The same listener goes from each process to the next one. Nothing tells of that but the start time. */
    private void withOneSocket(int rounds) throws Exception {
        try (Child maker = Child.start("reuse.py")) {
            int port = Integer.parseInt(maker.line().split(" ")[0]);
            for (int i = 0; i < rounds; i++) {
                maker.say("spawn");
                long pid = Long.parseLong(maker.line());
                ProcessId before = new ProcessId(pid, Child.startTime(pid));
                looks.until(Looks.SEARCH, port, it -> ids(it).equals(List.of(before)));
                maker.say("respawn");
                boolean again = Long.parseLong(maker.line()) == pid;
                count(again ? "number used again" : "number not used again");
                if (again) {
                    ProcessId after = new ProcessId(pid, Child.startTime(pid));
                    List<Sighting> seen = new ArrayList<>(looks.until(Looks.ROUND, port, it -> ids(it).equals(List.of(after))));
                    seen.removeIf(it -> List.of(before, after).containsAll(ids(it)));
                    count("strangers: " + seen);
                }
                maker.say("end");
                maker.line();
            }
        }
    }

    private static List<ProcessId> ids(Sighting seen) {
        return seen.owner() instanceof Owner.Processes(var holders) ? holders.stream().map(ProcessFacts::id).toList() : List.of();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @Override
    public void close() {
        looks.close();
    }
}
