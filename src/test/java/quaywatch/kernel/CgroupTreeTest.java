package quaywatch.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Belonging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Control groups by their ids: a proc tree and a file system made by hand, and those of this machine. */
class CgroupTreeTest {

    private static final Instant START = Instant.EPOCH;
    private static final String FIRST_VERSION = """
            25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            31 25 0:26 / /sys/fs/cgroup ro,nosuid,nodev,noexec shared:9 - tmpfs tmpfs ro,mode=755
            34 31 0:30 / /sys/fs/cgroup/pids rw,nosuid shared:15 - cgroup cgroup rw,pids
            35 31 0:31 / /sys/fs/cgroup/systemd rw,nosuid shared:16 - cgroup cgroup rw,xattr,name=systemd
            """;
    private static final String HYBRID = FIRST_VERSION
            + "32 31 0:27 / /sys/fs/cgroup/unified rw,nosuid,nodev,noexec,relatime shared:10 - cgroup2 cgroup2 rw,nsdelegate\n";
    private static final String UNIFIED = """
            25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 23 0:26 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:4 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot
            """;

    private final Path machine;
    private final Path proc;
    private final CgroupTree tree;

    CgroupTreeTest(@TempDir Path folder) throws IOException {
        machine = folder;
        proc = Files.createDirectories(folder.resolve("proc"));
        Files.createDirectories(proc.resolve("self"));
        tree = new CgroupTree(new ProcFs(proc), machine);
    }

    private void mounts(String text) throws IOException {
        Files.writeString(proc.resolve("self/mountinfo"), text);
    }

    private long group(String path) throws IOException {
        return inode(Files.createDirectories(machine.resolve(path.substring(1))));
    }

    private static long inode(Path path) throws IOException {
        return (Long) Files.getAttribute(path, "unix:ino");
    }

    private String path(long id, long second) {
        return tree.place(id, START.plusSeconds(second)).map(CgroupPlace::path).orElse("none");
    }

    @Test
    void groupOfTheSecondVersionIsNamedByTheInodeOfItsFolder() throws IOException {
        mounts(UNIFIED);
        long ssh = group("/sys/fs/cgroup/system.slice/ssh.service");
        group("/sys/fs/cgroup/user.slice");
        assertEquals(Optional.of(new CgroupPlace("/system.slice/ssh.service", Optional.of(new Belonging.Unit("ssh.service", false)))),
                tree.place(ssh, START));
    }

    @Test
    void mountPointItselfIsTheRootAndNamesNothing() throws IOException {
        mounts(UNIFIED);
        assertEquals(Optional.of(new CgroupPlace("/", Optional.empty())), tree.place(group("/sys/fs/cgroup"), START));
    }

    @Test
    void hybridMachineHasItBesideTheOthers() throws IOException {
        mounts(HYBRID);
        long ssh = group("/sys/fs/cgroup/unified/system.slice/ssh.service");
        assertEquals("/system.slice/ssh.service", path(ssh, 0));
    }

    @Test
    void firstVersionHasNone() throws IOException {
        mounts(FIRST_VERSION);
        assertEquals("none", path(group("/sys/fs/cgroup/systemd/system.slice/ssh.service"), 0));
    }

    @Test
    void partThatAContainerSeesKeepsItsWholePath() throws IOException {
        mounts("900 899 0:26 /docker/12\\04034 /mine\\134x ro,nosuid master:11 - cgroup2 cgroup rw\n");
        assertEquals("/docker/12 34/job", path(group("/mine\\x/job"), 0));
        assertEquals("/docker/12 34", path(group("/mine\\x"), 9));
    }

    @Test
    void mountOfTheWholeIsTakenBeforeOneOfAPart() throws IOException {
        mounts("900 899 0:26 /a /part rw - cgroup2 cgroup rw\n901 899 0:26 / /whole rw - cgroup2 cgroup rw\n"
                + "902 899 0:26 /b /other rw - cgroup2 cgroup rw\n");
        group("/part/x");
        assertEquals("/a/x", path(group("/whole/a/x"), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "garbage", "1 2 3 / /x rw - ", "1 2 3 / /x rw -", "- cgroup2", "1 2 3 x y rw - cgroup2 c rw",
            "1 2 3 / /none rw - cgroup2 c rw"})
    void oddMountsGiveNothing(String text) throws IOException {
        mounts(text);
        assertEquals("none", path(group("/sys/fs/cgroup/a"), 0));
    }

    @ParameterizedTest
    @CsvSource({"/a\\040b,/a b", "/a\\04,/a\\04", "/a\\,/a\\", "/a\\999,/a\\999", "/\\303\\251,/é"})
    void escapesOfTheKernelAreUndone(String written, String plain) {
        assertEquals(Optional.of(new CgroupMount("/", plain)), CgroupMount.parse("1 2 3 / " + written + " rw - cgroup2 c rw"));
    }

    @Test
    void unknownNumberIsLookedForAgainAfterAWhileAndNotForEver() throws IOException {
        mounts(UNIFIED);
        group("/sys/fs/cgroup");
        for (int second = 0; second < 30; second++) {
            assertEquals("none", path(Long.MAX_VALUE, second));
        }
        assertEquals(CgroupTree.MOST_TRIES, tree.looks());
    }

    @Test
    void groupMadeLaterIsFoundOnceTheTimeHasCome() throws IOException {
        mounts(UNIFIED);
        path(group("/sys/fs/cgroup/a.service"), 0);
        long later = group("/sys/fs/cgroup/b.service");
        assertEquals("none, then /b.service", path(later, 1) + ", then " + path(later, 3));
    }

    @Test
    void removedGroupKeepsItsNameForTheSocketsThatWereMadeInIt() throws IOException {
        mounts(UNIFIED);
        long gone = group("/sys/fs/cgroup/a.service");
        path(gone, 0);
        // Moved away, so that no other folder gets its inode; the kernel gives none of its numbers twice.
        Files.move(machine.resolve("sys/fs/cgroup/a.service"), machine.resolve("away"));
        assertEquals("/other/b.service", path(group("/sys/fs/cgroup/other/b.service"), 10));
        assertEquals("/a.service", path(gone, 10));
    }

    @Test
    void noNumberIsNotLookedFor() throws IOException {
        mounts(UNIFIED);
        assertEquals("none", path(0, 0));
        assertEquals(0, tree.looks());
    }

    @Test
    void foldersOfThisMachineAreKnown() throws IOException {
        ProcFs live = new ProcFs(ProcFs.LIVE_ROOT);
        ReadBuffer buffer = new ReadBuffer(1 << 20);
        assumeTrue(live.read("self/mountinfo", buffer).done(), "this machine has no mountinfo");
        Optional<CgroupMount> mount = CgroupMount.parse(buffer.text());
        assumeTrue(mount.isPresent(), "this machine has no unified hierarchy of control groups");
        long root = inode(Path.of(mount.get().point()));
        assertEquals(Optional.of(mount.get().root()), new CgroupTree(live).place(root, START).map(CgroupPlace::path));
    }
}
