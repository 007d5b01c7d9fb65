package quaywatch.app;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.control.linux.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Through the real window, a process that inherited the number of the one in the plan gets no signal. Forced in a pid namespace. */
@EnabledOnOs(OS.LINUX)
class ReusedNumberUiTest {

    private static final int ROUNDS = 3;

    @Test
    void aProcessThatInheritedTheNumberGetsNoSignal() throws IOException, InterruptedException {
        OtherJvm jvm = OtherJvm.inPidNamespace();

        List<String> rounds = jvm.run(ReusedNumberRounds.class, 120, Integer.toString(ROUNDS)).stream().filter(line -> line.contains(" | "))
                .toList();

        assertEquals(Collections.nCopies(ROUNDS,
                "reused | alive | One of python3 PARENT and python3 PID has already ended Its number belongs to another process now."
                        + " Nothing was sent."),
                rounds);
    }
}
