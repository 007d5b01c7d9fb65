package quaywatch.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DoctorCommandTest {

    private static final Diagnosis.Source PROC = new Diagnosis.Source(1204,
            new SourceReport("proc", Duration.ofMillis(12), 1, 40, true, List.of()));
    private static final Diagnosis.Source BROKEN = new Diagnosis.Source(0,
            new SourceReport("OSHI", Duration.ofMillis(900), 0, 0, false, List.of(new Trouble("OSHI", "no \u001b[1mlibrary"))));

    private final MadeUpProgram program = new MadeUpProgram();

    @Test
    void tellsEachPartOnALine() {
        program.diagnosis = new Diagnosis(List.of(PROC, BROKEN), true, new Diagnosis.ProcessNews.Told(), Optional.of(new User(1000, "ann")),
                Diagnosis.Consent.CAN_BE_ASKED,
                "Debian GNU/Linux 12", "6.1.0",
                "25.0.3",
                Optional.of("26.0.2"), new Diagnosis.Display.Named(":0\u001b"));
        assertEquals(0, program.run("doctor"));
        assertEquals("""
                Program   Quaywatch 1.2.3, Java 25.0.3, JavaFX 26.0.2
                System    Debian GNU/Linux 12, kernel 6.1.0
                User      ann, not root: every socket is visible, the processes of other users are hidden
                Rights    your own; an administrator can be asked to let you stop other users' processes and close connections
                Display   :0\\x1b
                Source    proc works, 1,204 sockets in 12 ms; 40 processes hidden; 1 line skipped as unreadable (in use)
                Source    OSHI does not work; no \\x1b[1mlibrary
                Events    ended connections are told: short ones count in the totals
                Processes told as they begin, run another program and end: what changes shows in the next look
                """, program.out.toString());
        assertEquals("", program.err.toString());
    }

    @Test
    void rootAndMissingPartsAreToldInWords() {
        program.diagnosis = new Diagnosis(List.of(PROC), false, new Diagnosis.ProcessNews.NotAsked(), Optional.of(new User(0, "root")),
                Diagnosis.Consent.NOT_NEEDED,
                "macOS 26", "", "25.0.3",
                Optional.empty(),
                new Diagnosis.Display.OfDesktop());
        assertEquals(0, program.run("doctor"));
        assertEquals("""
                Program   Quaywatch 1.2.3, Java 25.0.3, no JavaFX: the window can't open
                System    macOS 26
                User      root: the processes of all users are visible, and all can be stopped
                Rights    all, as root
                Display   the one of the desktop
                Source    proc works, 1,204 sockets in 12 ms; 40 processes hidden; 1 line skipped as unreadable (in use)
                Events    ended connections are not told: short ones are missing in the totals
                Processes listed at each look: this source is not told as they begin and end
                """, program.out.toString());
    }

    @Test
    void noSourceThatWorksIsThree() {
        program.diagnosis = new Diagnosis(List.of(BROKEN), false, new Diagnosis.ProcessNews.Unanswered(), Optional.of(new User(0, "root")),
                Diagnosis.Consent.NOT_NEEDED,
                "", "", "", Optional.empty(),
                new Diagnosis.Display.None());
        assertEquals(3, program.run("doctor"));
        assertTrue(program.out.toString().contains("Display   none: the window can't open here, the commands work\n"),
                program.out::toString);
        assertTrue(program.out.toString().endsWith(
                "Processes not told as they begin and end, in a container or by this kernel: listed at each look\n"),
                program.out::toString);
    }

    @Test
    void sourceInUseIsTheFirstThatWorks() {
        program.diagnosis = new Diagnosis(List.of(BROKEN, PROC), true, new Diagnosis.ProcessNews.Refused("not\u001bpermitted"),
                Optional.empty(), Diagnosis.Consent.NOT_INSTALLED, "Debian", "", "25", Optional.empty(),
                new Diagnosis.Display.Named(":0"));
        assertEquals(0, program.run("doctor"));
        assertEquals("""
                User      not known: the process table does not tell who runs this
                Rights    your own; no administrator can be asked, as Quaywatch is not installed by root with its polkit policy
                Display   :0
                Source    OSHI does not work; no \\x1b[1mlibrary
                Source    proc works, 1,204 sockets in 12 ms; 40 processes hidden; 1 line skipped as unreadable (in use)
                Events    ended connections are told: short ones count in the totals
                Processes not told as they begin and end (not\\x1bpermitted; before Linux 6.6 only root is told): listed at each look
                """, program.out.toString().lines().skip(2).map(line -> line + "\n").collect(java.util.stream.Collectors.joining()));
    }
}
