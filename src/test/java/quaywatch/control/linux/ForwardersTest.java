package quaywatch.control.linux;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.control.Cause;
import quaywatch.control.Child;
import quaywatch.control.Planner;
import quaywatch.control.Published;
import quaywatch.control.Samples;
import quaywatch.control.Self;
import quaywatch.control.Service;
import quaywatch.control.StopPlan;
import quaywatch.control.Supervision;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.Users;
import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

/** The container behind a real relay is found by program, command line and parent, and look-alikes are not taken for one. */
@EnabledOnOs(OS.LINUX)
class ForwardersTest {

    private static final ProcFs FS = new ProcFs(ProcFs.LIVE_ROOT);
    private static final Glances GLANCES = new Glances(FS);
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @TempDir
    private Path folder;
    private FakeEngine engine;
    private LinuxSupervisors supervisors;
    private int port;

    @BeforeEach
    void begin() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            port = socket.getLocalPort();
        }
        engine = new FakeEngine(folder.resolve("engine.sock"), FakeEngine.DOCKER);
        engine.runs("web", "nginx:1.27", "unless-stopped", "127.0.0.1", port);
        supervisors = new LinuxSupervisors(GLANCES, new Faces(GLANCES, new Users(Users.MACHINE), new BootClock(FS, Clock.systemUTC())),
                new Systemd("/nonexistent"), new Containers(List.of(engine.path())));
    }

    @AfterEach
    void end() throws IOException {
        engine.close();
    }

    private static ProcessFacts facts(long pid) {
        Glance seen = GLANCES.at(pid).orElseThrow();
        return new ProcessFacts(new ProcessId(pid, seen.start()), seen.parent(), seen.name(), "", "", "", null, null, null);
    }

    private Script relay(String parent, String name, int target, String child, String... words) throws IOException {
        return relay(folder, parent, name, target, child, words);
    }

    private Script relay(Path copies, String parent, String name, int target, String child, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", Path.of("src/test/python/forwarder.py").toAbsolutePath().toString(),
                copies.toString(), parent, name, Integer.toString(port), Integer.toString(target), child));
        command.addAll(List.of(words));
        return new Script(command.toArray(String[]::new));
    }

    private String[] dockerProxy(int hostPort) {
        return new String[]{"/usr/bin/docker-proxy", "-proto", "tcp", "-host-ip", "127.0.0.1", "-host-port", Integer.toString(hostPort),
                "-container-ip", "172.17.0.2", "-container-port", "80"};
    }

    private Supervision of(long pid) throws IOException {
        return supervisors.of(Child.listener(port, Child.inode(port)), List.of(facts(pid)));
    }

    private void forwards(Script script) throws IOException {
        long pid = script.pidTold();
        Supervision found = of(pid);
        Service.Container container = assertInstanceOf(Service.Container.class, found.service());
        assertEquals(List.of("docker", FakeEngine.ID, "web", "nginx:1.27"),
                List.of(container.runtime(), container.id(), container.name(), container.image()));
        assertEquals(pid, Objects.requireNonNull(container.through()).id().pid());
        assertEquals(List.of(new Cause.Container("docker", "web", "unless-stopped")), found.causes());
    }

    private void isNotTakenForOne(Script script) throws IOException {
        Supervision found = of(script.pidTold());
        assertNull(found.service());
        assertEquals(List.of(), found.causes().stream().filter(Cause.Container.class::isInstance).toList());
    }

    @Test
    void containerBehindDockerProxyIsFoundWhileItForwards() throws IOException {
        try (ServerSocket behind = new ServerSocket(0, 5, HERE);
                Script script = relay("dockerd", "docker-proxy", behind.getLocalPort(), "", dockerProxy(port))) {
            forwards(script);
            try (Socket client = new Socket(HERE, port); Socket served = behind.accept()) {
                client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();
                InputStream through = served.getInputStream();
                assertEquals("hello", new String(through.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void proxiesOfOneContainerForBothFamiliesGoTogetherAndNoneOfThemStaysHeld() throws IOException {
        engine.answers("GET /containers/json", 200, "[{\"Id\":\"" + FakeEngine.ID + "\",\"Ports\":["
                + "{\"IP\":\"127.0.0.1\",\"PublicPort\":" + port + ",\"Type\":\"tcp\"},{\"IP\":\"::1\",\"PublicPort\":" + port
                + ",\"Type\":\"tcp\"}]}]");
        String[] six = dockerProxy(port);
        six[4] = "::1";
        Path other = Files.createDirectory(folder.resolve("six"));
        try (Script four = relay("dockerd", "docker-proxy", 1, "", dockerProxy(port));
                Script second = relay(other, "dockerd", "docker-proxy", 1, "", six)) {
            Row one = Samples.listener("127.0.0.1", port, new Owner.Processes(List.of(facts(four.pidTold()))));
            Row two = Samples.listener("::1", port, new Owner.Processes(List.of(facts(second.pidTold()))));
            Planner planner = new Planner(new Self(1, Set.of(), new User(0, "root")));
            Snapshot snapshot = Samples.snapshot(one, two);
            for (Row row : List.of(one, two)) {
                StopPlan.Possible plan = assertInstanceOf(StopPlan.Possible.class,
                        planner.plan(snapshot, row, supervisors.of(row.socket(), row.live().owner())));
                assertEquals(List.of(), plan.staysHeld());
                assertEquals(true, plan.testOn().containsAll(List.of(Address.ANY_V4, Address.ANY_V6)));
            }
        }
    }

    @Test
    void dockerProxyForAnotherPortIsNotTakenForOne() throws IOException {
        try (Script script = relay("dockerd", "docker-proxy", 1, "", dockerProxy(port + 1))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void programOnlyNamedDockerProxyIsNotTakenForOne() throws IOException {
        try (Script script = relay("dockerd", "docker-proxy", 1, "", "docker-proxy", "web", Integer.toString(port))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void dockerProxyOfAnybodyElseIsNotTakenForOne() throws IOException {
        try (Script script = relay("bash", "docker-proxy", 1, "", dockerProxy(port))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void otherProgramWithItsCommandLineIsNotTakenForOne() throws IOException {
        try (Script script = relay("dockerd", "proxy", 1, "", dockerProxy(port))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void dockerProxyWhosePortNoContainerPublishesIsNotTakenForOne() throws IOException {
        engine.answers("GET /containers/json", 200, "[]\n");
        try (Script script = relay("dockerd", "docker-proxy", 1, "", dockerProxy(port))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void containerBehindRootlessportIsFound() throws IOException {
        try (Script script = relay("conmon", "rootlessport", 1, "rootlessport-child", "rootlessport")) {
            forwards(script);
        }
    }

    @Test
    void programOnlyNamedRootlessportIsNotTakenForOne() throws IOException {
        try (Script script = relay("conmon", "rootlessport", 1, "", "rootlessport")) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void containerBehindSlirpIsFound() throws IOException {
        try (Script script = relay("conmon", "slirp4netns", 1, "", "/usr/bin/slirp4netns", "--disable-host-loopback", "--api-socket",
                "/run/user/1000/libpod/tmp/" + FakeEngine.ID + ".net", "-c", "-r", "3", "tap0")) {
            forwards(script);
        }
    }

    @Test
    void slirpOfAnotherContainerIsNotTakenForOne() throws IOException {
        try (Script script = relay("conmon", "slirp4netns", 1, "", "slirp4netns", "--api-socket",
                "/run/user/1000/libpod/tmp/" + "0".repeat(64) + ".net")) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void containerWhoseConmonKeepsThePortIsFound() throws IOException {
        try (Script script = relay("bash", "conmon", 1, "", "/usr/bin/conmon", "--api-version", "1", "-c", FakeEngine.ID, "-u",
                FakeEngine.ID, "-r", "/usr/bin/crun")) {
            forwards(script);
        }
    }

    @Test
    void conmonOfAnotherContainerIsNotTakenForOne() throws IOException {
        try (Script script = relay("bash", "conmon", 1, "", "/usr/bin/conmon", "--api-version", "1", "-c", "0".repeat(64))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void containerBehindPastaIsFound() throws IOException {
        try (Script script = relay("conmon", "pasta.avx2", 1, "", "/usr/bin/pasta", "--config-net", "-t",
                "127.0.0.1/" + port + "-" + port + ":80-80", "-u", "none", "--netns", "/run/user/1000/netns/netns-1")) {
            forwards(script);
        }
    }

    @Test
    void pastaThatForwardsOtherPortsIsNotTakenForOne() throws IOException {
        try (Script script = relay("conmon", "pasta", 1, "", "pasta", "-t", "none", "-u", port + ":80", "--netns", "/x", "web")) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void containerNameInAnArgumentBlamesNobody() throws IOException {
        try (Script script = relay("bash", "server", 1, "", "server", "web", FakeEngine.ID, "--port", Integer.toString(port))) {
            isNotTakenForOne(script);
        }
    }

    @Test
    void containerOfAProcessIsToldByItsControlGroup() throws IOException {
        try (Script script = relay("bash", "server", 1, "", "server")) {
            ProcessFacts inside = facts(script.pidTold())
                    .belongingTo(new Belonging.Container(FakeEngine.ID.substring(0, 12), "docker"));
            Supervision found = supervisors.of(Child.listener(port, Child.inode(port)), List.of(inside));
            assertEquals(new Service.Container("docker", FakeEngine.ID, "web", "nginx:1.27", null), found.service());
        }
    }

    @Test
    void hiddenForwarderOfAnEngineIsStoppedByItsContainerAndNeverByTheEngine() throws IOException {
        try (Script script = relay("bash", "server", 1, "", "server")) {
            script.pidTold();
            var socket = Child.listener(port, Child.inode(port));
            Belonging docker = new Belonging.Unit("docker.service", false);
            assertEquals(new Service.Container("docker", FakeEngine.ID, "web", "nginx:1.27", null,
                    List.of(new Published(Protocol.TCP, socket.local().address(), port))), supervisors.hidden(socket, docker).service());
            engine.answers("GET /containers/json", 200, "[]");
            assertNull(supervisors.hidden(socket, docker).service());
        }
    }

    @Test
    void hiddenUnitIsFoundWithItsProcessesUnlessItIsAnotherUsers() throws IOException {
        try (Script script = relay("bash", "server", 1, "", "server")) {
            long pid = script.pidTold();
            Path tool = Files.writeString(folder.resolve("systemctl"), "#!/bin/sh\nprintf 'Id=web.service\\nLoadState=loaded"
                    + "\\nMainPID=" + script.pid() + "\\nRestart=no\\n'\n");
            assertEquals(true, tool.toFile().setExecutable(true));
            LinuxSupervisors asking = new LinuxSupervisors(GLANCES,
                    new Faces(GLANCES, new Users(Users.MACHINE), new BootClock(FS, Clock.systemUTC())), new Systemd(tool.toString()),
                    new Containers(List.of()));
            var socket = Child.listener(port, Child.inode(port));
            Supervision found = asking.hidden(socket, new Belonging.Unit("web.service", false));
            assertEquals(new Service.Unit("web.service", false, List.of()), found.service());
            assertEquals(List.of(script.pid(), pid), found.children().stream().map(who -> who.id().pid()).toList());
            assertEquals(Supervision.NONE, asking.hidden(socket, new Belonging.Unit("web.service", true)));
            assertEquals(Supervision.NONE, asking.hidden(socket, new Belonging.Unit("docker.service", false)));
        }
    }
}
