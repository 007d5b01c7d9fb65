package quaywatch.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessFacts;

/** Which processes hold which socket: inode to pids, small enough for a million beside what is measured. Places are good until the next change. */
final class Holders {

    private static final int SEVERAL = -1;

    private final Map<Long, TreeSet<Long>> several = new HashMap<>();
    /** 0 where a place is free. */
    private long[] inodes = new long[1_024];
    private int[] pids = new int[1_024];
    private int[] changed = new int[1_024];
    private int[] marked = new int[1_024];
    private int size;

    int size() {
        return size;
    }

    void gain(long inode, long pid, int tick) {
        if (size * 2 > inodes.length) {
            grow();
        }
        int place = place(inode);
        if (inodes[place] == 0) {
            size++;
            put(place, inode, (int) pid, 0);
        } else {
            pidsOf(place).add(pid);
            pids[place] = SEVERAL;
        }
        changed[place] = tick;
    }

    void lose(long inode, long pid, int tick) {
        int place = place(inode);
        TreeSet<Long> left = pidsOf(place);
        if (!left.remove(pid)) {
            throw new IllegalStateException("the log takes socket " + inode + " from process " + pid + ", which does not hold it");
        }
        changed[place] = tick;
        if (left.isEmpty()) {
            several.remove(inode);
            free(place);
        }
    }

    /** Where a socket is; -1 if nobody holds it. */
    int find(long inode) {
        int place = place(inode);
        return inodes[place] == inode ? place : -1;
    }

    boolean heldBy(int place, List<ProcessFacts> holders) {
        if (pids[place] != SEVERAL) {
            return holders.size() == 1 && holders.getFirst().id().pid() == pids[place];
        }
        return pidsOf(place).equals(new TreeSet<>(holders.stream().map(each -> each.id().pid()).toList()));
    }

    List<Long> pids(int place) {
        return pids[place] == SEVERAL ? List.copyOf(pidsOf(place)) : List.of((long) pids[place]);
    }

    /** The tick before which its holders last changed. */
    int changed(int place) {
        return changed[place];
    }

    void mark(int place, int tick) {
        marked[place] = tick;
    }

    void eachUnmarked(int tick, IntConsumer then) {
        for (int place = 0; place < inodes.length; place++) {
            if (inodes[place] != 0 && marked[place] != tick) {
                then.accept(place);
            }
        }
    }

    private TreeSet<Long> pidsOf(int place) {
        @Nullable
        TreeSet<Long> known = several.get(inodes[place]);
        if (known == null) {
            known = new TreeSet<>(List.of((long) pids[place]));
            if (inodes[place] != 0) {
                several.put(inodes[place], known);
            }
        }
        return known;
    }

    private int place(long inode) {
        int place = ideal(inode);
        while (inodes[place] != 0 && inodes[place] != inode) {
            place = place + 1 & inodes.length - 1;
        }
        return place;
    }

    private int ideal(long inode) {
        return (int) (inode * 0x9e37_79b9_7f4a_7c15L >>> 40) & inodes.length - 1;
    }

    private void put(int place, long inode, int pid, int tick) {
        inodes[place] = inode;
        pids[place] = pid;
        changed[place] = tick;
        marked[place] = 0;
    }

    /** Moves up what stands behind, so that no search ends too early. */
    private void free(int place) {
        size--;
        inodes[place] = 0;
        for (int next = place + 1 & inodes.length - 1; inodes[next] != 0; next = next + 1 & inodes.length - 1) {
            long inode = inodes[next];
            int mark = marked[next];
            inodes[next] = 0;
            int better = place(inode);
            put(better, inode, pids[next], changed[next]);
            marked[better] = mark;
        }
    }

    private void grow() {
        long[] formerInodes = inodes;
        int[] formerPids = pids;
        int[] formerChanged = changed;
        inodes = new long[formerInodes.length * 2];
        pids = new int[inodes.length];
        changed = new int[inodes.length];
        marked = new int[inodes.length];
        for (int i = 0; i < formerInodes.length; i++) {
            if (formerInodes[i] != 0) {
                put(place(formerInodes[i]), formerInodes[i], formerPids[i], formerChanged[i]);
            }
        }
    }
}
