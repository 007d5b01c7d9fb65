package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import quaywatch.model.Belonging;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.control.Samples.HERE;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.NOW;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;

/** What a stop writes down, and when. */
class RecorderTest {

    private static final Journal.Trouble FULL = new Journal.Trouble(Journal.Trouble.Kind.NOT_WRITTEN, "/x", "No space left on device");

    private final FakeMachine machine = new FakeMachine();
    private final List<Deed> written = new ArrayList<>();
    private final List<Journal.Trouble> told = new ArrayList<>();
    private Optional<Journal.Trouble> trouble = Optional.empty();

    private final class Listening implements Journal {

        @Override
        public Optional<Trouble> write(Deed deed) {
            machine.events.add("write " + (deed.result() == null ? "begun" : deed.result()));
            written.add(deed);
            return trouble;
        }

        @Override
        public Deeds read() {
            return Deeds.NONE;
        }

        @Override
        public Optional<Trouble> erase() {
            return Optional.empty();
        }
    }

    private StopTools tools(Patience patience) {
        Recorder recorder = new Recorder(new Listening(), who -> new Launch(List.of(who.name(), "-x"), "", "/srv"), Deed.Means.WINDOW, ME,
                () -> NOW, now -> now.ifPresent(told::add));
        return new StopTools(machine, machine, machine, machine, machine, patience, machine, recorder);
    }

    private static StopOrder order(Way way, long... pids) {
        return new StopOrder(Protocol.TCP, 8080,
                LongStream.of(pids).mapToObj(pid -> new Target(Child.listener(8080, 1), process("java", pid, ME)))
                        .toList(),
                List.of(HERE), way, List.of(new StopPlan.ClosesToo(Protocol.UDP, 53, Exposure.THIS_MACHINE, 0)));
    }

    private static StopOrder ask(long... pids) {
        return order(new Way.Ask(LongStream.of(pids).mapToObj(pid -> process("java", pid, ME)).toList()), pids);
    }

    private Outcome run(StopOrder order) {
        return tools(Patience.ATTENDED.withoutWatch()).flow(order).run(_ -> {});
    }

    @Test
    void whatWillBeHitIsWrittenBeforeAnythingIsSent() {
        machine.lives.put(7L, Duration.ofSeconds(1));
        run(ask(7));
        assertEquals(List.of("take 7", "write begun", "ask 7", "test", "close 7", "write ENDED"), machine.events);
        Deed begun = written.getFirst();
        assertEquals(new Deed(begun.id(), NOW, ME, Deed.Means.WINDOW, Way.Kind.PROCESS, null,
                List.of(new Deed.Port(Protocol.TCP, 8080), new Deed.Port(Protocol.UDP, 53)),
                List.of(new Deed.Stopped(process("java", 7, ME).id(), "java", new Launch(List.of("java", "-x"), "", "/srv"), ME, null)),
                false, null, ""), begun);
        assertEquals(begun.ended(false, Deed.Result.ENDED, ""), written.getLast());
        assertEquals(List.of("TERM"), written.getLast().signals());
    }

    @Test
    void forceIsTold() {
        StopFlow flow = tools(Patience.ATTENDED.withoutWatch()).flow(ask(7));
        flow.run(_ -> flow.force());
        assertEquals(List.of("TERM", "KILL"), written.getLast().signals());
    }

    @Test
    void whereNothingIsSentNothingIsWritten() {
        machine.holds.put(7L, new Lever.Hold.Reused());
        run(ask(7));
        machine.holds.put(7L, new Lever.Hold.Gone());
        run(ask(7));
        StopFlow cancelled = tools(Patience.ATTENDED).flow(ask(8));
        cancelled.cancel();
        cancelled.run(_ -> {});
        assertEquals(List.of(), written);
    }

    @Test
    void closedConnectionIsWrittenWhereSomethingWasSent() {
        Recorder recorder = tools(Patience.ATTENDED).recorder();
        quaywatch.model.Socket connection = SampleRow.connection("127.0.0.1:40000", "10.0.0.9:443").row().socket();
        for (CloseOutcome outcome : List.of(new CloseOutcome.AlreadyGone(), new CloseOutcome.NotPermitted(), new CloseOutcome.Unsupported(),
                new CloseOutcome.OtherSocket(), new CloseOutcome.Refused(CloseObstacle.NOT_TCP))) {
            recorder.closed(connection, owner(process("java", 7, ME)), outcome);
        }
        assertEquals(List.of(), written);
        recorder.closed(connection, owner(process("java", 7, ME)), new CloseOutcome.Closed());
        recorder.closed(connection, new Owner.Unknown(Owner.Reason.NOT_FOUND), new CloseOutcome.StillOpen());
        recorder.closed(connection, owner(process("java", 7, ME)), new CloseOutcome.Cancelled());
        recorder.closed(connection, owner(process("java", 7, ME)), new CloseOutcome.Failed("EIO"));
        assertEquals(List.of(Deed.Result.ENDED, Deed.Result.STILL_OPEN, Deed.Result.DECLINED, Deed.Result.FAILED),
                written.stream().map(Deed::result).toList());
        assertEquals(List.of(new Deed.Connection("127.0.0.1:40000", "10.0.0.9:443", "java 7"),
                new Deed.Connection("127.0.0.1:40000", "10.0.0.9:443", "")), written.stream().map(Deed::connection).limit(2).toList());
        assertEquals("EIO", written.getLast().note());
        assertEquals(List.of(), written.getFirst().signals());
        for (Deed deed : written) {
            assertEquals(java.util.Optional.of(deed),
                    DeedJson.parse(DeedJson.text(deed).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void refusalOfTheSystemIsTold() {
        machine.sendings.put(7L, new Lever.Sent.NotPermitted());
        run(ask(7));
        assertEquals(Deed.Result.NOT_PERMITTED, written.getLast().result());
    }

    @Test
    void serviceIsToldByItsNameAndGetsNoSignal() {
        machine.lives.put(7L, Duration.ZERO);
        run(order(new Way.Stop(new Service.Unit("orders.service", true, List.of())), 7));
        assertEquals(new Belonging.Unit("orders.service", true), written.getLast().service());
        assertEquals(List.of(), written.getLast().signals());
        assertEquals(1, written.getLast().processes().size());
    }

    @Test
    void whatComesBackIsToldThoughThePortWasFreeBefore() {
        machine.lives.put(7L, Duration.ZERO);
        machine.backAt = Duration.ofSeconds(5);
        machine.back = List.of(owner(process("java", 9, ME)));
        Row row = Samples.listener("127.0.0.1", 8080, owner(process("java", 7, ME)));
        StopPlan.Possible plan = assertInstanceOf(StopPlan.Possible.class, new Planner(Samples.SELF).plan(Samples.snapshot(row), row));
        tools(Patience.ATTENDED).series(List.of(plan)).run((_, _) -> {});
        assertEquals(List.of("write begun", "write ENDED", "write RESPAWNED"),
                machine.events.stream().filter(event -> event.startsWith("write")).toList());
        assertEquals("java 9", written.getLast().note());
        assertEquals(1, written.stream().map(Deed::id).distinct().count());
    }

    @Test
    void deedIsDoneThoughItCannotBeWrittenAndThatIsTold() {
        machine.lives.put(7L, Duration.ZERO);
        trouble = Optional.of(FULL);
        assertInstanceOf(Outcome.Ended.class, run(ask(7)));
        assertTrue(machine.events.contains("ask 7"));
        assertEquals(List.of(FULL, FULL), told);
    }

    @Test
    void hugeCommandLinesAreToldInBrief() {
        long[] pids = LongStream.rangeClosed(10, 10 + Recorder.MOST).toArray();
        Recorder recorder = new Recorder(new Listening(), _ -> new Launch(List.of("java", "x".repeat(60_000)), "", "/srv"),
                Deed.Means.COMMAND_LINE, ME, () -> NOW, _ -> {});
        recorder.begin(ask(pids));
        assertEquals(Recorder.MOST, written.getFirst().processes().size());
        assertEquals(3, written.getFirst().processes().stream().filter(who -> !who.launch().arguments().isEmpty()).count());
        assertTrue(DeedJson.text(written.getFirst()).length() < JournalFile.LARGEST / 2);
    }
}
