package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.control.Progress.Step;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static quaywatch.control.Samples.HERE;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;

/** The order of steps, and time, on a machine that is made up. */
class StopFlowTest {

    private static final Result FREE = new Result(List.of(new Bind(HERE, Verdict.FREE)));
    private static final Result HELD = new Result(List.of(new Bind(HERE, Verdict.IN_USE)));
    private static final Deed.Port PORT = new Deed.Port(Protocol.TCP, 8080);
    private static final Owner JAVA = owner(process("java", 7, ME));

    private final FakeMachine machine = new FakeMachine();
    private final List<Progress> reports = new ArrayList<>();

    private StopFlow flow(long... pids) {
        return flow(Patience.ATTENDED.withoutWatch(), pids);
    }

    private StopFlow flow(Patience patience, long... pids) {
        List<Target> targets = LongStream.of(pids).mapToObj(pid -> new Target(Child.listener(8080, 1), process("java", pid, ME))).toList();
        return machine.flow(patience, new StopOrder(Protocol.TCP, 8080, targets, List.of(HERE)));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    private List<Duration> whenForceIsOffered() {
        return reports.stream().filter(Progress::mayForce).map(Progress::elapsed).toList();
    }

    @Test
    void stepsComeInOrderWithTheirTimes() {
        machine.lives.put(7L, seconds(1.25));
        assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(7).run(reports::add));
        assertEquals(List.of("take 7", "ask 7", "test", "close 7"), machine.events);
        assertEquals(new Progress(List.of(new Step(Kind.CHECKED, State.RUNNING, Duration.ZERO),
                new Step(Kind.ASKED, State.TO_COME, Duration.ZERO), new Step(Kind.WAITING, State.TO_COME, Duration.ZERO),
                new Step(Kind.TESTED, State.TO_COME, Duration.ZERO)), Duration.ZERO, false, false), reports.getFirst());
        assertEquals(new Progress(List.of(new Step(Kind.CHECKED, State.DONE, Duration.ZERO),
                new Step(Kind.ASKED, State.DONE, Duration.ZERO), new Step(Kind.WAITING, State.DONE, seconds(1.25)),
                new Step(Kind.TESTED, State.DONE, seconds(1.25))), seconds(1.25), false, false), reports.getLast());
    }

    @Test
    void forceIsOfferedAfterFiveSecondsOfWaiting() {
        machine.lives.put(7L, seconds(6));
        assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(7).run(reports::add));
        assertEquals(seconds(5), whenForceIsOffered().getFirst());
        assertEquals(List.of(), machine.events.stream().filter(event -> event.startsWith("force")).toList());
    }

    @Test
    void forceBeforeItIsOfferedIsNotFollowed() {
        machine.lives.put(7L, seconds(4));
        StopFlow flow = flow(7);
        assertFalse(flow.force());
        flow.run(_ -> assertFalse(flow.force()));
        assertEquals(List.of("take 7", "ask 7", "test", "close 7"), machine.events);
        assertFalse(flow.force());
    }

    @Test
    void forceGoesToEveryHolderOnce() {
        StopFlow flow = flow(7, 8);
        assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow.run(progress -> {
            reports.add(progress);
            assertEquals(progress.mayForce(), flow.force());
        }));
        assertEquals(List.of("take 7", "take 8", "ask 7", "ask 8", "force 7", "force 8", "test", "close 7", "close 8"), machine.events);
        assertEquals(new Step(Kind.FORCED, State.DONE, seconds(5.1)), reports.getLast().steps().get(3));
    }

    @Test
    void waitingOnTakesTheOfferBack() {
        machine.lives.put(7L, seconds(20));
        StopFlow flow = flow(7);
        flow.run(progress -> {
            reports.add(progress);
            if (progress.mayForce() && progress.elapsed().compareTo(seconds(8)) < 0) {
                flow.waitOn(seconds(10));
            }
        });
        List<Duration> offered = whenForceIsOffered();
        assertEquals(List.of(seconds(5), seconds(15.1)), offered.subList(0, 2));
    }

    @Test
    void limitEndsTheWait() {
        Patience brief = new Patience(seconds(5), seconds(7), seconds(1), seconds(0.1), Duration.ZERO);
        assertEquals(new Outcome.StillRunning(), flow(brief, 7).run(reports::add));
        assertEquals(seconds(7), machine.now());
    }

    @Test
    void cancelBeforeAnythingIsSentSendsNothing() {
        StopFlow flow = flow(7);
        flow.cancel();
        assertEquals(new Outcome.Cancelled(false), flow.run(reports::add));
        assertEquals(List.of("take 7", "close 7"), machine.events);
    }

    @Test
    void cancelEndsTheWait() {
        StopFlow flow = flow(7);
        assertEquals(new Outcome.Cancelled(true), flow.run(progress -> {
            if (progress.mayForce()) {
                flow.cancel();
            }
        }));
        assertEquals(List.of("take 7", "ask 7", "close 7"), machine.events);
    }

    @Test
    void portLetGoByALivingProcessIsReported() {
        machine.holdsSocket = false;
        machine.lives.put(7L, seconds(3));
        flow(7).run(reports::add);
        assertEquals(List.of(seconds(1)), reports.stream().filter(Progress::letGo).map(Progress::elapsed).limit(1).toList());
    }

    @Test
    void portIsTestedAgainForASecond() {
        machine.lives.put(7L, Duration.ZERO);
        machine.freeAt = seconds(0.8);
        assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(7).run(reports::add));
        assertEquals(seconds(0.8), machine.now());
    }

    @Test
    void portThatStaysHeldIsSaidWithItsHolders() {
        machine.lives.put(7L, Duration.ZERO);
        machine.freeAt = seconds(60);
        Owner child = owner(process("java", 9, ME));
        machine.holders = List.of(JAVA, child);
        assertEquals(new Outcome.PortStillHeld(List.of(child), HELD), flow(7).run(reports::add));
        assertEquals(State.FAILED, reports.getLast().steps().getLast().state());
        assertEquals(seconds(1), machine.now());
    }

    @Test
    void portThatCantBeTestedIsNotCalledFree() {
        machine.lives.put(7L, Duration.ZERO);
        machine.free = Verdict.NOT_PERMITTED;
        assertEquals(new Outcome.Ended(new Result(List.of(new Bind(HERE, Verdict.NOT_PERMITTED))), Duration.ZERO),
                flow(7).run(reports::add));
        assertEquals(State.WARNING, reports.getLast().steps().getLast().state());
    }

    @Test
    void holderThatIsGoneDoesNotKeepTheOthers() {
        machine.holds.put(7L, new Hold.Released());
        machine.lives.put(8L, seconds(1));
        assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(7, 8).run(reports::add));
        assertEquals(List.of("take 7", "take 8", "ask 8", "test", "close 8"), machine.events);
    }

    @Test
    void portOfHoldersThatAreAllGoneIsTested() {
        machine.holds.put(7L, new Hold.Gone());
        machine.holds.put(8L, new Hold.Released());
        assertEquals(new Outcome.AlreadyGone(FREE), flow(7, 8).run(reports::add));
        assertEquals(List.of(State.WARNING, State.TO_COME, State.TO_COME, State.DONE),
                reports.getLast().steps().stream().map(Step::state).toList());
    }

    static List<Arguments> holds() {
        return List.of(Arguments.of(new Hold.Reused(), new Outcome.PidReused()),
                Arguments.of(new Hold.NotPermitted(), new Outcome.NotPermitted()),
                Arguments.of(new Hold.Refused(Outcome.Refusal.KERNEL_THREAD), new Outcome.Refused(Outcome.Refusal.KERNEL_THREAD)),
                Arguments.of(new Hold.Failed("too many open files"), new Outcome.Failed("too many open files")));
    }

    @ParameterizedTest
    @MethodSource("holds")
    void obstacleAtOneHolderSendsNothingToAny(Hold hold, Outcome expected) {
        machine.holds.put(8L, hold);
        assertEquals(expected, flow(7, 8, 9).run(reports::add));
        assertEquals(List.of("take 7", "take 8", "close 7"), machine.events);
        assertEquals(State.FAILED, reports.getLast().steps().getFirst().state());
    }

    static List<Arguments> sendings() {
        return List.of(Arguments.of(new Sent.Reused(), new Outcome.PidReused()),
                Arguments.of(new Sent.NotPermitted(), new Outcome.NotPermitted()),
                Arguments.of(new Sent.Cancelled(), new Outcome.Cancelled(false)),
                Arguments.of(new Sent.NotTheHolder(), new Outcome.Refused(Outcome.Refusal.NOT_THE_HOLDER)),
                Arguments.of(new Sent.Failed("odd"), new Outcome.Failed("odd")));
    }

    @ParameterizedTest
    @MethodSource("sendings")
    void signalThatFailsEndsTheFlow(Sent sent, Outcome expected) {
        machine.sendings.put(7L, sent);
        assertEquals(expected, flow(7).run(reports::add));
        assertEquals(List.of("take 7", "ask 7", "close 7"), machine.events);
    }

    @Test
    void processThatEndsOfItselfBeforeTheSignalHasEnded() {
        machine.sendings.put(7L, new Sent.Gone());
        machine.lives.put(7L, Duration.ZERO);
        assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(7).run(reports::add));
    }

    @Test
    void orderWithoutATargetIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StopOrder(Protocol.TCP, 1, List.of(), List.of()));
    }

    private StopFlow watched(Way way, Target... targets) {
        return machine.flow(Patience.ATTENDED, new StopOrder(Protocol.TCP, 8080, List.of(targets), List.of(HERE), way));
    }

    private static Target target(long pid) {
        return new Target(Child.listener(8080, 1), process("java", pid, ME));
    }

    @Test
    void freePortIsWatchedForTenSeconds() {
        machine.lives.put(7L, seconds(1));
        assertEquals(new Outcome.Ended(FREE, seconds(10)),
                watched(new Way.Ask(List.of(process("java", 7, ME))), target(7)).run(reports::add));
        assertEquals(new Step(Kind.WATCHED, State.DONE, seconds(11)), reports.getLast().steps().getLast());
    }

    @Test
    void whoeverTakesThePortWhileItIsWatchedIsNamedWithTheSharedParent() {
        machine.lives.put(7L, Duration.ZERO);
        machine.backAt = seconds(4);
        machine.back = List.of(owner(process("java", 9, ME)));
        ProcessFacts parent = new ProcessFacts(new ProcessId(1, 5), 0, "make", "", "", "",
                ME,
                null, null);
        machine.supervision = new Supervision(List.of(), null, List.of(), parent);
        assertEquals(new Outcome.RespawnedBy(owner(process("java", 9, ME)), List.of(new Cause.SameParent(parent)), PORT),
                watched(new Way.Ask(List.of(process("java", 7, ME))), target(7)).run(reports::add));
        assertEquals(new Step(Kind.WATCHED, State.FAILED, seconds(4)), reports.getLast().steps().getLast());
    }

    @Test
    void whoeverTakesThePortBeforeTheTestIsNoOldHolder() {
        machine.lives.put(7L, Duration.ZERO);
        machine.freeAt = seconds(60);
        machine.backAt = seconds(0.5);
        machine.back = List.of(owner(process("java", 9, ME)));
        Cause unit = new Cause.Unit("a.service", true, "always", null, process("java", 9, ME));
        machine.supervision = new Supervision(List.of(unit), null, List.of(), null);
        assertEquals(new Outcome.RespawnedBy(owner(process("java", 9, ME)), List.of(unit), PORT), flow(7).run(reports::add));
    }

    @Test
    void newcomerWhoseSocketIsSeenBeforeItsProcessIsNamedAllTheSame() {
        machine.lives.put(7L, Duration.ZERO);
        machine.backAt = seconds(4);
        machine.namedAt = seconds(4.5);
        machine.back = List.of(owner(process("java", 9, ME)));
        assertEquals(new Outcome.RespawnedBy(owner(process("java", 9, ME)), List.of(), PORT),
                watched(new Way.Ask(List.of(process("java", 7, ME))), target(7)).run(reports::add));
    }

    @Test
    void newcomerThatStaysUnknownIsToldAsSuch() {
        machine.lives.put(7L, Duration.ZERO);
        machine.backAt = seconds(4);
        machine.namedAt = seconds(60);
        assertEquals(new Outcome.RespawnedBy(new Owner.Unknown(Owner.Reason.NOT_FOUND), List.of(), PORT),
                watched(new Way.Ask(List.of(process("java", 7, ME))), target(7)).run(reports::add));
    }

    @Test
    void endOfTheWatchKeepsTheProof() {
        machine.lives.put(7L, Duration.ZERO);
        StopFlow flow = watched(new Way.Ask(List.of(process("java", 7, ME))), target(7));
        assertEquals(new Outcome.Ended(FREE, seconds(3)), flow.run(progress -> {
            if (progress.steps().getLast().state() == State.RUNNING && progress.elapsed().equals(seconds(2.5))) {
                flow.cancel();
            }
        }));
    }

    @Test
    void serviceIsStoppedByWhoeverRunsItAndItsProcessGetsNoSignal() {
        machine.lives.put(7L, seconds(2));
        assertEquals(new Outcome.Ended(FREE, seconds(10)),
                watched(new Way.Stop(new Service.Unit("a.service", true, List.of())), target(7)).run(reports::add));
        assertEquals(List.of("take 7", "stop a.service", "test", "close 7"), machine.events);
    }

    @Test
    void serviceWhoseProcessIsOutOfReachIsWaitedForAtThePort() {
        machine.holds.put(7L, new Hold.NotPermitted());
        machine.freeAt = seconds(3);
        assertEquals(new Outcome.Ended(FREE, seconds(10)),
                watched(new Way.Stop(new Service.Unit("a.service", false, List.of())), target(7)).run(reports::add));
        assertEquals(seconds(13), machine.now());
    }

    @Test
    void serviceThatMayNotBeStoppedIsNotPermitted() {
        machine.stopped = new Sent.NotPermitted();
        assertEquals(new Outcome.NotPermitted(),
                watched(new Way.Stop(new Service.Unit("a.service", false, List.of())), target(7)).run(reports::add));
        assertEquals(List.of("take 7", "close 7"), machine.events.stream().filter(event -> !event.startsWith("stop")).toList());
    }
}
