package quaywatch.control.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.control.BindProbe;
import quaywatch.control.Child;
import quaywatch.control.Lever;
import quaywatch.control.Outcome;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Progress;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.control.ServiceLever;
import quaywatch.control.StopFlow;
import quaywatch.control.StopOrder;
import quaywatch.control.StopTools;
import quaywatch.control.Supervisors;
import quaywatch.control.Target;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.Address;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole flow on real processes and real ports. */
@EnabledOnOs(OS.LINUX)
class LinuxStopTest {

    private static final Address HERE = Address.v4(0x7f000001);
    private static final List<Address> TEST_ON = List.of(Address.ANY_V4, HERE);
    private static final Result FREE = new Result(List.of(new Bind(Address.ANY_V4, Verdict.FREE), new Bind(HERE, Verdict.FREE)));
    private static final Result HELD = new Result(List.of(new Bind(Address.ANY_V4, Verdict.IN_USE), new Bind(HERE, Verdict.IN_USE)));

    private final List<Progress> reports = new ArrayList<>();

    private static StopFlow flow(Target target, Patience patience) {
        return flow(List.of(target), patience);
    }

    private static StopFlow flow(List<Target> targets, Patience patience) {
        return flow(new LinuxLever(ProcessIdentity.ofThisMachine()), targets, patience);
    }

    private static StopFlow flow(Lever lever, List<Target> targets, Patience patience) {
        return new StopTools(lever, ServiceLever.NONE, new BindProbe(), (_, _, _) -> List.of(), Supervisors.NONE, patience, Pace.real())
                .flow(new StopOrder(Protocol.TCP, Objects.requireNonNull(targets.getFirst().socket()).local().port(), targets, TEST_ON));
    }

    private static Patience patience(Duration grace, Duration limit) {
        return new Patience(grace, limit, Duration.ofMillis(500), Duration.ofMillis(10), Duration.ZERO);
    }

    private static final Patience LONG = patience(Duration.ofSeconds(20), Duration.ofSeconds(20));

    @Test
    void listenerThatFollowsSigtermEndsAndItsPortIsFree() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(child.target(port), LONG).run(reports::add));
            assertEquals(128 + 15, child.exitCode());
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            assertEquals(List.of(State.DONE, State.DONE, State.DONE, State.DONE),
                    reports.getLast().steps().stream().map(Progress.Step::state).toList());
        }
    }

    @Test
    void listenerThatIgnoresSigtermIsStillRunningAfterTheLimit() throws IOException {
        try (Child child = Child.start("listener.py", "stubborn")) {
            int port = child.port();
            StopFlow flow = flow(child.target(port), patience(Duration.ZERO, Duration.ofMillis(200)));
            assertEquals(new Outcome.StillRunning(), flow.run(reports::add));
            assertTrue(child.answers(port));
        }
    }

    @Test
    void forceEndsWhatIgnoresSigterm() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py", "stubborn")) {
            StopFlow flow = flow(child.target(child.port()), patience(Duration.ZERO, Duration.ofSeconds(20)));
            Outcome outcome = flow.run(progress -> {
                reports.add(progress);
                flow.force();
            });
            assertEquals(new Outcome.Ended(FREE, Duration.ZERO), outcome);
            assertEquals(128 + 9, child.exitCode());
            assertEquals(Stream.of(Kind.values()).filter(kind -> kind != Kind.WATCHED).toList(),
                    reports.getLast().steps().stream().map(Progress.Step::kind).toList());
        }
    }

    @Test
    void forkedChildKeepsThePort() throws IOException {
        try (Child child = Child.start("forked.py")) {
            String[] portAndPid = child.line().split(" ");
            ProcessHandle fork = ProcessHandle.of(Long.parseLong(portAndPid[1])).orElseThrow();
            try {
                assertEquals(new Outcome.PortStillHeld(List.of(), HELD),
                        flow(child.target(Integer.parseInt(portAndPid[0])), LONG).run(reports::add));
                assertTrue(fork.isAlive());
            } finally {
                fork.destroyForcibly();
            }
        }
    }

    @Test
    void everyHolderOfASharedListenerIsStopped() throws IOException, InterruptedException {
        try (Child child = Child.start("forked.py")) {
            String[] portAndPid = child.line().split(" ");
            long forkPid = Long.parseLong(portAndPid[1]);
            ProcessHandle fork = ProcessHandle.of(forkPid).orElseThrow();
            try {
                Target parent = child.target(Integer.parseInt(portAndPid[0]));
                Target second = new Target(parent.socket(), Child.facts(new ProcessId(forkPid, Child.startTime(forkPid))));
                assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(List.of(parent, second), LONG).run(reports::add));
                assertEquals(128 + 15, child.exitCode());
            } finally {
                fork.destroyForcibly();
            }
        }
    }

    @Test
    void processThatEndedBeforeIsAlreadyGone() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py")) {
            Target target = child.target(child.port());
            child.end();
            assertEquals(new Outcome.AlreadyGone(FREE), flow(target, LONG).run(reports::add));
        }
    }

    @Test
    void processThatEndsBetweenTheLastLookAndTheSignalIsNoFailure() throws IOException {
        try (Child child = Child.start("listener.py")) {
            Target target = child.target(child.port());
            LinuxLever real = new LinuxLever(ProcessIdentity.ofThisMachine());
            Lever slow = wanted -> {
                Lever.Hold hold = real.take(wanted);
                endedAndBuried(child);
                return hold;
            };
            assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(slow, List.of(target), LONG).run(reports::add));
        }
    }

    private static void endedAndBuried(Child child) {
        try {
            child.end();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void processThatLetGoOfThePortGetsNoSignal() throws IOException {
        try (Child child = Child.start("releasing.py")) {
            Target target = child.target(child.port());
            child.say("release");
            assertEquals("released", child.line());
            assertEquals(new Outcome.AlreadyGone(FREE), flow(target, LONG).run(reports::add));
            child.say("still here?");
            assertEquals("still here?", child.line());
        }
    }

    @Test
    void processThatStartedAtAnotherTimeGetsNoSignal() throws IOException {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Target real = child.target(port);
            ProcessId earlier = new ProcessId(child.pid(), real.holder().id().start() - 1);
            Target target = new Target(real.socket(), Child.facts(earlier));
            assertEquals(new Outcome.PidReused(), flow(target, LONG).run(reports::add));
            assertTrue(child.answers(port));
        }
    }

    private static StopFlow withoutPort(ProcessFacts who) {
        return new StopTools(new LinuxLever(ProcessIdentity.ofThisMachine()), (_, _, _) -> HELD, (_, _, _) -> List.of(), LONG, Pace.real())
                .flow(new StopOrder(Protocol.TCP, 0, List.of(new Target(null, who)), List.of()));
    }

    @Test
    void processIsEndedForItsOwnSakeAndNoPortIsTested() throws IOException, InterruptedException {
        try (Child child = Child.start("listener.py")) {
            child.port();
            ProcessFacts who = Child.facts(new ProcessId(child.pid(), Child.startTime(child.pid())));
            assertEquals(new Outcome.Ended(new Result(List.of()), Duration.ZERO), withoutPort(who).run(reports::add));
            assertEquals(128 + 15, child.exitCode());
            assertEquals(List.of(Kind.CHECKED, Kind.ASKED, Kind.WAITING),
                    reports.getLast().steps().stream().map(Progress.Step::kind).toList());
            assertEquals(new Outcome.AlreadyGone(new Result(List.of())), withoutPort(who).run(reports::add));
        }
    }

    @Test
    void laterProcessWithTheSameNumberIsNotEndedForItsOwnSake() throws IOException {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            ProcessId earlier = new ProcessId(child.pid(), Child.startTime(child.pid()) - 1);
            assertEquals(new Outcome.PidReused(), withoutPort(Child.facts(earlier)).run(reports::add));
            assertTrue(child.answers(port));
        }
    }

    @Test
    void clientOfThePortLosesItsConnectionAndRunsOn() throws IOException {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            try (Child client = Child.start("client.py", Integer.toString(port))) {
                assertEquals("connected", client.line());
                assertEquals(new Outcome.Ended(FREE, Duration.ZERO), flow(child.target(port), LONG).run(reports::add));
                assertEquals("cut", client.line());
                client.say("still here?");
                assertEquals("still here?", client.line());
            }
        }
    }
}
