package quaywatch.control.linux;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.control.Child;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Outcome.Refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A process number that is used again never leads a signal astray. Forced in a pid namespace, where the next number can be chosen. */
@EnabledOnOs(OS.LINUX)
class PidReuseTest {

    private static final int ROUNDS = 1_000;

    @Test
    void aReusedNumberNeverGetsASignal() throws IOException, InterruptedException {
        OtherJvm jvm = OtherJvm.inPidNamespace();

        Map<String, Integer> counts = new TreeMap<>();
        jvm.run(PidReuseRounds.class, 150, Integer.toString(ROUNDS)).forEach(line -> {
            String[] parts = line.split("=");
            counts.put(parts[0], Integer.valueOf(parts[1]));
        });

        int reused = counts.getOrDefault("number reused", 0);
        assertTrue(reused >= ROUNDS * 9 / 10, () -> "too few rounds in which the number came again: " + counts);
        counts.keySet().removeIf(what -> what.startsWith("number "));
        assertEquals(
                Map.of("held before: true", ROUNDS, "asked through the old grip: Gone", ROUNDS, "forced through the old grip: Gone", ROUNDS,
                        "taken by the old identity: Reused", reused, "innocent process: alive", ROUNDS),
                counts);
    }

    /** As in a sandbox that has process numbers of its own and shows the proc file system of the machine around it. */
    @Test
    void aNumberOfAnotherNamespaceGetsNoSignal() throws IOException, InterruptedException {
        OtherJvm jvm = OtherJvm.inPidNamespaceWithForeignProc();
        try (Child holder = Child.start("listener.py")) {
            int port = holder.port();
            List<String> said = jvm.run(ForeignNumbers.class, 60, Long.toString(holder.pid()), Long.toString(Child.startTime(holder.pid())),
                    Integer.toString(port), Long.toString(Child.inode(port)));

            assertEquals(List.of(new Hold.Refused(Refusal.OTHER_NUMBERS).toString(), "innocent process: alive"), said);
            assertTrue(holder.answers(port));
        }
    }
}
