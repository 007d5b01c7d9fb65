package quaywatch.control.words;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import quaywatch.control.Cause;
import quaywatch.control.Planner;
import quaywatch.control.Progress;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.control.Progress.Step;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.Supervision;
import quaywatch.control.Way;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.SELF;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.snapshot;

class StepWordsTest {

    private final StepWords words = new StepWords(new Words(Locale.ENGLISH), ZoneOffset.UTC);

    private static Possible plan(ProcessFacts... holders) {
        Row row = listener("0.0.0.0", 8080, owner(holders));
        return assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(row), row));
    }

    private static Possible java() {
        return plan(process("java", 24_187, ME));
    }

    private static Progress progress(double elapsed, boolean letGo, Step... steps) {
        return new Progress(List.of(steps), Duration.ofMillis((long) (elapsed * 1_000)), true, letGo);
    }

    private static Step step(Kind kind, State state, long millis) {
        return new Step(kind, state, Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CHECKED|TO_COME|Check that it is still the same java|",
            "CHECKED|RUNNING|Checking that it is still the same java|",
            "CHECKED|DONE|Checked again: still the java that started at 13:21:04|",
            "CHECKED|WARNING|Checked again: java 24187 no longer holds the port|",
            "CHECKED|FAILED|Checked again: java 24187 can't be stopped|",
            "ASKED|TO_COME|Ask java 24187 to end (SIGTERM)|", "ASKED|RUNNING|Asking java 24187 to end (SIGTERM)|",
            "ASKED|DONE|java 24187 was asked to end (SIGTERM)|", "ASKED|FAILED|java 24187 was not asked to end|",
            "WAITING|TO_COME|Wait for the process and for the port|",
            "WAITING|RUNNING|Waiting for the process and for the port|Port 8080 is still held.",
            "WAITING|WARNING|Waiting for the process and for the port|Port 8080 is still held.", "WAITING|DONE|java 24187 ended|",
            "WAITING|FAILED|java 24187 has not ended|", "FORCED|RUNNING|Ending java 24187 by force (SIGKILL)|",
            "FORCED|DONE|java 24187 was ended by force (SIGKILL)|", "FORCED|FAILED|java 24187 could not be ended by force|",
            "TESTED|TO_COME|Test that the port can be bound|", "TESTED|RUNNING|Testing that the port can be bound|",
            "TESTED|DONE|The port can be bound again|Tested 0.0.0.0, 127.0.0.1 and [::].", "TESTED|WARNING|The port could not be tested|",
            "TESTED|FAILED|The port is still held|Tested 0.0.0.0, 127.0.0.1 and [::]."})
    void stepReadsAsWhatIsDoneOrToCome(Kind kind, State state, String title, String detail) {
        assertEquals(new Line(title, detail == null ? "" : detail), words.of(java(), progress(1, false), step(kind, state, 10)));
    }

    static List<Arguments> all() {
        return List.of(Arguments.of(Kind.values(), State.values()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStepHasItsWords(Kind[] kinds, State[] states) {
        for (Kind kind : kinds) {
            for (State state : states) {
                assertEquals(false, words.of(java(), progress(1, false), step(kind, state, 10)).title().isBlank());
            }
        }
    }

    @Test
    void portThatIsLetGoIsSaidWhileWaiting() {
        assertEquals("Port 8080 is let go; the process has not ended.",
                words.of(java(), progress(1, true), step(Kind.WAITING, State.RUNNING, 10)).detail());
    }

    @Test
    void timesAreSecondsWithTwoPlaces() {
        assertEquals("0.01 s", words.at(step(Kind.ASKED, State.DONE, 14)));
        assertEquals("11.34 s", words.at(step(Kind.TESTED, State.DONE, 11_340)));
        assertEquals("", words.at(step(Kind.TESTED, State.TO_COME, 0)));
    }

    @Test
    void bandSaysHowLongItHasBeenWaitedFor() {
        Progress waiting = progress(6.2, false, step(Kind.ASKED, State.DONE, 10), step(Kind.WAITING, State.WARNING, 6_200));
        assertEquals(new Line("java has not ended yet, 6 s", "It may still be saving work. You can go on waiting, or force it."),
                words.waiting(java(), waiting));
        Progress forced = progress(8, false, step(Kind.ASKED, State.DONE, 10), step(Kind.FORCED, State.DONE, 7_000));
        assertEquals(new Line("java has not ended yet, 7 s", "It was ended by force; the kernel is still clearing it away."),
                words.waiting(java(), forced));
    }

    @Test
    void forceSaysWhatIsLostAndWhatIsCheckedFirst() {
        assertEquals(
                new Line("If you force it", "SIGKILL ends java at once; it can't save or clean up. Quaywatch first checks once more that"
                        + " pid 24187 is still the same process."),
                words.force(java()));
        assertEquals("Force java to end", words.forceButton(java()));
    }

    @Test
    void severalProcessesAreNamedByTheFirst() {
        Possible two = plan(process("nginx", 11, ME), process("nginx", 12, ME));
        assertEquals("nginx 11 and 1 more were asked to end (SIGTERM)",
                words.of(two, progress(1, false), step(Kind.ASKED, State.DONE, 10)).title());
        assertEquals("Force 2 processes to end", words.forceButton(two));
        assertEquals("SIGKILL ends them at once; they can't save or clean up. Quaywatch first checks once more that they are still the same"
                + " processes.", words.force(two).detail());
    }

    private static Possible kept(ProcessFacts... keepers) {
        Row row = listener("0.0.0.0", 8080, owner(process("node", 30, ME)));
        List<Cause> causes = Stream.of(keepers).<Cause>map(keeper -> new Cause.Loop(keeper, "while :; do node; done")).toList();
        Possible plan = assertInstanceOf(Possible.class,
                new Planner(SELF).plan(snapshot(row), row, new Supervision(causes, null, List.of(process("esbuild", 31, ME)), null)));
        return plan.by(plan.way(Way.Kind.PARENT).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CHECKED|DONE|Checked again: still the same sh 20 and node 30",
            "CHECKED|WARNING|Checked again: node 30 no longer holds the port",
            "ASKED|TO_COME|Ask sh 20 and node 30 to end (SIGTERM)", "ASKED|DONE|sh 20 and node 30 were asked to end (SIGTERM)",
            "WAITING|DONE|sh 20 and node 30 ended", "WAITING|FAILED|sh 20 and node 30 have not ended",
            "FORCED|DONE|sh 20 and node 30 were ended by force (SIGKILL)"})
    void whoeverStartsItAgainIsNamedInEachStepThatReachesThemToo(Kind kind, State state, String title) {
        assertEquals(title, words.of(kept(process("sh", 20, ME)), progress(1, false), step(kind, state, 10)).title());
    }

    @Test
    void ofManyTheFirstToBeAskedAndTheHolderAreNamed() {
        assertEquals("Ask sh 17, sh 18, node 30 and 2 more to end (SIGTERM)",
                words.of(kept(process("sh", 20, ME), process("sh", 19, ME), process("sh", 18, ME), process("sh", 17, ME)),
                        progress(1, false), step(Kind.ASKED, State.TO_COME, 0)).title());
    }

    @Test
    void treeIsNamedAndForcedAsAWhole() {
        Possible plan = kept(process("sh", 20, ME));
        Possible tree = plan.by(plan.way(Way.Kind.TREE).orElseThrow());
        assertEquals("node 30 and esbuild 31 ended", words.of(tree, progress(1, false), step(Kind.WAITING, State.DONE, 10)).title());
        assertEquals("Force 2 processes to end", words.forceButton(tree));
        assertEquals("SIGKILL ends them at once; they can't save or clean up. Quaywatch first checks once more that they are still the same"
                + " processes.", words.force(tree).detail());
    }
}
