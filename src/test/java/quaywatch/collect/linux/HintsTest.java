package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.Users;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HintsTest {

    private static final int PORT = 8_080;

    private final SocketTable table;
    private final List<KernelRow> rows = new ArrayList<>();
    private final Holder holder = new Holder(100, 1);
    private long cookies;
    private int ticks;

    HintsTest(@TempDir Path folder) throws IOException {
        table = new SocketTable(new RowToSocket(new Users(new Tree(folder).passwd()), new LinkScopes(new ProcFs(folder))));
    }

    @Test
    void nobodyComesToMindForTheOnlySocket() {
        tick(connection(PORT, 50));
        assertEquals(List.of(), of(50));
    }

    @Test
    void ofTheNewSocketsTheOneMadeNextToItComesToMind() {
        tick(connection(1, 10), connection(2, 47), connection(3, 50), connection(4, 52), connection(5, 90));
        hold(10, 47, 52, 90);
        assertEquals(List.of(52L), of(50));
    }

    @Test
    void whomNobodyHoldsHelpsNobody() {
        tick(connection(1, 49), connection(2, 50), connection(3, 90));
        hold(90);
        assertEquals(List.of(90L), of(50));
    }

    @Test
    void whatWasThereInTheTickBeforeWasNotMadeNextToIt() {
        tick(connection(1, 49));
        hold(49);
        tick(connection(2, 50));
        assertEquals(List.of(), of(50));
    }

    @Test
    void inodesFarApartAreCompared() {
        long last = 0xffff_ffffL;
        tick(connection(1, 1), connection(2, last - 5), connection(3, last));
        hold(1, last - 5);
        assertEquals(List.of(last - 5), of(last));
    }

    @ParameterizedTest
    @EnumSource(value = SocketState.class, names = {"ESTABLISHED", "CLOSE_WAIT", "FIN_WAIT1"})
    void connectionComesFromTheListenerAtItsEnd(SocketState state) {
        tick(listener(PORT, 10), listener(PORT + 1, 11));
        hold(10, 11);
        tick(new KernelRow(state, ++cookies, 50, PORT, 0));
        assertEquals(List.of(10L), of(50));
    }

    @Test
    void listenerAtEveryAddressTakesConnectionsToEachOfThem() {
        tick(listener(PORT, 10).atEveryAddress());
        hold(10);
        tick(connection(PORT, 50));
        assertEquals(List.of(10L), of(50));
    }

    @Test
    void listenerAtItsVeryAddressComesBeforeTheOneAtEvery() {
        tick(listener(PORT, 10).atEveryAddress(), listener(PORT, 11));
        hold(10, 11);
        tick(connection(PORT, 50));
        assertEquals(List.of(11L), of(50));
    }

    @Test
    void allThatShareThePortComeToMind() {
        tick(listener(PORT, 10), listener(PORT, 11), listener(PORT, 12));
        hold(10, 12);
        tick(connection(PORT, 50));
        assertEquals(List.of(10L, 12L), of(50));
    }

    @Test
    void listenerOfAnotherNamespaceIsNot() {
        tick(listener(PORT, 10).inNamespace(7));
        hold(10);
        tick(connection(PORT, 50));
        assertEquals(List.of(), of(50));
    }

    @Test
    void listenerCameThroughNone() {
        tick(listener(PORT, 10));
        hold(10);
        tick(listener(PORT, 50));
        assertEquals(List.of(), of(50));
    }

    @Test
    void neighbourThatIsTheListenerTooComesOnce() {
        tick(listener(PORT, 49), connection(PORT, 50));
        hold(49);
        assertEquals(List.of(49L), of(50));
    }

    /** By the hundred, always the same ones. */
    @Test
    void whateverThereIsEachHintIsHeldAndAnotherSocketAndComesOnce() {
        Random random = new Random(20_261_129);
        for (int round = 0; round < 300; round++) {
            rows.clear();
            for (int i = random.nextInt(8); i >= 0; i--) {
                long inode = 1_000L * (round + 1) + random.nextInt(500) * 2;
                rows.removeIf(row -> row.inode() == inode);
                rows.add(random.nextBoolean() ? listener(1 + random.nextInt(3), inode) : connection(1 + random.nextInt(3), inode));
            }
            tick();
            rows.stream().filter(_ -> random.nextBoolean()).forEach(row -> hold(row.inode()));
            long own = 1_000L * (round + 1) + 501;
            tick(connection(1, own));
            List<Long> hints = of(own);
            assertEquals(hints.size(), new HashSet<>(hints).size(), hints::toString);
            for (long hint : hints) {
                assertTrue(hint != own && watched(hint).held(), hints::toString);
            }
        }
    }

    private static KernelRow listener(int port, long inode) {
        return new KernelRow(SocketState.LISTEN, 100_000 + inode, inode, port, 0);
    }

    private static KernelRow connection(int port, long inode) {
        return new KernelRow(SocketState.ESTABLISHED, 100_000 + inode, inode, port, 0);
    }

    /** The next tick, in which these are new. */
    private void tick(KernelRow... fresh) {
        rows.addAll(List.of(fresh));
        table.startTick(Instant.EPOCH.plusSeconds(++ticks));
        rows.forEach(table::row);
        table.endRows();
        List.copyOf(table.missing()).forEach(table::drop);
    }

    private void hold(long... inodes) {
        for (long inode : inodes) {
            watched(inode).add(new Hold(holder, 0, (int) inode, inode));
        }
    }

    private Watched watched(long inode) {
        Watched found = table.byInode(inode);
        if (found == null) {
            throw new AssertionError("no socket " + inode);
        }
        return found;
    }

    /** The inodes of what comes to mind. */
    private List<Long> of(long inode) {
        return new Hints(table).of(watched(inode)).stream().map(Watched::inode).toList();
    }
}
