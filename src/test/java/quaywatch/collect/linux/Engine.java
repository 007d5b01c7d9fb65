package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.CgroupTree;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.Users;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The engine on a made-up kernel, tick by tick. */
final class Engine {

    final MadeKernel kernel;
    final SocketTable table;
    private final Ownership ownership;
    private final OwnerResolver owners;
    private int tick;

    Engine(Path folder) throws IOException {
        this(folder, ProcessNews.NONE);
    }

    /** With news of the processes, which the kernel tells to {@link MadeNews}. */
    Engine(Path folder, ProcessNews news) throws IOException {
        Tree tree = new Tree(folder);
        ProcFs fs = new ProcFs(folder);
        Users users = new Users(tree.passwd());
        kernel = new MadeKernel(tree);
        if (news instanceof MadeNews made) {
            kernel.tellTo(made::tell);
        }
        table = new SocketTable(new RowToSocket(users, new LinkScopes(fs)));
        ProcessReader reader = new ProcessReader(fs, users, new BootClock(fs, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        ProcessCache facts = new ProcessCache(reader);
        ownership = new Ownership(kernel, table, reader, facts, true, news);
        owners = new OwnerResolver(facts, new HiddenOwners(new CgroupTree(fs), new Neighbours(reader, facts), facts));
    }

    List<Sighting> tick() {
        tick++;
        table.startTick(Instant.EPOCH.plusSeconds(tick));
        kernel.rows(table);
        table.endRows();
        kernel.listings = 0;
        kernel.lists = 0;
        kernel.opens = 0;
        kernel.reads = 0;
        ownership.update(tick, Effort.STEADY, _ -> false);
        return owners.resolve(table, new View(1000, ownership.hidden(), !ownership.unfinished(), false), tick);
    }

    Sighting only(long inode) {
        List<Sighting> found = tick().stream().filter(it -> it.socket().inode() == inode).toList();
        assertEquals(1, found.size());
        return found.getFirst();
    }
}
