package quaywatch.control.linux;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.control.BindProbe;
import quaywatch.control.Child;
import quaywatch.control.Deed;
import quaywatch.control.JournalFile;
import quaywatch.control.Launch;
import quaywatch.control.Launches;
import quaywatch.control.Outcome;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Recorder;
import quaywatch.control.ServiceLever;
import quaywatch.control.StopOrder;
import quaywatch.control.StopTools;
import quaywatch.control.Supervisors;
import quaywatch.control.Target;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.Address;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** A real process is ended, and what it was stands in the journal. */
@EnabledOnOs(OS.LINUX)
class WrittenDownTest {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(500),
            Duration.ofMillis(10), Duration.ZERO);
    /** What acts on a terminal, ends lines, turns the reading direction, and an empty one at the end. */
    private static final List<String> HOSTILE = List.of("\033[2J\033]0;x\007", "two\nlines", "\u202egpj.exe", "$(id) `id` 'x' \"y\"", "");

    @TempDir
    Path state;
    @TempDir
    Path work;

    @Test
    void endedProcessStandsThereWithItsTrueCommandLineAndFolder() throws Exception {
        Path folder = Files.createDirectory(work.resolve("it's\nhere"));
        List<String> command = new ArrayList<>(
                List.of("python3", Path.of("src/test/python/listener.py").toAbsolutePath().toString()));
        // Under the C locale this JVM can't hand on what is not ASCII; what it hands on instead is as good.
        Charset handed = Charset.forName(System.getProperty("sun.jnu.encoding"));
        HOSTILE.forEach(argument -> command.add(new String(argument.getBytes(handed), handed)));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine());
            ProcessId id = new ProcessId(process.pid(), Child.startTime(process.pid()));
            Recorder recorder = new Recorder(new JournalFile(state), LinuxLaunches.ofThisMachine(), Deed.Means.COMMAND_LINE,
                    new User(0, "root"), InstantSource.system(), trouble -> assertEquals(Optional.empty(), trouble));
            Outcome outcome = new StopTools(new LinuxLever(ProcessIdentity.ofThisMachine()), ServiceLever.NONE, new BindProbe(),
                    (_, _, _) -> List.of(), Supervisors.NONE, PATIENCE, Pace.real(), recorder)
                    .flow(new StopOrder(Protocol.TCP, port, List.of(new Target(Child.listener(port, Child.inode(port)), Child.facts(id))),
                            List.of(Address.v4(0x7f000001))))
                    .run(_ -> {});
            assertInstanceOf(Outcome.Ended.class, outcome);
            Deed deed = new JournalFile(state).read().latestFirst().getFirst();
            Launch launch = deed.processes().getFirst().launch();
            // What python3 is on the path may be a script that runs the real one by its whole name.
            assertEquals(command.subList(1, command.size()), launch.arguments().subList(1, launch.arguments().size()));
            assertEquals(List.of(new Deed.Stopped(id, "python3", new Launch(launch.arguments(), "", folder.toString()), null, null)),
                    deed.processes());
            assertEquals(List.of(new Deed.Port(Protocol.TCP, port)), deed.ports());
            assertEquals(Deed.Result.ENDED, deed.result());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void numberOfAnotherProcessIsNotReadForTheOneThatWasMeant() throws Exception {
        try (Child child = Child.start("listener.py")) {
            child.port();
            Launches launches = LinuxLaunches.ofThisMachine();
            ProcessId real = new ProcessId(child.pid(), Child.startTime(child.pid()));
            assertEquals("src/test/python/listener.py", launches.of(Child.facts(real)).arguments().getLast());
            assertEquals(new Launch(List.of(), "python3", ""), launches.of(Child.facts(new ProcessId(child.pid(), real.start() + 1))));
        }
    }
}
