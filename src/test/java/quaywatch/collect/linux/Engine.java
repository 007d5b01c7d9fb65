package quaywatch.collect.linux;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.CgroupTree;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.LiveFdTables;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.RowSink;
import quaywatch.kernel.Users;
import quaywatch.kernel.netlink.SocketDiag;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The engine, tick by tick, with a look at what it asks for; on a made-up kernel or on the real one. */
final class Engine implements AutoCloseable {

    private final Consumer<RowSink> kernel;
    private final CountedTables descriptors;
    private final SocketTable table;
    private final Ownership ownership;
    private final OwnerResolver owners;
    private int tick;

    private Engine(ProcFs fs, Users users, Consumer<RowSink> kernel, FdTables descriptors, ProcessNews news) {
        this.kernel = kernel;
        this.descriptors = new CountedTables(descriptors);
        table = new SocketTable(new RowToSocket(users, new LinkScopes(fs)));
        ProcessReader reader = new ProcessReader(fs, users, new BootClock(fs, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        ProcessCache facts = new ProcessCache(reader);
        ownership = new Ownership(this.descriptors, table, reader, facts, true, news);
        owners = new OwnerResolver(facts, new HiddenOwners(new CgroupTree(fs), new Neighbours(reader, facts), facts));
    }

    static Engine on(MadeKernel kernel, Tree tree) {
        return on(kernel, tree, ProcessNews.NONE);
    }

    /** With news of the processes, which the kernel tells to {@link MadeNews}. */
    static Engine on(MadeKernel kernel, Tree tree, ProcessNews news) {
        if (news instanceof MadeNews made) {
            kernel.tellTo(made::tell);
        }
        return new Engine(new ProcFs(tree.root()), new Users(tree.passwd()), sink -> {
            kernel.listings = 0;
            kernel.rows(sink);
        }, kernel, news);
    }

    /** On the running machine; closing gives back what it holds open. */
    static Engine live() {
        SocketDiag diag = new SocketDiag(true);
        return new Engine(new ProcFs(ProcFs.LIVE_ROOT), new Users(Users.MACHINE), sink -> {
            assertTrue(diag.read(Protocol.TCP, sink).done());
            assertTrue(diag.read(Protocol.UDP, sink).done());
        }, new LiveFdTables(), ProcessNews.NONE);
    }

    List<Sighting> tick() {
        tick++;
        table.startTick(Instant.EPOCH.plusSeconds(tick));
        kernel.accept(table);
        table.endRows();
        descriptors.takeAsked();
        ownership.update(tick, Effort.STEADY, _ -> false);
        return owners.resolve(table, new View(1000, ownership.hidden(), !ownership.unfinished(), false), tick);
    }

    void attend(List<Socket> sockets) {
        ownership.attend(sockets);
    }

    /** What the last tick asked about descriptors. */
    CountedTables.Asked asked() {
        return descriptors.takeAsked();
    }

    Sighting only(long inode) {
        List<Sighting> found = tick().stream().filter(it -> it.socket().inode() == inode).toList();
        assertEquals(1, found.size());
        return found.getFirst();
    }

    @Override
    public void close() {
        ownership.close();
    }
}
