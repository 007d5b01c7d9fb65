package quaywatch.cli;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** {@code watch --until-free} and {@code --until-open}. */
class UntilCommandTest {

    private final MadeUpProgram program = new MadeUpProgram();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void endsWhenNobodyHoldsThePort() {
        program.listens(8080, 7, "node");
        program.between.add(() -> {});
        program.between.add(program.sightings::clear);
        program.listens(22, 8, "sshd");
        program.between.add(() -> {});
        assertEquals(0, program.run("watch", "--until-free", "8080"));
        assertEquals(3, program.looks);
        assertEquals("", program.out.toString());
    }

    @Test
    void endsWhenSomebodyListens() {
        program.listens(22, 8, "sshd");
        program.between.add(() -> program.listens(8080, 7, "node"));
        assertEquals(0, program.run("watch", "--until-open", "8080"));
        assertEquals(2, program.looks);
    }

    @Test
    void timeRunsOut() {
        program.listens(8080, 7, "node");
        for (int i = 0; i < 4; i++) {
            program.between.add(() -> {});
        }
        assertEquals(124, program.run("watch", "--until-free", "8080", "--timeout", "1"));
        assertEquals(3, program.looks);
    }

    @Test
    void timeRunsOutInTimeWhereTheClockIsSet() {
        program.listens(8080, 7, "node");
        program.between.add(() -> program.now = program.now.minus(Duration.ofHours(1)));
        for (int i = 0; i < 3; i++) {
            program.between.add(() -> {});
        }
        assertEquals(124, program.run("watch", "--until-free", "8080", "--timeout", "1"));
        assertEquals(3, program.looks);
    }

    @Test
    void bothAtOnceOrNoPortIsWrongUsage() {
        assertEquals(2, program.run("watch", "--until-free", "80", "--until-open", "80"));
        assertEquals(2, program.run("watch", "--until-free", "0"));
        assertEquals(2, program.run("watch", "--timeout", "5"));
        assertEquals(0, program.opened);
    }
}
