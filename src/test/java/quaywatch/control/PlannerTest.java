package quaywatch.control;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import quaywatch.control.Outcome.Refusal;
import quaywatch.control.StopPlan.ClosesToo;
import quaywatch.control.StopPlan.Cut;
import quaywatch.control.StopPlan.Danger;
import quaywatch.control.StopPlan.Impossible;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopPlan.StaysHeld;
import quaywatch.control.StopPlan.Warning;
import quaywatch.control.words.PlanWords;
import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.control.Samples.HERE;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.NONE;
import static quaywatch.control.Samples.ROOT;
import static quaywatch.control.Samples.SELF;
import static quaywatch.control.Samples.connection;
import static quaywatch.control.Samples.end;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.row;
import static quaywatch.control.Samples.snapshot;
import static quaywatch.control.Samples.with;

class PlannerTest {

    private static final ProcessFacts JAVA = process("java", 24_187, ME);
    private static final ProcessFacts FIREFOX = process("firefox", 3_000, ME);
    private static final ProcessFacts CURL = process("curl", 3_100, ME);
    private static final Row ON_8080 = listener("0.0.0.0", 8080, owner(JAVA));
    private static final List<Address> ALL = List.of(Address.ANY_V4, HERE, Address.ANY_V6);

    private final Planner planner = new Planner(SELF);

    private Possible possible(Row chosen, Row... others) {
        Row[] rows = new Row[others.length + 1];
        rows[0] = chosen;
        System.arraycopy(others, 0, rows, 1, others.length);
        return assertInstanceOf(Possible.class, planner.plan(snapshot(rows), chosen));
    }

    private Obstacle obstacle(Row chosen) {
        return assertInstanceOf(Impossible.class, planner.plan(snapshot(chosen), chosen)).why();
    }

    @Test
    void portsAndConnectionsOfTheHolderGoWithIt() {
        Possible plan = possible(ON_8080, listener("127.0.0.1", 5005, owner(JAVA)),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_001), owner(JAVA)),
                connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(FIREFOX)),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_002), owner(JAVA)),
                connection(end("127.0.0.1", 50_002), end("127.0.0.1", 8080), owner(FIREFOX)),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_003), owner(JAVA)),
                connection(end("127.0.0.1", 50_003), end("127.0.0.1", 8080), owner(CURL)),
                connection(end("192.168.1.24", 40_000), end("203.0.113.9", 443), owner(FIREFOX)));
        assertEquals(new Possible(ON_8080, List.of(JAVA), true, List.of(new ClosesToo(Protocol.TCP, 5005, Exposure.THIS_MACHINE, 0)),
                List.of(new Cut("firefox", true, 2), new Cut("curl", true, 1)), List.of(), List.of(), ALL, Supervision.NONE,
                List.of(new Way.Ask(List.of(JAVA))), new Way.Ask(List.of(JAVA))), plan);
        assertEquals(List.of(new Target(ON_8080.socket(), JAVA)), plan.order().targets());
    }

    @Test
    void dualStackServerFindsItsIpv4Client() {
        Row server = listener("::", 8080, owner(JAVA));
        Possible plan = possible(server,
                connection(end("::ffff:127.0.0.1", 8080), end("::ffff:127.0.0.1", 50_001), owner(JAVA)),
                connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(CURL)));
        assertEquals(List.of(new Cut("curl", true, 1)), plan.cuts());
    }

    @Test
    void farMachinesAreNamedByAddressAndOwnConnectionsToItselfAreNoLoss() {
        Possible plan = possible(ON_8080, connection(end("192.168.1.24", 8080), end("203.0.113.9", 51_000), owner(JAVA)),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_001), owner(JAVA)),
                connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(JAVA)));
        assertEquals(List.of(new Cut("203.0.113.9", false, 1)), plan.cuts());
    }

    @Test
    void connectionNotYetAcceptedIsCutToo() {
        Possible plan = possible(ON_8080,
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_001), new Owner.Unknown(Owner.Reason.NOT_FOUND)),
                connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(CURL)));
        assertEquals(List.of(new Cut("curl", true, 1)), plan.cuts());
    }

    @Test
    void connectionsThatAreOverAnywayAreNotCounted() {
        Possible plan = possible(ON_8080, row(Protocol.TCP, end("127.0.0.1", 8080), end("127.0.0.1", 50_001), SocketState.TIME_WAIT, 0,
                owner(JAVA)), row(Protocol.UDP, end("127.0.0.1", 6000), end("127.0.0.1", 53), SocketState.CONNECTED, 0, owner(JAVA)));
        assertEquals(List.of(), plan.cuts());
    }

    @Test
    void twinsOfAnotherPortAreOneLineWithTheWidestReach() {
        Possible plan = possible(ON_8080, listener("127.0.0.1", 5005, owner(JAVA)), listener("::", 5005, owner(JAVA)),
                connection(end("127.0.0.1", 5005), end("127.0.0.1", 50_001), owner(JAVA)),
                row(Protocol.UDP, end("127.0.0.1", 5005), NONE, SocketState.BOUND, 0, owner(JAVA)));
        assertEquals(List.of(new ClosesToo(Protocol.TCP, 5005, Exposure.EVERY_INTERFACE, 1),
                new ClosesToo(Protocol.UDP, 5005, Exposure.THIS_MACHINE, 0)), plan.closesToo());
    }

    @Test
    void everyHolderOfASharedListenerIsStopped() {
        ProcessFacts worker = process("nginx", 1_734, ME);
        Row shared = listener("0.0.0.0", 8080, owner(process("nginx", 1_733, ME), worker));
        Possible plan = possible(shared, listener("127.0.0.1", 9000, owner(worker)),
                listener("127.0.0.1", 9001, owner(worker, process("other", 9_999, ME))));
        assertEquals(List.of(1_733L, 1_734L), plan.order().targets().stream().map(target -> target.holder().id().pid()).toList());
        assertEquals(List.of(9000), plan.closesToo().stream().map(ClosesToo::port).toList());
    }

    @Test
    void otherHoldersOfThePortStayAndAreNotTestedAgainst() {
        Row mine = listener("192.168.1.24", 8080, owner(JAVA));
        ProcessFacts other = process("node", 77, ME);
        Possible plan = possible(mine, listener("127.0.0.1", 8080, owner(other)),
                row(Protocol.UDP, end("127.0.0.1", 8080), NONE, SocketState.BOUND, 0, owner(other)),
                row(Protocol.TCP, end("127.0.0.1", 8080), NONE, SocketState.LISTEN, 4_711, owner(other)));
        assertEquals(List.of(new StaysHeld(owner(other), end("127.0.0.1", 8080))), plan.staysHeld());
        assertEquals(List.of(Address.parse("192.168.1.24").orElseThrow()), plan.testOn());
    }

    @Test
    void portInAnotherNamespaceIsNotTestedHere() {
        Possible plan = possible(row(Protocol.TCP, end("0.0.0.0", 8080), NONE, SocketState.LISTEN, 4_711, owner(JAVA)));
        assertEquals(List.of(), plan.testOn());
    }

    @ParameterizedTest
    @CsvSource({"gnome-shell,DESKTOP", "Xorg,DESKTOP", "Xwayland,DESKTOP", "kwin_wayland,DESKTOP", "plasmashell,DESKTOP", "systemd,DESKTOP",
            "dbus-daemon,DESKTOP", "gdm-session-wor,DESKTOP", "sddm,DESKTOP", "sshd,REMOTE_LOGIN", "sshd-session,REMOTE_LOGIN"})
    void sessionAndLoginsAreWarnedOf(String name, Danger danger) {
        ProcessFacts who = process(name, 1_200, ME);
        Possible plan = possible(listener("0.0.0.0", 8080, owner(who)));
        assertEquals(List.of(new Warning(danger, who)), plan.warnings());
        assertTrue(plan.cancelIsDefault());
    }

    @Test
    void ownAncestorIsWarnedOf() {
        ProcessFacts shell = process("zsh", 400, ME);
        assertEquals(List.of(new Warning(Danger.OWN_ANCESTOR, shell)), possible(listener("0.0.0.0", 8080, owner(shell))).warnings());
    }

    static List<Arguments> obstacles() {
        ProcessFacts first = process("systemd", 1, ROOT);
        ProcessFacts self = process("java", SELF.pid(), ME);
        ProcessFacts kernel = new ProcessFacts(new ProcessId(90, 1), 2, "nfsd", "", "", "", ROOT, null, null);
        ProcessFacts root = process("cupsd", 700, ROOT);
        Belonging unit = new Belonging.Unit("ssh.service", false);
        return List.of(Arguments.of(listener("::", 22, owner(first)), new Obstacle.Refused(Refusal.FIRST_PROCESS, first)),
                Arguments.of(listener("::", 22, owner(JAVA, self)), new Obstacle.Refused(Refusal.QUAYWATCH_ITSELF, self)),
                Arguments.of(listener("::", 22, owner(kernel)), new Obstacle.Refused(Refusal.KERNEL_THREAD, kernel)),
                Arguments.of(listener("::", 631, owner(root)), new Obstacle.OthersProcess(root, ROOT)),
                Arguments.of(listener("::", 631, owner(JAVA, root)), new Obstacle.OthersProcess(root, ROOT)),
                Arguments.of(listener("::", 22, new Owner.UserOnly(ROOT)), new Obstacle.HiddenProcess(ROOT)),
                Arguments.of(listener("::", 22, new Owner.Service(unit, ROOT)), new Obstacle.HiddenService(unit, ROOT)),
                Arguments.of(listener("::", 51_820, new Owner.Kernel()), new Obstacle.KernelHolds()),
                Arguments.of(listener("::", 22, new Owner.Unknown(Owner.Reason.NOT_FOUND)), new Obstacle.NotKnown(Owner.Reason.NOT_FOUND)),
                Arguments.of(with(listener("::", 22, new Owner.Unknown(Owner.Reason.NOT_FOUND)), Evidence.RESOLVING),
                        new Obstacle.StillLooking()),
                Arguments.of(with(ON_8080, new Evidence.Inferred(3)), new Obstacle.OnlyInferred(JAVA, 3)),
                Arguments.of(with(ON_8080, Evidence.REMEMBERED), new Obstacle.NotKnown(Owner.Reason.FORGOTTEN)),
                Arguments.of(new Row(ON_8080.socket(), ON_8080.live().withClosed(Samples.NOW)), new Obstacle.Closed()),
                Arguments.of(connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(CURL)), new Obstacle.HoldsNoPort()));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void whatCantOrMustNotBeStoppedIsSaid(Row row, Obstacle expected) {
        assertEquals(expected, obstacle(row));
    }

    @Test
    void rootMayStopTheProcessesOfOthers() {
        Row row = listener("0.0.0.0", 8080, owner(JAVA));
        StopPlan plan = new Planner(new Self(500, Set.of(), ROOT)).plan(snapshot(row), row);
        assertEquals(false, assertInstanceOf(Possible.class, plan).own());
    }

    @Test
    void whereTheUserIsNotKnownTheSystemIsAsked() {
        Row row = listener("0.0.0.0", 8080, owner(process("cupsd", 700, null)));
        assertEquals(false, possible(row).own());
    }

    @Test
    void thisProcessKnowsItsParent() {
        Self self = Self.ofThisProcess(ME, false);
        assertEquals(ProcessHandle.current().pid(), self.pid());
        assertTrue(self.ancestors().contains(ProcessHandle.current().parent().orElseThrow().pid()));
    }

    @Test
    void scopedAddressIsTestedThroughTheOneForAllInterfaces() {
        Row row = row(Protocol.TCP, new Endpoint(Address.parse("fe80::1").orElseThrow(), "eth0", 8080), NONE, SocketState.LISTEN, 0,
                owner(JAVA));
        assertEquals(ALL, possible(row).testOn());
    }

    @Test
    void hiddenServiceIsStoppedByWhoeverRunsIt() {
        Row four = listener("0.0.0.0", 22, new Owner.Service(new Belonging.Unit("ssh.service", false), ROOT));
        Row six = listener("::", 22, new Owner.Service(new Belonging.Unit("ssh.service", false), ROOT));
        Service.Unit unit = new Service.Unit("ssh.service", false, List.of());
        ProcessFacts main = process("sshd", 700, ROOT);
        Possible plan = assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(four, six), four,
                new Supervision(List.of(), unit, List.of(main), null)));
        assertEquals(List.of(new Way.Stop(unit)), plan.ways());
        assertEquals(List.of(), plan.order().targets());
        assertEquals(List.of(), plan.staysHeld());
        assertEquals(true, plan.cancelIsDefault());
        PlanWords words = new PlanWords(new Words(Locale.ENGLISH));
        assertEquals("ssh.service holds port 22. Its processes are hidden from other users.", words.sentence(plan, Samples.NOW));
        assertEquals("systemctl stop ssh.service", words.way(plan, plan.way()).command());
    }

    @Test
    void forwarderIsNoTargetOfTheContainersStop() {
        ProcessFacts forwarder = process("docker-proxy", 700, ROOT);
        Row row = listener("0.0.0.0", 8080, owner(forwarder));
        Service.Container container = new Service.Container("docker", "0123", "web", "nginx:1.27", forwarder);
        Possible plan = assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(row), row,
                new Supervision(List.of(), container, List.of(), null)));
        assertEquals(List.of(), plan.order().targets());
        PlanWords words = new PlanWords(new Words(Locale.ENGLISH));
        assertEquals(
                "docker-proxy 700 only holds the port for the container web. docker tells that this container publishes the port, from the "
                        + "image nginx:1.27. If docker-proxy ended alone, the container would run on.",
                words.behind(plan).getFirst().title() + ". " + words.behind(plan).getFirst().detail());
    }

    @Test
    void allThatAContainerPublishesClosesWithItAndNothingOfAnother() {
        ProcessFacts four = process("docker-proxy", 700, ROOT);
        Row chosen = listener("0.0.0.0", 8080, owner(four));
        Row six = listener("::", 8080, owner(process("docker-proxy", 701, ROOT)));
        Row other = listener("0.0.0.0", 8443, owner(process("docker-proxy", 702, ROOT)));
        Row strange = listener("0.0.0.0", 9000, owner(process("docker-proxy", 703, ROOT)));
        Service.Container container = new Service.Container("docker", "0123", "web", "nginx", four, List.of(
                new Published(Protocol.TCP, Address.ANY_V4, 8080), new Published(Protocol.TCP, Address.ANY_V6, 8080),
                new Published(Protocol.TCP, Address.ANY_V4, 8443)));
        Possible plan = assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(chosen, six, other, strange), chosen,
                new Supervision(List.of(), container, List.of(), null)));
        assertEquals(List.of(), plan.staysHeld());
        assertEquals(List.of(8443), plan.closesToo().stream().map(StopPlan.ClosesToo::port).toList());
    }

    @Test
    void keeperOfOtherProgramsIsWarnedOfAndOneOfASingleProgramIsNot() {
        ProcessFacts supervisord = process("supervisord", 300, ME);
        for (int others : new int[]{0, 2}) {
            Possible plan = assertInstanceOf(Possible.class, planner.plan(snapshot(ON_8080), ON_8080, new Supervision(
                    List.of(new Cause.Keeper(Cause.Kind.SUPERVISORD, supervisord, "web", others)), null, List.of(),
                    null)));
            assertEquals(others > 0 ? List.of(new StopPlan.Warning(StopPlan.Danger.OTHER_PROGRAMS, supervisord)) : List.of(),
                    plan.warnings());
            assertEquals(others > 0, plan.cancelIsDefault());
        }
    }

    @Test
    void hiddenForwardersOfOtherContainersGoOn() {
        Owner docker = new Owner.Service(new Belonging.Unit("docker.service", false), ROOT);
        Row chosen = listener("0.0.0.0", 8080, docker);
        Row six = listener("::", 8080, docker);
        Row strange = listener("0.0.0.0", 9000, docker);
        Service.Container container = new Service.Container("docker", "0123", "web", "nginx", null, List.of(
                new Published(Protocol.TCP, Address.ANY_V4, 8080), new Published(Protocol.TCP, Address.ANY_V6, 8080)));
        Possible plan = assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(chosen, six, strange), chosen,
                new Supervision(List.of(), container, List.of(), null)));
        assertEquals(List.of(), plan.staysHeld());
        assertEquals(List.of(), plan.closesToo());
    }

    private ProcessPlan.Possible ending(boolean tree, Supervision supervision, Row... rows) {
        return assertInstanceOf(ProcessPlan.Possible.class, planner.plan(snapshot(rows), JAVA, supervision, tree));
    }

    @Test
    void endOfAProcessClosesWhatItAloneHoldsAndWithItsChildrenWhatTheyShare() {
        Row shared = listener("127.0.0.1", 9000, owner(JAVA, CURL));
        Row talk = connection(end("127.0.0.1", 8080), end("127.0.0.1", 40_000), owner(JAVA));
        Row far = connection(end("127.0.0.1", 40_000), end("127.0.0.1", 8080), owner(FIREFOX));
        Supervision children = new Supervision(List.of(), null, List.of(CURL), null);
        ProcessPlan.Possible alone = ending(false, children, ON_8080, shared, talk, far);
        assertEquals(List.of(new ClosesToo(Protocol.TCP, 8080, Exposure.EVERY_INTERFACE, 1)), alone.closes());
        assertEquals(List.of(new Cut("firefox", true, 1)), alone.cuts());
        assertEquals(List.of(JAVA), alone.way().signalled());
        ProcessPlan.Possible tree = ending(true, children, ON_8080, shared, talk, far);
        assertEquals(List.of(8080, 9000), tree.closes().stream().map(ClosesToo::port).toList());
        assertEquals(List.of(JAVA, CURL), tree.way().signalled());
        assertEquals(List.of(new Target(null, JAVA), new Target(null, CURL)), tree.order().targets());
    }

    /** Those of another user would make the whole order fail. */
    @Test
    void treeLeavesOutWhomWeMayNotStop() {
        ProcessFacts sudo = process("sudo", 3_200, ROOT);
        assertEquals(List.of(JAVA), ending(true, new Supervision(List.of(), null, List.of(sudo), null)).way().signalled());
        assertEquals(List.of(JAVA, CURL), ending(true, new Supervision(List.of(), null, List.of(sudo, CURL), null)).way().signalled());
    }

    @Test
    void dangersOfTheTreeAreToldWithTheTree() {
        ProcessFacts shell = process("gnome-shell", 3_300, ME);
        Supervision children = new Supervision(List.of(), null, List.of(shell), null);
        assertEquals(List.of(), ending(false, children).warnings());
        assertEquals(List.of(new Warning(Danger.DESKTOP, shell)), ending(true, children).warnings());
    }
}
