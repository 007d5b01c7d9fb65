package quaywatch.control;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.control.StopPlan.Possible;
import quaywatch.model.Protocol;
import quaywatch.model.Row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.SELF;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.snapshot;

/** Several ports, one summary. */
class StopSeriesTest {

    private final FakeMachine machine = new FakeMachine();

    private static Possible plan(int port, long pid) {
        Row row = listener("127.0.0.1", port, owner(process("java", pid, ME)));
        return assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(row), row));
    }

    private StopSeries<Possible> series(Possible... plans) {
        return new StopTools(machine, machine, machine, machine, machine, Patience.ATTENDED, machine).series(List.of(plans));
    }

    @Test
    void portsAreFreedInTurnAndWatchedTogether() {
        machine.lives.put(7L, Duration.ofSeconds(1));
        machine.lives.put(8L, Duration.ofSeconds(2));
        List<StopSeries.Part<Possible>> parts = series(plan(3000, 7), plan(3001, 8)).run((_, _) -> {});
        assertEquals(List.of(true, true), parts.stream().map(StopSeries.Part::free).toList());
        assertEquals(List.of("take 7", "ask 7", "test", "close 7", "take 8", "ask 8", "test", "close 8"), machine.events);
        assertEquals(Duration.ofSeconds(13), machine.now());
    }

    @Test
    void portThatWentWithAnEarlierOneIsOnlyTested() {
        machine.lives.put(7L, Duration.ZERO);
        machine.holds.put(8L, new Lever.Hold.Gone());
        List<StopSeries.Part<Possible>> parts = series(plan(3000, 7), plan(3001, 8)).run((_, _) -> {});
        assertInstanceOf(Outcome.AlreadyGone.class, parts.getLast().outcome());
        assertEquals(true, parts.getLast().free());
    }

    @Test
    void failureAtOnePortDoesNotKeepTheOthers() {
        machine.holds.put(7L, new Lever.Hold.NotPermitted());
        machine.lives.put(8L, Duration.ZERO);
        assertEquals(List.of(false, true),
                series(plan(3000, 7), plan(3001, 8)).run((_, _) -> {}).stream().map(StopSeries.Part::free).toList());
    }

    @Test
    void whatComesBackIsNoLongerFree() {
        machine.lives.put(7L, Duration.ZERO);
        machine.backAt = Duration.ofSeconds(5);
        machine.back = List.of(owner(process("java", 9, ME)));
        assertInstanceOf(Outcome.RespawnedBy.class, series(plan(3000, 7)).run((_, _) -> {}).getFirst().outcome());
    }

    @Test
    void portThatClosedWithAProcessIsWatchedToo() {
        Row row = listener("127.0.0.1", 3000, owner(process("java", 7, ME)));
        ProcessPlan.Possible plan = assertInstanceOf(ProcessPlan.Possible.class,
                new Planner(SELF).plan(snapshot(row), process("java", 7, ME), Supervision.NONE, false));
        machine.lives.put(7L, Duration.ZERO);
        assertEquals(new Outcome.Ended(new PortProbe.Result(List.of()), Duration.ofSeconds(10)), ended(plan));
        machine.backAt = machine.now().plusSeconds(5);
        machine.back = List.of(owner(process("java", 9, ME)));
        machine.lives.put(7L, Duration.ZERO);
        assertEquals(new Outcome.RespawnedBy(owner(process("java", 9, ME)), List.of(), new Deed.Port(Protocol.TCP, 3000)), ended(plan));
        assertEquals(List.of(), machine.events.stream().filter("test"::equals).toList());
    }

    private Outcome ended(ProcessPlan.Possible plan) {
        return machine.tools(Patience.ATTENDED).series(List.of(plan)).run((_, _) -> {}).getFirst().outcome();
    }

    @Test
    void cancelLeavesTheOthersAlone() {
        machine.lives.put(8L, Duration.ZERO);
        StopSeries<Possible> series = series(plan(3000, 7), plan(3001, 8));
        List<StopSeries.Part<Possible>> parts = series.run((plan, progress) -> {
            if (plan.port() == 3000 && progress.elapsed().compareTo(Duration.ofSeconds(1)) > 0) {
                series.cancel();
            }
        });
        assertEquals(List.of(new Outcome.Cancelled(true), new Outcome.Cancelled(false)),
                parts.stream().map(StopSeries.Part::outcome).toList());
        assertEquals(List.of("take 7", "ask 7", "close 7", "take 8", "close 8"), machine.events);
    }
}
