package quaywatch.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.SampleRow;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever a stop can come to is told in words, and so is whatever stands against it; each with one button that has the focus. */
@UiTest
class FreeOutcomesUiTest {

    private static final SampleRow JAVA = SampleRow.listener("127.0.0.1:8080").by(42, "java");
    private static final User BOB = new User(1001, "bob");
    private static final User ROOT = new User(0, "root");

    private MadeUpWindow made;
    private DialogScreen dialog;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        dialog = new DialogScreen(made);
    }

    @Stop
    void close() {
        made.close();
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome("Port 8080 is free", "java 42 ended. Test binds worked on 0.0.0.0, 127.0.0.1 and [::].", HandLever::end),
                outcome("java 42 ended", "Port 8080 could not be tested: the system lets only root bind it.", lever -> {
                    lever.bindIs(Verdict.NOT_PERMITTED);
                    lever.end();
                }),
                outcome("java 42 ended", "Port 8080 could not be tested: no test bind could be made.", lever -> {
                    lever.bindIs(Verdict.NOT_TESTED);
                    lever.end();
                }),
                outcome("The system does not let you stop java 42",
                        "Quaywatch may not signal it or may not look into it. In a terminal:",
                        lever -> lever.holdIs(new Hold.NotPermitted())),
                outcome("The system does not let you stop java 42",
                        "Quaywatch may not signal it or may not look into it. In a terminal:",
                        lever -> lever.sentIs(new Sent.NotPermitted())),
                outcome("Port 8080 is free",
                        "java 42 had ended or closed the port before anything was sent. Test binds worked on 0.0.0.0, 127.0.0.1 and [::].",
                        lever -> {
                            lever.end();
                            lever.holdIs(new Hold.Gone());
                        }),
                outcome("Port 8080 is still held",
                        "java 42 had ended or closed the port before anything was sent. Somebody else holds the port now.", lever -> {
                            lever.holdIs(new Hold.Released());
                            lever.bindIs(Verdict.IN_USE);
                        }),
                outcome("java 42 has already ended", "Its number belongs to another process now. Nothing was sent.",
                        lever -> lever.holdIs(new Hold.Reused())),
                outcome("java 42 has already ended", "Its number belongs to another process now. Nothing was sent.",
                        lever -> lever.sentIs(new Sent.Reused())),
                outcome("This kernel offers no safe way to signal a process",
                        "It has no pidfd (Linux 5.3 and later have, but some sandboxes hide it), so the signal could reach another process that got the same number."
                                + " Nothing was sent.",
                        lever -> lever.holdIs(new Hold.Refused(Refusal.NO_PIDFD))),
                outcome("Port 8080 is still held", "java 42 ended, but nginx 7 and a process of bob holds the port.", lever -> {
                    lever.othersAre(new Owner.Processes(List.of(SampleRow.process(7, "nginx", "nginx", null))), new Owner.UserOnly(BOB));
                    lever.end();
                }),
                outcome("Port 8080 is still held",
                        "java 42 ended, but no test bind worked on 0.0.0.0, 127.0.0.1 and [::]. No process is known to hold the port;"
                                + " a process just forked may, and closing connections can for a minute.",
                        lever -> {
                            lever.othersAre();
                            lever.end();
                        }),
                outcome("java 42 could not be stopped", "The system says: out of descriptors.",
                        lever -> lever.holdIs(new Hold.Failed("out of descriptors"))));
    }

    private static Arguments outcome(String title, String detail, Consumer<HandLever> before) {
        return arguments(title, detail, before);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeIsTold(String title, String detail, Consumer<HandLever> before) {
        before.accept(made.lever());
        dialog.open(JAVA);
        dialog.push(KeyCode.ENTER);
        dialog.awaitOutcome();
        assertEquals(title + "\n" + detail, dialog.band());
        assertClosesWithEnter();
    }

    static Stream<Arguments> obstacles() {
        Belonging nginx = new Belonging.Unit("nginx.service", false);
        return Stream.of(
                arguments("Quaywatch does not stop the first process",
                        "init 1 starts and keeps all others; without it the machine stops.", JAVA.by(1, "init")),
                arguments("Quaywatch itself holds this port", "Quit Quaywatch to free it.", JAVA.by(1_000_000, "quaywatch")),
                arguments("Quaywatch does not stop threads of the kernel", "kworker 9 is part of the kernel and can't be ended.",
                        JAVA.by(new ProcessFacts(new ProcessId(9, 1), 2, "kworker", "", "", "", ROOT, SampleRow.START, null))),
                arguments("nginx 80 belongs to bob", "Only bob or root can stop it. In a terminal:", JAVA.by(of(BOB, null))),
                arguments("nginx 80 belongs to root", "Only root can stop it. In a terminal:", JAVA.by(of(ROOT, nginx))),
                arguments("A process of bob holds port 8080", "Which one is hidden from other users. This tells:",
                        JAVA.by(new Owner.UserOnly(BOB), Evidence.EXACT)),
                arguments("nginx.service, run by root, holds port 8080",
                        "Its processes are hidden from other users. This stops all of it:",
                        JAVA.by(new Owner.Service(nginx, ROOT), Evidence.EXACT)),
                arguments("The kernel itself holds port 8080",
                        "There is no process to stop. A part of the kernel opened it, such as WireGuard or NFS.",
                        JAVA.by(new Owner.Kernel(), Evidence.EXACT)),
                arguments("No process that may be looked into holds port 8080", "The processes of other users are hidden. This tells:", JAVA
                        .by(new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.EXACT)),
                arguments("Who holds port 8080 is still being looked up", "Try again in a moment.",
                        JAVA.by(new Owner.Unknown(Owner.Reason.NOT_FOUND), new Evidence.Resolving())),
                arguments("java 42 probably holds port 8080",
                        "It is one of 3 that may. Quaywatch stops nothing on a guess. This tells:",
                        JAVA.by(new Owner.Processes(List.of(SampleRow.process(42, "java", "java", null))), new Evidence.Inferred(3))));
    }

    private static ProcessFacts of(User user, @Nullable Belonging belonging) {
        return new ProcessFacts(new ProcessId(80, 1), 1, "nginx", "nginx", "", "", user, SampleRow.START, belonging);
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void whatStandsAgainstItIsToldInPlaceOfAPlan(String title, String detail, SampleRow row) {
        dialog.open(row);
        assertEquals(title + "\n" + detail, dialog.band());
        assertEquals(detail.endsWith(":"), made.onFx(() -> made.window().lookup("#free-dialog #copy-command") != null),
                "a sentence that announces a command is followed by one");
        assertClosesWithEnter();
        assertEquals(List.of(), made.lever().signals());
    }

    private void assertClosesWithEnter() {
        assertEquals(List.of("done (default)"), dialog.buttons());
        assertEquals("done", dialog.focused());
        dialog.push(KeyCode.ENTER);
        assertFalse(dialog.isOpen());
        assertEquals("ports-table", dialog.focused());
    }
}
