package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.Users;
import quaywatch.model.SocketState;

/** The table of sockets under random changes from tick to tick, held against one made of plain maps. */
class SocketTableTest {

    private static final int TICKS = 150;
    /** Hashes that end in so many bits, all but the last few of which are set, so that most sockets want the last places of their table. */
    private static final int LAST_PLACES = 0x3ff0;

    private final SocketTable table;
    private final ModelTable model;
    private final List<KernelRow> kernel = new ArrayList<>();
    private long lastNumber;
    private int lastPort;

    SocketTableTest(@TempDir Path folder) throws IOException {
        Tree tree = new Tree(folder);
        table = new SocketTable(new RowToSocket(new Users(tree.passwd()), new LinkScopes(new ProcFs(folder))));
        model = new ModelTable(table);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tellsWhatPlainMapsTell(long seed) {
        Random random = new Random(seed);
        boolean crowded = seed % 2 == 0;
        for (int tick = 1; tick <= TICKS; tick++) {
            for (int changes = random.nextInt(1 + tick % 30); changes > 0; changes--) {
                change(random, crowded);
            }
            table.startTick(Instant.EPOCH.plusSeconds(tick));
            model.startTick();
            for (KernelRow row : told(random)) {
                table.row(row);
                model.row(row);
            }
            table.endRows();
            model.endRows();
            model.assertRows();
            for (Watched missing : List.copyOf(table.missing())) {
                boolean keep = random.nextInt(3) == 0;
                if (keep) {
                    table.keep(missing);
                } else {
                    table.drop(missing);
                }
                model.judge(missing, keep);
            }
            model.assertSame();
        }
    }

    private void change(Random random, boolean crowded) {
        int at = kernel.isEmpty() ? 0 : random.nextInt(kernel.size());
        switch (kernel.size() < 5 ? 0 : random.nextInt(8)) {
            case 0, 1, 2 -> kernel.add(at, made(random, crowded));
            case 3 -> kernel.remove(at);
            case 4 -> kernel.set(at, kernel.get(at).withUnread(random.nextInt(3)));
            // Accepted, or closed by its last holder, or both between two ticks. Without a cookie it would be another socket.
            case 5, 6 -> kernel.set(at, kernel.get(at).withInode(random.nextBoolean() ? 0 : number(crowded)));
            default -> {
                // A number that was another socket's a moment ago.
                int other = random.nextInt(kernel.size());
                long inode = kernel.get(at).inode;
                kernel.set(at, kernel.get(at).withInode(kernel.get(other).inode));
                kernel.set(other, kernel.get(other).withInode(inode));
            }
        }
    }

    private KernelRow made(Random random, boolean crowded) {
        SocketState state = random.nextInt(4) == 0 ? SocketState.LISTEN : SocketState.ESTABLISHED;
        long cookie = random.nextInt(4) == 0 ? 0 : number(crowded);
        // What has neither cookie nor inode is told apart by its ends.
        return new KernelRow(state, cookie, random.nextInt(4) == 0 ? 0 : number(crowded), ++lastPort, 0);
    }

    /** A number that no socket had. */
    private long number(boolean crowded) {
        do {
            lastNumber++;
        } while (crowded && (SocketRow.hash(lastNumber) & LAST_PLACES) != LAST_PLACES);
        return lastNumber;
    }

    /** The rows as the kernel tells them: mostly as before, but it may go through them in another order, and tell some twice. */
    private List<KernelRow> told(Random random) {
        List<KernelRow> rows = new ArrayList<>(kernel);
        int way = random.nextInt(4);
        if (way == 0) {
            Collections.shuffle(rows, random);
        } else if (way == 1) {
            Collections.rotate(rows, 1 + random.nextInt(5));
        }
        for (int twice = random.nextInt(4); twice > 0 && !rows.isEmpty(); twice--) {
            KernelRow row = rows.get(random.nextInt(rows.size()));
            rows.add(random.nextInt(rows.size()), random.nextBoolean() ? row : row.withUnread(7));
        }
        return rows;
    }
}
