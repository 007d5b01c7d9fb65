package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.model.HostFacts;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Processes, interfaces and host facts out of hand-made trees. */
class OtherSourcesTest {

    private final Tree tree;
    private final ProcProcessSource processes;

    OtherSourcesTest(@TempDir Path folder) throws IOException {
        tree = new Tree(folder);
        processes = ProcProcessSource.captured(folder, Clock.systemUTC());
    }

    @AfterEach
    void removeLinks() throws IOException {
        tree.removeLinks();
    }

    private Tree parent(int pid, int parent) throws IOException {
        return tree.file(pid + "/stat", pid + " (p" + pid + ") S " + parent + " 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 " + pid + " 0 0\n");
    }

    @Test
    void ancestorsGoUpToTheFirstProcess() throws IOException {
        parent(9, 5);
        parent(5, 1);
        parent(1, 0);
        assertEquals(List.of("p9", "p5", "p1"), processes.ancestors(new ProcessId(9, 9)).stream().map(it -> it.name()).toList());
    }

    @Test
    void ancestorsOfAProcessWhoseNumberIsUsedAgainAreNone() throws IOException {
        parent(9, 5);
        assertEquals(List.of(), processes.ancestors(new ProcessId(9, 8)));
    }

    @Test
    void ringOfParentsEnds() throws IOException {
        parent(9, 5);
        parent(5, 9);
        assertTrue(processes.ancestors(new ProcessId(9, 9)).size() < 1_000);
    }

    @Test
    void missingOrOddProcessIsEmpty() throws IOException {
        tree.file("7/stat", "garbage");
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(processes.find(6), processes.find(7), processes.find(0), processes.find(-3)));
    }

    @Test
    void processThatLeavesOnlyItsStatHasEmptyFacts() throws IOException {
        parent(9, 0);
        var facts = processes.find(9).orElseThrow();
        assertEquals(List.of("p9", "", "", ""), List.of(facts.name(), facts.commandLine(), facts.executable(), facts.directory()));
    }

    @Test
    void interfaceCountersAreReadAndMissingOnesAreNone() throws IOException {
        ProcInterfaceSource interfaces = new ProcInterfaceSource(tree.root());
        assertEquals(List.of(), interfaces.sample());
        tree.file("net/dev", "Inter-| x\n face |bytes\neth0: 1 2 3 4 5 6 7 8 9 10\n");
        assertEquals(List.of(new InterfaceCounters("eth0", 1, 9, false)), interfaces.sample());
    }

    @Test
    void hostFactsAreReadAndMissingOnesHaveDefaults() throws IOException {
        ProcHostSource host = new ProcHostSource(tree.root(), tree.root().resolve("os-release"));
        assertEquals(new HostFacts("", "Linux", "", new PortRange(32_768, 60_999), List.of()), host.read());
        tree.file("sys/kernel/hostname", "quay\n").file("sys/kernel/osrelease", "6.1.0\n")
                .file("sys/net/ipv4/ip_local_port_range", "40000\t50000\n").file("os-release", "PRETTY_NAME=\"Some Linux 1\"\n");
        assertEquals(new HostFacts("quay", "Some Linux 1", "6.1.0", new PortRange(40_000, 50_000), List.of()), host.read());
    }
}
