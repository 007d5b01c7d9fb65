package quaywatch.control.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.control.BindProbe;
import quaywatch.control.Cause;
import quaywatch.control.Child;
import quaywatch.control.Outcome;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Progress;
import quaywatch.control.ServiceLever;
import quaywatch.control.StopOrder;
import quaywatch.control.StopTools;
import quaywatch.control.Supervision;
import quaywatch.control.Target;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who starts real processes again is found, and look-alikes are not blamed. */
@EnabledOnOs(OS.LINUX)
class LinuxSupervisorsTest {

    private static final Glances GLANCES = new Glances(new ProcFs(ProcFs.LIVE_ROOT));
    private static final LinuxSupervisors SUPERVISORS = LinuxSupervisors.ofThisMachine(Clock.systemUTC());
    private static final Address HERE = Address.v4(0x7f000001);

    @TempDir
    private Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static ProcessFacts facts(long pid) throws IOException {
        Glance seen = GLANCES.at(pid).orElseThrow();
        return new ProcessFacts(new ProcessId(pid, seen.start()), seen.parent(), seen.name(), "", "", "", null, null, null);
    }

    private static Target target(int port, long pid) throws IOException {
        return new Target(Child.listener(port, Child.inode(port)), facts(pid));
    }

    private static Supervision of(int port, Long... pids) throws IOException {
        List<ProcessFacts> holders = new ArrayList<>();
        for (long pid : pids) {
            holders.add(facts(pid));
        }
        return SUPERVISORS.of(Child.listener(port, Child.inode(port)), holders);
    }

    private static String python(String script) {
        return Path.of("src/test/python", script).toAbsolutePath().toString();
    }

    /** Who holds the port, seen from outside: every process below these that has the listener among its descriptors. */
    private static List<Owner> holders(int port, long root) {
        ProcessIdentity identity = ProcessIdentity.ofThisMachine();
        try {
            long inode = Child.inode(port);
            List<ProcessFacts> found = new ArrayList<>();
            for (long pid : Stream.concat(Stream.of(root), GLANCES.below(Set.of(root)).stream()).toList()) {
                if (identity.holds(pid, inode) instanceof ProcessIdentity.Holding.Holds) {
                    found.add(facts(pid));
                }
            }
            return found.isEmpty() ? List.of() : List.of(new Owner.Processes(found));
        } catch (IOException | NoSuchElementException e) {
            return List.of();
        }
    }

    private static Outcome stop(int port, long root, Duration watch, Target... targets) {
        Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(1_000), Duration.ofMillis(20),
                watch);
        List<Progress> reports = new ArrayList<>();
        return new StopTools(new LinuxLever(ProcessIdentity.ofThisMachine()), ServiceLever.NONE, new BindProbe(),
                (_, where, _) -> holders(where, root), SUPERVISORS, patience, Pace.real())
                .flow(new StopOrder(Protocol.TCP, port, List.of(targets), List.of(HERE))).run(reports::add);
    }

    @Test
    void workersOfAServerAreFoundWithTheirParent() throws IOException {
        try (Child child = Child.start("prefork.py")) {
            String[] told = child.line().split(" ");
            List<Long> pids = new ArrayList<>(List.of(child.pid()));
            Stream.of(told).skip(1).map(Long::valueOf).forEach(pids::add);
            try {
                Supervision found = of(Integer.parseInt(told[0]), pids.toArray(Long[]::new));
                assertEquals(List.of(child.pid() + " 3"), found.causes().stream().map(Cause.Workers.class::cast)
                        .map(cause -> cause.who().id().pid() + " " + cause.workers()).toList());
                assertEquals(List.of(), found.children());
            } finally {
                pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            }
        }
    }

    @Test
    void allFourHoldersAreStoppedAndThePortIsFree() throws IOException {
        try (Child child = Child.start("prefork.py")) {
            String[] told = child.line().split(" ");
            int port = Integer.parseInt(told[0]);
            List<Target> targets = new ArrayList<>(List.of(target(port, child.pid())));
            for (int i = 1; i < told.length; i++) {
                targets.add(target(port, Long.parseLong(told[i])));
            }
            assertEquals(4, targets.size());
            assertEquals(true, stop(port, child.pid(), Duration.ZERO, targets.toArray(Target[]::new)) instanceof Outcome.Ended);
            new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")).close();
            assertEquals(List.of(), targets.stream().filter(target -> GLANCES.at(target.holder().id().pid())
                    .filter(now -> !now.zombie() && now.start() == target.holder().id().start()).isPresent()).toList());
        }
    }

    @Test
    void loopOfAShellIsFoundInItsCommands() throws IOException {
        int port = freePort();
        String loop = "while true; do python3 " + python("at_port.py") + " " + port + "; done";
        try (Script shell = new Script("/bin/sh", "-c", loop)) {
            Supervision found = of(port, shell.pidTold());
            ProcessFacts parent = Objects.requireNonNull(found.parent());
            assertEquals(List.of(new Cause.Loop(parent, loop)), found.causes());
            assertEquals(shell.pid(), parent.id().pid());
        }
    }

    @Test
    void loopOfAShellIsFoundInItsFile() throws IOException {
        int port = freePort();
        Path file = Files.writeString(folder.resolve("run.sh"),
                "# starts it\nwhile true\ndo\n  python3 " + python("at_port.py") + " " + port + "\ndone\n");
        try (Script shell = new Script("/bin/sh", file.toString())) {
            assertEquals(true, of(port, shell.pidTold()).causes().getFirst() instanceof Cause.Loop);
        }
    }

    @Test
    void shellWithoutALoopIsNotBlamed() throws IOException {
        int port = freePort();
        try (Script shell = new Script("/bin/sh", "-c",
                "echo 'while true; do python3; done' >&2; python3 " + python("at_port.py") + " " + port + "; exit 0")) {
            assertEquals(List.of(), of(port, shell.pidTold()).causes());
        }
    }

    @Test
    void parentsThatAreOnlyCalledSupervisorsAreNotBlamed() throws IOException {
        for (String name : List.of("nodemon", "supervisord", "pm2", "watchexec", "docker-proxy", "PM2 v5.3.0: God Daemon (/root/.pm2)")) {
            int port = freePort();
            try (Script bash = new Script("bash", "-c", "exec -a \"$0\" python3 \"$@\"", name, python("keeper.py"), Integer.toString(port),
                    "1")) {
                assertEquals(List.of(), of(port, bash.pidTold()).causes(), name);
            }
        }
    }

    @Test
    void scriptThatIsOnlyNamedNodemonIsNotBlamed() throws IOException {
        for (String name : List.of("nodemon", "supervisord", "nodemon.js")) {
            int port = freePort();
            Path copy = Files.copy(Path.of(python("keeper.py")), folder.resolve(name));
            Files.copy(Path.of(python("at_port.py")), folder.resolve("at_port.py"), StandardCopyOption.REPLACE_EXISTING);
            try (Script script = new Script("python3", copy.toString(), Integer.toString(port), "1")) {
                assertEquals(List.of(), of(port, script.pidTold()).causes(), name);
            }
        }
    }

    @Test
    void parentThatStartsItsChildAtOnceIsNamedAfterwards() throws IOException {
        int port = freePort();
        try (Script keeper = new Script("python3", python("keeper.py"), Integer.toString(port))) {
            Outcome outcome = stop(port, keeper.pid(), Duration.ofSeconds(10), target(port, keeper.pidTold()));
            Outcome.RespawnedBy came = org.junit.jupiter.api.Assertions.assertInstanceOf(Outcome.RespawnedBy.class, outcome);
            assertEquals(List.of(keeper.pid()), came.causes().stream().map(Cause.SameParent.class::cast)
                    .map(cause -> cause.who().id().pid()).toList());
            assertEquals(Optional.of(came.by()), holders(port, keeper.pid()).stream().findFirst());
        }
    }

    @Test
    void loopIsNamedAfterwards() throws IOException {
        int port = freePort();
        try (Script shell = new Script("/bin/sh", "-c",
                "while true; do python3 " + python("at_port.py") + " " + port + "; sleep 1; done")) {
            Outcome outcome = stop(port, shell.pid(), Duration.ofSeconds(10), target(port, shell.pidTold()));
            Outcome.RespawnedBy came = org.junit.jupiter.api.Assertions.assertInstanceOf(Outcome.RespawnedBy.class, outcome);
            assertEquals(true, came.causes().getFirst() instanceof Cause.Loop(var who, _) && who.id().pid() == shell.pid());
        }
    }

    @Test
    void loopThatIsAskedFirstStartsNothingMore() throws IOException {
        int port = freePort();
        try (Script shell = new Script("/bin/sh", "-c", "while true; do python3 " + python("at_port.py") + " " + port + "; done")) {
            long server = shell.pidTold();
            Outcome outcome = stop(port, shell.pid(), Duration.ofSeconds(1), new Target(null, facts(shell.pid())), target(port, server));
            assertEquals(true, outcome instanceof Outcome.Ended(_, Duration watched) && watched.equals(Duration.ofSeconds(1)),
                    outcome::toString);
            new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")).close();
            assertEquals(false, shell.isAlive());
        }
    }
}
