package quaywatch.collect.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.control.linux.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Looks at real sockets of real processes, alone on their machine, while nothing changes. */
class QuietMachineTest {

    private static final int FEW = 60;
    private static final int MANY = 500;
    private static final String DESCRIPTORS = "/fd>";
    /** What the first compiler, which the program is content with, leaves behind for each system call. */
    private static final long BYTES_PER_READ = 64;
    private static final long CONSTANT = 64 * 1024;

    /** One quiet look. */
    private record Quiet(int sockets, int lists, int reads, int others, long bytes) {

        static Quiet of(String line) {
            int[] all = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
            return new Quiet(all[0], all[1], all[2], all[3], all[4]);
        }

        int slice() {
            int rounds = Effort.STEADY.rounds();
            return (sockets + rounds - 1) / rounds;
        }
    }

    private static long bytes(List<Quiet> looks) {
        return Allocated.usual(looks.stream().mapToLong(Quiet::bytes).toArray());
    }

    @Test
    void quietLookMakesNothingListsNothingAndReadsOnlyItsSlice() throws Exception {
        List<Quiet> looks = OtherJvm.inOwnNetwork().run(QuietLooks.class, 120, FEW + "", MANY + "").stream().map(Quiet::of).toList();
        assertEquals(4 * Looks.ROUND, looks.size());
        for (Quiet look : looks) {
            assertEquals(0, look.others, look::toString);
            assertEquals(0, look.lists, look::toString);
            assertTrue(look.reads <= look.slice(), look::toString);
        }
        List<Quiet> few = looks.subList(0, 2 * Looks.ROUND);
        List<Quiet> many = looks.subList(2 * Looks.ROUND, looks.size());
        assertTrue(many.stream().mapToInt(Quiet::reads).sum() >= many.getFirst().sockets, "known holders are read again within two rounds");
        int more = many.getFirst().sockets - few.getFirst().sockets;
        assertEquals((MANY - FEW) * QuietLooks.HOLDERS, more);
        long allowed = Allocated.references(more) + BYTES_PER_READ * (many.getFirst().slice() - few.getFirst().slice());
        assertTrue(bytes(few) < CONSTANT, few::toString);
        assertTrue(bytes(many) - bytes(few) < allowed, () -> bytes(few) + " bytes with few, " + bytes(many) + " with many");
    }

    @Test
    void quietLookAsksForNoListOfDescriptorsFromTheKernel(@TempDir Path folder) throws Exception {
        Path trace = folder.resolve("trace");
        Path mark = Files.createDirectory(folder.resolve("mark"));
        List<String> launcher = new ArrayList<>(OtherJvm.inOwnNetwork().launcher());
        launcher.addAll(List.of("strace", "-f", "-qq", "-y", "-e", "trace=getdents64", "-o", trace.toString()));
        OtherJvm traced = new OtherJvm(launcher);
        traced.assumeItCan("true");
        List<String> told = traced.run(QuietLooks.class, 120, "marked", mark.toString());
        assertEquals(2 * Looks.ROUND, told.size());
        assertEquals(List.of("others 0"), told.subList(1, told.size()).stream().distinct().toList());
        List<String> calls = Files.readAllLines(trace).stream().filter(line -> line.contains("getdents64(")).toList();
        List<Integer> marks = places(calls, "<" + mark + ">");
        List<String> quiet = calls.subList(marks.getFirst(), marks.getLast());
        assertTrue(places(calls.subList(0, marks.getFirst()), DESCRIPTORS).size() >= QuietLooks.HOLDERS, "the first look lists all tables");
        assertTrue(places(quiet, "</proc>").size() >= 2 * Looks.ROUND, "each look lists the processes");
        assertEquals(0, places(quiet, DESCRIPTORS).size(), () -> String.join("\n", quiet));
    }

    /** Where calls are about such a folder. */
    private static List<Integer> places(List<String> calls, String folder) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(folder)) {
                places.add(i);
            }
        }
        return places;
    }
}
