package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.bench.Truth.Verdict;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A bench that finds nothing wrong must be able to. */
class TruthTest {

    private static final int LOAD = 0x7f01_0001;

    @TempDir
    Path folder;

    @Test
    void ownersAreHeldAgainstTheLog() throws IOException {
        Path log = log("+ 1 100", "+ 2 100", "+ 2 200", "+ 3 300", "- 3 300");
        try (Truth truth = new Truth(log)) {
            truth.read();
            assertEquals(new Verdict(2, 0, 0, 0, 0, 0), truth.check(sample(seen(1, 100), seen(2, 100, 200))));
            assertEquals(new Verdict(2, 2, 0, 0, 0, 1), truth.check(sample(seen(1, 200), seen(2, 100), seen(3, 300))));
            assertTrue(truth.examples().getLast()
                    .startsWith("tick 1: socket 2 127.1.0.1:10000 said to be held by [100], truly by [100, 200] since tick 1;"));
        }
    }

    @Test
    void missingOwnersCountOnceTheyAreOld() throws IOException {
        Path log = log("+ 1 100");
        try (Truth truth = new Truth(log)) {
            truth.read();
            assertEquals(new Verdict(1, 0, 0, 0, 1, 0), truth.check(sample()));
            truth.read();
            assertEquals(new Verdict(1, 0, 0, 0, 1, 0), truth.check(sample()));
            truth.read();
            assertEquals(new Verdict(1, 0, 0, 1, 0, 0), truth.check(sample()));
            assertEquals(new Verdict(1, 1, 2, 0, 0, 0), truth.check(sample(seen(1, 9))));
        }
    }

    @Test
    void guessedOwnersAreMissing() throws IOException {
        Path log = log("+ 1 100");
        try (Truth truth = new Truth(log)) {
            truth.read();
            Sighting guessed = new Sighting(socket(1), owner(100), new Evidence.Inferred(1));
            assertEquals(new Verdict(1, 0, 0, 0, 1, 0), truth.check(sample(guessed)));
        }
    }

    @Test
    void changesAreReadAsTheyAreWritten() throws IOException {
        Path log = log("+ 1 100");
        try (Truth truth = new Truth(log)) {
            truth.read();
            Files.writeString(log, "5 6 + 1 200\n5 6 - 1 100\n", StandardOpenOption.APPEND);
            truth.read();
            assertEquals(new Verdict(1, 0, 0, 0, 0, 0), truth.check(sample(seen(1, 200))));
            assertEquals(new Verdict(1, 1, 0, 0, 0, 0), truth.check(sample(seen(1, 100))));
        }
    }

    @Test
    void manyChangesLeaveWhatAMapWould() {
        Random random = new Random(5);
        Holders holders = new Holders();
        Map<Long, TreeSet<Long>> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long inode = 1 + random.nextInt(3_000);
            long pid = 1 + random.nextInt(4);
            TreeSet<Long> pids = expected.computeIfAbsent(inode, _ -> new TreeSet<>());
            if (pids.add(pid)) {
                holders.gain(inode, pid, i);
            } else {
                pids.remove(pid);
                holders.lose(inode, pid, i);
            }
        }
        expected.values().removeIf(TreeSet::isEmpty);
        assertEquals(expected.size(), holders.size());
        for (long inode = 1; inode <= 3_000; inode++) {
            TreeSet<Long> pids = expected.getOrDefault(inode, new TreeSet<>());
            int place = holders.find(inode);
            assertEquals(pids.isEmpty(), place < 0);
            assertTrue(place < 0 || holders.heldBy(place, pids.stream().map(TruthTest::process).toList()));
        }
    }

    private Path log(String... changes) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String each : changes) {
            text.append("1 2 ").append(each).append('\n');
        }
        return Files.writeString(folder.resolve("log"), text);
    }

    private static SocketSample sample(Sighting... sightings) {
        return new SocketSample(List.of(sightings), new SourceReport("fake", Duration.ZERO, 0, 0, true, List.of()));
    }

    private static Sighting seen(long inode, long... pids) {
        return new Sighting(socket(inode), owner(pids), Evidence.EXACT);
    }

    private static Owner owner(long... pids) {
        return new Owner.Processes(Arrays.stream(pids).mapToObj(TruthTest::process).toList());
    }

    private static ProcessFacts process(long pid) {
        return new ProcessFacts(new ProcessId(pid, 1), 1, "load", "", "", "", null, null, null);
    }

    private static Socket socket(long inode) {
        return new Socket(Protocol.TCP, Family.IPV4, new Endpoint(Address.v4(LOAD), 10_000), new Endpoint(Address.ANY_V4, 0),
                SocketState.LISTEN, inode, 0, null, 0,
                Queues.EMPTY, null);
    }
}
