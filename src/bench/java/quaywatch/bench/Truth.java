package quaywatch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Socket;

/** Who holds what according to the log of the load, and how a sample stands beside it. */
final class Truth implements AutoCloseable {

    private static final int EXAMPLES = 5;

    private final Holders holders = new Holders();
    private final BufferedReader log;
    private final List<String> examples = new ArrayList<>();
    private int tick;

    Truth(Path path) throws IOException {
        log = Files.newBufferedReader(path);
    }

    /**
     * How one sample stood beside the truth.
     *
     * @param sockets  how many there truly are
     * @param wrong    sockets said to be held, as a fact, by others than truly hold them
     * @param oldest   the ticks that have passed since the truth of the oldest of these changed
     * @param missing  sockets without an owner stated as a fact, unchanged since the tick before the last one
     * @param pending  likewise, changed since then
     * @param ghosts   sockets told though nobody holds them
     */
    record Verdict(int sockets, int wrong, int oldest, int missing, int pending, int ghosts) {}

    /** Reads what has changed since the last time; counts as happening before the next tick. */
    void read() throws IOException {
        tick++;
        for (@Nullable
        String line = log.readLine(); line != null; line = log.readLine()) {
            String[] words = line.split(" ");
            long inode = Long.parseLong(words[3]);
            long pid = Long.parseLong(words[4]);
            if (words[2].equals("+")) {
                holders.gain(inode, pid, tick);
            } else {
                holders.lose(inode, pid, tick);
            }
        }
    }

    Verdict check(SocketSample sample) {
        int wrong = 0;
        int oldest = 0;
        int ghosts = 0;
        for (Sighting each : sample.sightings()) {
            if (each.socket().inode() == 0 || each.socket().namespace() != 0) {
                continue;
            }
            int place = holders.find(each.socket().inode());
            if (place < 0) {
                ghosts += isLoads(each.socket()) ? 1 : 0;
            } else if (each.owner() instanceof Owner.Processes owner && each.evidence() instanceof Evidence.Exact) {
                holders.mark(place, tick);
                if (!holders.heldBy(place, owner.holders())) {
                    wrong++;
                    example(each, owner, place);
                    oldest = Math.max(oldest, tick - holders.changed(place));
                }
            }
        }
        int[] unknown = new int[2];
        holders.eachUnmarked(tick, place -> unknown[tick - holders.changed(place) >= 2 ? 1 : 0]++);
        return new Verdict(holders.size(), wrong, oldest, unknown[1], unknown[0], ghosts);
    }

    private void example(Sighting each, Owner.Processes owner, int place) {
        if (examples.size() < EXAMPLES) {
            examples.add("tick " + tick + ": socket " + each.socket().inode() + " " + each.socket().local() + " said to be held by "
                    + owner.holders().stream().map(holder -> holder.id().pid()).toList() + ", truly by " + holders.pids(place)
                    + " since tick "
                    + holders.changed(place) + "; held now, as /proc shows, by " + shown(each.socket().inode(), owner, place));
        }
    }

    /** Whom the kernel shows with it at once: tells an error of the log from one of the source. */
    private List<Long> shown(long inode, Owner.Processes owner, int place) {
        Set<Long> pids = new TreeSet<>(owner.holders().stream().map(holder -> holder.id().pid()).toList());
        pids.addAll(holders.pids(place));
        return pids.stream().filter(pid -> holds(pid, inode)).toList();
    }

    private static boolean holds(long pid, long inode) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            Path link = Path.of("socket:[" + inode + "]");
            return files.anyMatch(file -> {
                try {
                    return Files.readSymbolicLink(file).equals(link);
                } catch (IOException _) {
                    return false;
                }
            });
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /** The first wrong owners of the run, in words. */
    List<String> examples() {
        return examples;
    }

    /** Where the network is shared with the machine, its own sockets are no ghosts: the load's have addresses from 127.1.0.1 on. */
    private static boolean isLoads(Socket socket) {
        byte[] bytes = socket.local().address().unmapped().bytes();
        return bytes.length == 4 && bytes[0] == 127 && bytes[1] != 0;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
