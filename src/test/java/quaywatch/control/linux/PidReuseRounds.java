package quaywatch.control.linux;

import java.util.LinkedHashMap;
import java.util.Map;

import quaywatch.control.Child;
import quaywatch.control.Lever;
import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Target;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;

/**
 * Rounds of a process that ends while it is looked at, and an innocent one that gets its number and holds the same socket. Runs as the first
 * process of a pid namespace and prints what was counted.
 */
public final class PidReuseRounds {

    private final Lever lever = new LinuxLever(ProcessIdentity.ofThisMachine());
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private PidReuseRounds() {}

    public static void main(String[] arguments) throws Exception {
        try (Child maker = Child.start("reuse.py")) {
            String[] portAndInode = maker.line().split(" ");
            Socket socket = Child.listener(Integer.parseInt(portAndInode[0]), Long.parseLong(portAndInode[1]));
            PidReuseRounds rounds = new PidReuseRounds();
            boolean harmless = true;
            for (int i = 0; i < Integer.parseInt(arguments[0]) && harmless; i++) {
                harmless = rounds.round(maker, socket);
            }
            rounds.counts.forEach((what, count) -> System.out.println(what + "=" + count));
        }
    }

    /** One round; whether the innocent process is alive after it. */
    private boolean round(Child maker, Socket socket) throws Exception {
        maker.say("spawn");
        long pid = Long.parseLong(maker.line());
        Target seen = new Target(socket, Child.facts(new ProcessId(pid, Child.startTime(pid))));
        Hold before = lever.take(seen);
        maker.say("respawn");
        boolean reused = Long.parseLong(maker.line()) == pid;
        count(reused ? "number reused" : "number not reused");
        count("held before: " + (before instanceof Hold.Held));
        if (before instanceof Hold.Held(Grip grip)) {
            count("asked through the old grip: " + name(grip.ask()));
            count("forced through the old grip: " + name(grip.force()));
            grip.close();
        }
        if (reused) {
            count("taken by the old identity: " + name(takeAndAsk(seen)));
        }
        maker.say("state");
        String state = maker.line();
        count("innocent process: " + state);
        maker.say("end");
        maker.line();
        return state.equals("alive");
    }

    /** Takes hold and, should that succeed, signals, as a program would. */
    private Hold takeAndAsk(Target seen) {
        Hold hold = lever.take(seen);
        if (hold instanceof Hold.Held(Grip grip)) {
            Sent sent = grip.ask();
            count("wrong signal: " + name(sent));
            grip.close();
        }
        return hold;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
