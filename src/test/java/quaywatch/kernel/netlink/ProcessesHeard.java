package quaywatch.kernel.netlink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Hears of processes; run in a process of its own, it starts a child and prints what it heard of that. */
final class ProcessesHeard implements ProcessEvents.Hearer {

    static final int SIZE = 1 << 20;

    private final List<ProcessEvent> events = new ArrayList<>();
    private boolean lost;

    public static void main(String[] args) throws Exception {
        System.out.println(switch (ProcessEvents.open(SIZE)) {
            case ProcessEvents.Opened(var events) -> child(events);
            case ProcessEvents.Opening other -> other.toString().replaceFirst(".*\\.", "");
        });
    }

    /** Starts a child and says what was told of it, in order. */
    static String child(ProcessEvents events) throws IOException, InterruptedException {
        ProcessesHeard heard = new ProcessesHeard();
        Process child = new ProcessBuilder("true").start();
        child.waitFor();
        while (heard.of(child).size() < 3 && !heard.lost) {
            heard.take(events);
        }
        return String.join(" ", heard.of(child)) + ", lost " + heard.lost;
    }

    static Process start(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    private List<String> of(Process process) {
        int pid = (int) process.pid();
        return events.stream().map(event -> switch (event) {
            case ProcessEvent.Forked(int forked) -> forked == pid ? "forked" : "";
            case ProcessEvent.Executed(int executed) -> executed == pid ? "executed" : "";
            case ProcessEvent.Renamed(int renamed) -> renamed == pid ? "renamed" : "";
            case ProcessEvent.Exited(int exited) -> exited == pid ? "exited" : "";
        }).filter(word -> !word.isEmpty()).distinct().collect(Collectors.toList());
    }

    /** Takes what waits; false if nothing will be told any more. */
    boolean take(ProcessEvents source) {
        return source.take(this).done();
    }

    List<ProcessEvent> events() {
        return events;
    }

    boolean hasLost() {
        return lost;
    }

    @Override
    public void event(ProcessEvent event) {
        events.add(event);
    }

    @Override
    public void lost() {
        lost = true;
    }
}
