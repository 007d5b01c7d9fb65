package quaywatch.collect.linux;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.control.linux.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A process that gets the number of one that has just ended is told as itself. Forced in a pid namespace, where the next number can be chosen. */
@EnabledOnOs(OS.LINUX)
class ReusedNumberTest {

    private static final int OWN = 100;
    private static final int SHARED = 20;

    @Test
    void aReusedNumberIsTheNewProcess() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        OtherJvm.inPidNamespace().run(ReusedNumberLooks.class, 150, OWN + "", SHARED + "").forEach(line -> {
            int end = line.lastIndexOf('=');
            counts.put(line.substring(0, end), Integer.valueOf(line.substring(end + 1)));
        });
        int reused = counts.getOrDefault("number used again", 0);
        assertTrue(reused >= (OWN + SHARED) * 9 / 10, () -> "too few rounds in which the number came again: " + counts);
        int shared = counts.getOrDefault("strangers: []", 0);
        assertTrue(shared >= SHARED * 9 / 10, counts::toString);
        counts.keySet().removeIf(what -> what.startsWith("number "));
        assertEquals(Map.of("before: right", OWN, "after: right", OWN, "strangers: []", shared), counts);
    }
}
