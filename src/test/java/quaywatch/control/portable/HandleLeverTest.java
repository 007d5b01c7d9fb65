package quaywatch.control.portable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import quaywatch.control.Child;
import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.Target;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Works on every system, so it is tried on this one. */
class HandleLeverTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final HandleLever lever = new HandleLever();

    private static Target target(long pid, @Nullable Instant started) {
        return new Target(Child.listener(1, 0), new ProcessFacts(new ProcessId(pid, 1), 1, "python3", "", "", "", null, started, null));
    }

    private static Target target(Child child) {
        return target(child.pid(), ProcessHandle.of(child.pid()).orElseThrow().info().startInstant().orElseThrow());
    }

    @Test
    void askEndsTheProcess() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py")) {
            child.port();
            Grip grip = assertInstanceOf(Hold.Held.class, lever.take(target(child))).grip();
            assertTrue(grip.holdsSocket());
            assertEquals(new Sent.Delivered(), grip.ask());
            assertTrue(grip.awaitEnd(LONG));
            assertEquals(128 + 15, child.exitCode());
            assertEquals(new Sent.Gone(), grip.force());
        }
    }

    @Test
    void forceEndsWhatIgnoresBeingAsked() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py", "stubborn")) {
            int port = child.port();
            Grip grip = assertInstanceOf(Hold.Held.class, lever.take(target(child))).grip();
            assertEquals(new Sent.Delivered(), grip.ask());
            assertTrue(child.answers(port));
            assertFalse(grip.awaitEnd(Duration.ofMillis(30)));
            assertEquals(new Sent.Delivered(), grip.force());
            assertTrue(grip.awaitEnd(LONG));
            assertEquals(128 + 9, child.exitCode());
        }
    }

    @Test
    void processThatStartedAtAnotherTimeIsAnother() throws IOException {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Instant started = target(child).holder().started();
            assertEquals(new Hold.Reused(), lever.take(target(child.pid(), started == null ? null : started.minusSeconds(5))));
            assertTrue(child.answers(port));
        }
    }

    @Test
    void processThatEndedIsGone() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py")) {
            Target target = target(child);
            child.end();
            assertEquals(new Hold.Gone(), lever.take(target));
        }
    }

    @Test
    void withoutAStartTimeNothingIsDone() throws IOException {
        try (Child child = Child.start("listener.py")) {
            assertEquals(new Hold.Refused(Refusal.START_NOT_KNOWN), lever.take(target(child.pid(), null)));
        }
    }

    @Test
    void quaywatchItselfIsRefused() {
        assertEquals(new Hold.Refused(Refusal.QUAYWATCH_ITSELF),
                lever.take(target(ProcessHandle.current().pid(), Instant.EPOCH)));
    }
}
