package quaywatch.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.control.Child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The question before a stop, on a real terminal. */
@EnabledOnOs(OS.LINUX)
class PromptTest {

    /** What a run on a terminal wrote, and how it ended. */
    private record Talk(int code, String said) {}

    /** @param where  both, or what is no terminal: in, out */
    private static Talk talk(String where, String keys, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "src/test/python/terminal.py", where, keys));
        command.addAll(StartedProgram.command(arguments));
        Process process = StartedProgram.builder(command).redirectErrorStream(true).start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), all);
        int last = all.lastIndexOf("\nexit ");
        return new Talk(Integer.parseInt(all.substring(last + 6).strip()), all.substring(0, last));
    }

    @Test
    void yesFreesThePort() throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Talk talk = talk("both", "y\\n", "free", Integer.toString(port), "--no-watch");
            assertEquals(0, talk.code(), talk::said);
            assertTrue(talk.said().startsWith("Free port " + port + "\n"), talk::said);
            assertTrue(talk.said().contains("Ask python3 to end? [Y/n] y\n"), talk::said);
            assertTrue(talk.said().contains("\nPort " + port + " is free. "), talk::said);
            assertEquals(128 + 15, child.exitCode());
        }
    }

    /** No, the end of the input (Ctrl-D), and Ctrl-C. */
    @ParameterizedTest
    @ValueSource(strings = {"n\\n", "\\x04", "\\x03"})
    void anythingElseLeavesItAloneAndIsSeven(String keys) throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Talk talk = talk("both", keys, "free", Integer.toString(port));
            assertEquals(7, talk.code(), talk::said);
            assertTrue(talk.said().contains("Ask python3 to end? [Y/n] "), talk::said);
            assertTrue(child.answers(port));
        }
    }

    /** Somebody must be able to read the question and to answer it. */
    @ParameterizedTest
    @CsvSource({"in", "out"})
    void withoutATerminalOnBothSidesNobodyIsAsked(String where) throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Talk talk = talk(where, "y\\n", "free", Integer.toString(port));
            assertEquals(2, talk.code(), talk::said);
            assertFalse(talk.said().contains("[Y/n]"), talk::said);
            assertTrue(talk.said().contains("\"quaywatch free " + port + " --yes\"."), talk::said);
            assertTrue(child.answers(port));
        }
    }

    @Test
    void enterIsANoWhereThePlanWarns() throws Exception {
        String self = Long.toString(ProcessHandle.current().pid());
        Talk talk = talk("both", "\\n", "kill", self);
        assertEquals(7, talk.code(), talk::said);
        assertTrue(talk.said().contains("Quaywatch was started by java " + self), talk::said);
        assertTrue(talk.said().contains("Ask java to end? [y/N] \n"), talk::said);
        assertTrue(talk.said().endsWith("Nothing was stopped.\n"), talk::said);
    }

    @Test
    void yesEndsAProcessByItsNumber() throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Talk talk = talk("both", "y\\n", "kill", Long.toString(child.pid()));
            assertEquals(0, talk.code(), talk::said);
            assertTrue(talk.said().contains("Port " + port + " closes too."), talk::said);
            assertTrue(talk.said().endsWith("python3 " + child.pid() + " ended. Watched for 10 s, nothing came back.\n"), talk::said);
            assertEquals(128 + 15, child.exitCode());
        }
    }
}
