package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.control.Child;
import quaywatch.control.CloseOutcome;
import quaywatch.control.Lever;
import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A pkexec that only writes down what it was asked for, in an installation that only root can change. */
@EnabledOnOs(OS.LINUX)
class AdministratorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HelperRequest REQUEST = new HelperRequest.Signal(4_711, 99, 5, PidFd.Signal.TERM);

    private RootsFolder root;
    private Path pkexec;
    private Path helper;
    private Path jar;
    private Path java;

    @BeforeEach
    void install() throws IOException {
        root = RootsFolder.make();
        pkexecEnds(0);
        helper = root.file("opt/libexec/quaywatch-helper", "", "rwxr-xr-x");
        root.file("opt/bin/quaywatch", "", "rwxr-xr-x");
        root.file("opt/lib/other.jar", "", "rw-r--r--");
        jar = root.file("opt/lib/quaywatch.jar", "", "rw-r--r--");
        root.file("java/bin/java", "", "rwxr-xr-x");
        root.file("java/lib/modules", "", "rw-r--r--");
        java = root.path().resolve("java");
        policy(helper.toString());
    }

    @AfterEach
    void delete() throws IOException {
        root.close();
    }

    private void pkexecEnds(int code) throws IOException {
        pkexec = root.file("bin/pkexec", "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done >" + told() + "\nexit " + code + "\n",
                "rwxr-xr-x");
    }

    private Path told() {
        return root.path().resolve("told");
    }

    private void policy(String path) throws IOException {
        root.file("actions/" + Installation.ID + ".policy", Files.readString(Path.of("packaging/linux/" + Installation.ID + ".policy"))
                .replace("@HELPER@", path), "rw-r--r--");
    }

    private Optional<Administrator> found() {
        return new Installation(pkexec, root.path().resolve("actions")).administrator(jar, java);
    }

    private Administrator administrator() {
        return new Administrator(pkexec, helper, PATIENCE);
    }

    private static Socket seen(int port, long cookie) throws IOException {
        Socket seen = Child.listener(port, Child.inode(port));
        return new Socket(seen.protocol(), seen.family(), seen.local(), seen.remote(), seen.state(), seen.inode(), cookie, null, 0,
                seen.queues(), null);
    }

    @Test
    void helperIsCalledWithTheWordsOfTheRequestAndNoMore() throws IOException {
        assertEquals(new Administrator.Reply.Answered(HelperAnswer.DONE), found().orElseThrow().ask(REQUEST));
        assertEquals(List.of(helper.toString(), "signal", "4711", "99", "5", "TERM"), Files.readAllLines(told()));
    }

    @Test
    void withoutPkexecOrPolicyNobodyIsAsked() throws IOException {
        RootsFolder.allow(pkexec, "rw-r--r--");
        assertEquals(Optional.empty(), found());
        RootsFolder.allow(pkexec, "rwxr-xr-x");
        policy("/usr/lib/elsewhere/quaywatch-helper");
        assertEquals(Optional.empty(), found());
        Files.delete(root.path().resolve("actions/" + Installation.ID + ".policy"));
        assertEquals(Optional.empty(), found());
    }

    @ParameterizedTest
    @CsvSource({"opt/libexec/quaywatch-helper", "opt/libexec", "opt/bin/quaywatch", "opt/lib/quaywatch.jar", "opt/lib/other.jar", "opt/lib",
            "opt", "java/bin/java", "java/lib/modules", "java", "bin/pkexec", "actions"})
    void whatSomebodyElseCouldChangeIsNotUsed(String part) throws IOException {
        assertTrue(found().isPresent());
        RootsFolder.allow(root.path().resolve(part), "rwxrwxrwx");
        assertEquals(Optional.empty(), found(), "writable");
        RootsFolder.allow(root.path().resolve(part), "rwxr-xr-x");
        assertTrue(found().isPresent());
        RootsFolder.give(root.path().resolve(part), OtherJvm.NOBODY);
        assertEquals(Optional.empty(), found(), "of somebody else");
    }

    @Test
    void folderOfClassesHasNoHelper() {
        assertEquals(Optional.empty(),
                new Installation(pkexec, root.path().resolve("actions")).administrator(root.path().resolve("opt/lib"), java));
    }

    @ParameterizedTest
    @CsvSource({"0,Delivered[]", "66,Gone[]", "67,Reused[]", "68,NotTheHolder[]", "69,NotPermitted[]", "126,Cancelled[]",
            "127,NotPermitted[]", "64,Failed[cause=NOT_UNDERSTOOD]"})
    void answersBecomeWhatCameOfTheSignal(int code, String sent) throws IOException, InterruptedException {
        pkexecEnds(code);
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Target target = new Target(seen(port, 77), Child.facts(new ProcessId(child.pid(), Child.startTime(child.pid()))));
            Lever lever = new LinuxLever(ProcessIdentity.ofThisMachine(), () -> Optional.of(administrator())).administrators()
                    .orElseThrow();
            try (Grip grip = assertInstanceOf(Hold.Held.class, lever.take(target)).grip()) {
                assertEquals(sent, grip.ask().toString());
                assertEquals(sent, grip.force().toString());
                assertEquals("signal " + child.pid() + " " + target.holder().id().start() + " 77 KILL",
                        String.join(" ", Files.readAllLines(told()).subList(1, 6)));
                assertTrue(child.answers(port));
                child.end();
                assertTrue(grip.awaitEnd(Duration.ofSeconds(10)));
                assertEquals("Gone[]", grip.ask().toString());
            }
        }
    }

    /** Who is asked has to be told of a process that is still the same, whatever he would say. */
    @Test
    void laterProcessIsNotEvenAskedAbout() throws IOException {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            ProcessId later = new ProcessId(child.pid(), Child.startTime(child.pid()) + 1);
            Lever lever = new LinuxLever(ProcessIdentity.ofThisMachine(), () -> Optional.of(administrator())).administrators()
                    .orElseThrow();
            assertEquals("Reused[]", lever.take(new Target(seen(port, 77), Child.facts(later))).toString());
            assertEquals("Refused[why=SOCKET_NOT_IDENTIFIED]", lever.take(new Target(seen(port, 0), Child.facts(later))).toString());
            assertEquals("Refused[why=SOCKET_NOT_IDENTIFIED]", lever.take(new Target(null, Child.facts(later))).toString());
            assertTrue(Files.notExists(told()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,Closed[]", "66,AlreadyGone[]", "72,OtherSocket[]", "73,Refused[why=NOT_CONNECTED]", "74,Unsupported[]", "75,StillOpen[]",
            "126,Cancelled[]", "127,NotPermitted[]", "71,NotPermitted[]", "76,Failed[cause=FAILED]"})
    void answersBecomeWhatCameOfTheConnection(int code, String outcome) throws IOException {
        pkexecEnds(code);
        Endpoint local = new Endpoint(Address.v4(0x7f00_0001), 40_000);
        Endpoint remote = new Endpoint(Address.v4(0x7f00_0001), 80);
        CloseOutcome told = LinuxConnectionCloser.closeWith(administrator(), local, remote, 9);
        assertEquals(outcome, told.toString());
        assertEquals("close 127.0.0.1 40000 127.0.0.1 80 9", String.join(" ", Files.readAllLines(told()).subList(1, 7)));
    }

    @Test
    void pkexecThatDoesNotEndIsNotWaitedForLonger() throws IOException {
        pkexec = root.file("bin/pkexec", "#!/bin/sh\nexec sleep 60\n", "rwxr-xr-x");
        assertEquals(new Administrator.Reply.Failed("no answer within 1 s"),
                new Administrator(pkexec, helper, Duration.ofSeconds(1)).ask(REQUEST));
    }
}
