package quaywatch.control.words;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.control.Obstacle;
import quaywatch.control.Outcome;
import quaywatch.control.StopPlan;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.NONE;
import static quaywatch.control.Samples.ROOT;
import static quaywatch.control.Samples.end;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.row;

class ObstacleWordsTest {

    private static final Row ON_631 = listener("127.0.0.1", 631, new Owner.UserOnly(ROOT));

    private final ObstacleWords words = new ObstacleWords(new Words(Locale.ENGLISH));

    private Line of(Row row, Obstacle why) {
        return words.of(new StopPlan.Impossible(row, why));
    }

    static List<Arguments> obstacles() {
        Belonging unit = new Belonging.Unit("cups.service", false);
        return List.of(
                Arguments.of(new Obstacle.Refused(Outcome.Refusal.QUAYWATCH_ITSELF, process("java", 5, ME)),
                        "Quaywatch itself holds this port. Quit Quaywatch to free it."),
                Arguments.of(new Obstacle.OthersProcess(process("cupsd", 700, ROOT), ROOT),
                        "cupsd 700 belongs to root. Only root can stop it. In a terminal: sudo quaywatch free 631"),
                Arguments.of(new Obstacle.OthersProcess(process("cupsd", 700, ROOT, unit), ROOT),
                        "cupsd 700 belongs to root. Only root can stop it. In a terminal: sudo systemctl stop cups.service"),
                Arguments.of(new Obstacle.OthersProcess(process("node", 701, ME), ME),
                        "node 701 belongs to mira. Only mira or root can stop it. In a terminal: sudo quaywatch free 631"),
                Arguments.of(new Obstacle.HiddenProcess(ROOT), "A process of root holds port 631. Which one is hidden from other users."
                        + " This tells: sudo quaywatch who 631"),
                Arguments.of(new Obstacle.HiddenService(unit, ROOT),
                        "cups.service, run by root, holds port 631. Its processes are hidden from"
                                + " other users. This stops all of it: sudo systemctl stop cups.service"),
                Arguments.of(new Obstacle.HiddenService(new Belonging.Container("4f5e6d7c8b9a", "docker"), ROOT),
                        "4f5e6d7c8b9a, run by root,"
                                + " holds port 631. Its processes are hidden from other users. This stops all of it: sudo docker stop 4f5e6d7c8b9a"),
                Arguments.of(new Obstacle.KernelHolds(),
                        "The kernel itself holds port 631. There is no process to stop. A part of the kernel"
                                + " opened it, such as WireGuard or NFS."),
                Arguments.of(new Obstacle.NotKnown(Owner.Reason.FORGOTTEN),
                        "The kernel no longer knows who held port 631. The socket is closing and goes by itself."),
                Arguments.of(new Obstacle.NotKnown(Owner.Reason.SHORT_LIVED),
                        "Nobody saw who held port 631. The socket opened and closed between two looks."),
                Arguments.of(new Obstacle.NotKnown(Owner.Reason.NOT_FOUND),
                        "No process that may be looked into holds port 631. The processes of"
                                + " other users are hidden. This tells: sudo quaywatch who 631"),
                Arguments.of(new Obstacle.NotKnown(Owner.Reason.NOT_TOLD),
                        "Who holds port 631 is not told. The source in use names no owners. Choose the source auto and try again."),
                Arguments.of(new Obstacle.NotKnown(Owner.Reason.OTHER_NAMESPACE),
                        "Who holds port 631 is hidden in another namespace. This tells more: sudo quaywatch who 631"),
                Arguments.of(new Obstacle.StillLooking(), "Who holds port 631 is still being looked up. Try again in a moment."),
                Arguments.of(new Obstacle.OnlyInferred(process("nginx", 80, ME), 4),
                        "nginx 80 probably holds port 631. It is one of 4 that may."
                                + " Quaywatch stops nothing on a guess. This tells: sudo quaywatch who 631"),
                Arguments.of(new Obstacle.OnlyInferred(process("nginx", 80, ME), 1),
                        "nginx 80 probably holds port 631. It is the only process of its user in the control group of the socket."
                                + " Quaywatch stops nothing on a guess. This tells: sudo quaywatch who 631"),
                Arguments.of(new Obstacle.Closed(), "This socket has closed. There is nothing to stop."),
                Arguments.of(new Obstacle.HoldsNoPort(),
                        "This connection holds no port. To free a port, choose its listener. Clients are never stopped."));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void obstacleSaysWhyAndWhatHelps(Obstacle why, String expected) {
        assertEquals(expected, of(ON_631, why).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x; reboot.service", "$(reboot).service", "--now.service", "a\nb.service", "'.service",
            "user@1000\\x2d.service",
            ""})
    void nameThatAShellWouldObeyNeverGetsIntoACommand(String name) {
        assertEquals("sudo quaywatch who 631",
                of(ON_631, new Obstacle.HiddenService(new Belonging.Unit(name, false), ROOT)).command());
        assertEquals("sudo quaywatch free 631",
                of(ON_631, new Obstacle.OthersProcess(process("x", 700, ROOT, new Belonging.Unit(name, false)), ROOT)).command());
    }

    /** It would stop every container for the sake of one port. */
    @ParameterizedTest
    @ValueSource(strings = {"docker.service", "containerd.service", "podman.service", "crio.service"})
    void theEngineOfAllContainersIsNeverToBeStopped(String engine) {
        Belonging unit = new Belonging.Unit(engine, false);
        assertEquals("sudo quaywatch who 631", of(ON_631, new Obstacle.HiddenService(unit, ROOT)).command());
        assertEquals("sudo quaywatch free 631",
                of(ON_631, new Obstacle.OthersProcess(process("docker-proxy", 700, ROOT, unit), ROOT)).command());
    }

    @ParameterizedTest
    @ValueSource(ints = {53, 5353})
    void whoHoldsAUdpPortIsAskedForLikeAnyOther(int port) {
        Row row = row(Protocol.UDP, end("0.0.0.0", port), NONE, SocketState.BOUND, 0, owner(process("x", 7, ME)));
        assertEquals(new Line("A process of root holds UDP port " + port, "Which one is hidden from other users. This tells:",
                "sudo quaywatch who " + port), of(row, new Obstacle.HiddenProcess(ROOT)));
    }
}
