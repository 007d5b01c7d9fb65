package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.CgroupTree;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.SocketFile;
import quaywatch.kernel.SocketTables;
import quaywatch.kernel.Users;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.SampleRow;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is said of a socket that no process was found to hold, by what the walk could see. */
class OwnerResolverTest {

    private static final Owner NOT_FOUND = new Owner.Unknown(Owner.Reason.NOT_FOUND);
    private static final View ROOT_SEES_ALL = new View(0, 0, true, true);

    private final Tree tree;
    private final SocketTable table;
    private final SocketTables files;
    private final OwnerResolver resolver;

    OwnerResolverTest(@TempDir Path folder) throws IOException {
        tree = new Tree(folder);
        ProcFs fs = new ProcFs(folder);
        Users users = new Users(tree.passwd());
        users.refresh();
        files = new SocketTables(fs);
        table = new SocketTable(new RowToSocket(users, new LinkScopes(fs)));
        ProcessReader reader = new ProcessReader(fs, users, new BootClock(fs, Clock.systemUTC()));
        ProcessCache facts = new ProcessCache(reader);
        resolver = new OwnerResolver(facts, new HiddenOwners(new CgroupTree(fs), new Neighbours(reader, facts), facts));
    }

    private Sighting after(int ticks, View view) {
        List<Sighting> seen = List.of();
        for (int i = 0; i < ticks; i++) {
            table.startTick(Instant.EPOCH);
            files.read(SocketFile.TCP, table);
            files.read(SocketFile.UDP, table);
            table.endRows();
            for (int each = 0; each < table.size(); each++) {
                table.get(each).miss();
            }
            seen = resolver.resolve(table, view, i + 1);
        }
        return seen.getFirst();
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, false", "1000, 5, false", "2000, 0, true", "2000, 5, true", "0, 0, false", "0, 5, true", "-1, 0, false",
            "-1, 5, true"})
    void aliceIsNamedAloneWhereHerProcessesMayBeHidden(long ownUid, int hidden, boolean userOnly) throws IOException {
        tree.table("tcp", Tree.listener(80, 1000, 77));
        Owner expected = userOnly ? new Owner.UserOnly(new User(1000, "alice")) : NOT_FOUND;
        assertEquals(expected, after(2, new View(ownUid, hidden, true, false)).owner());
    }

    @Test
    void kernelIsInferredForDatagramsOnceRootSawAllProcessesThreeTimes() throws IOException {
        tree.table("udp", Tree.row("00000000:CA6C", "00000000:0000", "07", 0, 77));
        assertEquals(NOT_FOUND, after(2, ROOT_SEES_ALL).owner());
        Sighting third = after(1, ROOT_SEES_ALL);
        assertEquals(new Owner.Kernel(), third.owner());
        assertEquals(new Evidence.Inferred(0), third.evidence());
    }

    @ParameterizedTest
    @CsvSource({"80, false", "2049, true", "445, true"})
    void kernelIsInferredForStreamsOnlyOnItsOwnPorts(int port, boolean kernel) throws IOException {
        tree.table("tcp", Tree.listener(port, 0, 77));
        assertEquals(kernel ? new Owner.Kernel() : NOT_FOUND, after(5, ROOT_SEES_ALL).owner());
    }

    @Test
    void kernelIsNeverNamedFromInsideANamespace() throws IOException {
        tree.table("udp", Tree.row("00000000:CA6C", "00000000:0000", "07", 0, 77));
        assertEquals(NOT_FOUND, after(5, new View(0, 0, true, false)).owner());
    }

    @Test
    void walkThatStoppedEarlyLeavesTheQuestionOpen() throws IOException {
        tree.table("tcp", Tree.listener(80, 1000, 77));
        Sighting seen = after(5, new View(0, 0, false, true));
        assertEquals(NOT_FOUND, seen.owner());
        assertEquals(Evidence.RESOLVING, seen.evidence());
    }

    @ParameterizedTest
    @CsvSource({"exact, remembered", "inferred, inferred"})
    void whileTheWalkIsUnfinishedWhatWasKnownIsRememberedAndAGuessStaysOne(String before, String after) throws IOException {
        tree.table("tcp", Tree.listener(80, 1000, 77));
        after(1, ROOT_SEES_ALL);
        Owner owner = new Owner.Processes(List.of(SampleRow.process(5, "web-1", "", new Belonging.Unit("web.service", false))));
        table.get(0).sighting(owner, before.equals("exact") ? Evidence.EXACT : new Evidence.Inferred(1));
        Sighting seen = after(1, new View(0, 0, false, true));
        assertEquals(owner, seen.owner());
        assertEquals(after, seen.evidence().kind());
    }
}
