package quaywatch.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Control groups of the unified hierarchy by their ids. The kernel tells of a socket in which one it was made by a number that is the inode of
 * the group's folder (INET_DIAG_CGROUP_ID in include/uapi/linux/inet_diag.h). All folders are
 * looked at once, and again when an unknown number turns up: a service that was started later. Works without any rights. Used by one thread at a time.
 */
public final class CgroupTree {

    /** Between two looks at the folders. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** So many looks are worth an unknown number: its folder may be gone, or lie outside of what we see. */
    static final int MOST_TRIES = 3;
    private static final int MOST_FOLDERS = 50_000;
    private static final int MOST_BYTES = 1 << 20;
    /** The links of a folder without others in it: its entry in its parent and its own dot. File systems that don't count them say 1. */
    private static final Integer LEAF = 2;

    private final ProcFs fs;
    private final Path machine;
    private final Map<Long, CgroupPlace> places = new HashMap<>();
    private final Map<Long, Integer> tries = new HashMap<>();
    private @Nullable Instant looked;
    private int looks;

    /** Of the running machine. */
    public CgroupTree(ProcFs fs) {
        this(fs, Path.of("/"));
    }

    /** Of a tree made by hand, with the file system of the machine below {@code machine}. */
    CgroupTree(ProcFs fs, Path machine) {
        this.fs = fs;
        this.machine = machine;
    }

    private record Folder(Path path, String below) {}

    /** The control group with this id; empty where it is not known, and for 0. */
    public Optional<CgroupPlace> place(long id, Instant now) {
        CgroupPlace known = places.get(id);
        if (known == null && id != 0 && mayLook(id, now)) {
            tries.merge(id, 1, Integer::sum);
            look(now);
            known = places.get(id);
        }
        return Optional.ofNullable(known);
    }

    private boolean mayLook(long id, Instant now) {
        boolean early = looked != null && now.isBefore(looked.plus(PATIENCE)) && !now.isBefore(looked);
        return !early && tries.getOrDefault(id, 0) < MOST_TRIES;
    }

    private void look(Instant now) {
        looked = now;
        looks++;
        if (places.size() + tries.size() > MOST_FOLDERS) {
            // Groups that are gone stay, as sockets made in them may; on a machine that makes a great many of them only for a while.
            places.clear();
            tries.clear();
        }
        ReadBuffer buffer = new ReadBuffer(MOST_BYTES);
        if (fs.read("self/mountinfo", buffer).done()) {
            CgroupMount.parse(buffer.text()).ifPresent(this::walk);
        }
    }

    private void walk(CgroupMount mount) {
        Deque<Folder> open = new ArrayDeque<>();
        open.add(new Folder(machine.resolve(mount.point().substring(1)), ""));
        for (int seen = 0; seen < MOST_FOLDERS && !open.isEmpty(); seen++) {
            take(mount, open.removeFirst(), open);
        }
    }

    private void take(CgroupMount mount, Folder folder, Deque<Folder> open) {
        try {
            Map<String, Object> told = Files.readAttributes(folder.path, "unix:ino,nlink", LinkOption.NOFOLLOW_LINKS);
            if (told.get("ino") instanceof Long id) {
                name(id, mount.path(folder.below));
            }
            if (!LEAF.equals(told.get("nlink"))) {
                list(folder, open);
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            // A group that was removed meanwhile, or a system whose files have no inodes.
        }
    }

    private void name(long id, String path) {
        places.compute(id, (_, known) -> known != null && known.path().equals(path) ? known : CgroupPlace.of(path));
    }

    private static void list(Folder folder, Deque<Folder> open) throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder.path, CgroupTree::isFolder)) {
            for (Path each : inside) {
                String name = each.getFileName().toString();
                open.add(new Folder(each, folder.below.isEmpty() ? name : folder.below + "/" + name));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** How often the folders were looked at. */
    int looks() {
        return looks;
    }
}
