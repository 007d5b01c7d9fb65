package quaywatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.control.Cause;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Supervision;
import quaywatch.fake.Schema;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code kill} on made-up processes. */
class KillCommandTest {

    private static final User ANN = new User(1000, "ann");

    private final MadeUpProgram program = new MadeUpProgram();

    private static ProcessFacts process(long pid, String name, User user) {
        return new ProcessFacts(new ProcessId(pid, 7), 1, name, name + " --idle", "/usr/bin/" + name, "", user,
                MadeUpProgram.NOW.minus(Duration.ofMinutes(3)), null);
    }

    /** A process without a socket that ends so long after it is asked. */
    private void runs(long pid, String name, Duration life) {
        program.running.add(process(pid, name, ANN));
        program.machine.lives.put(pid, life);
    }

    private List<String> signals() {
        return program.machine.events.stream().filter(event -> event.startsWith("ask") || event.startsWith("force")).toList();
    }

    private String out() {
        return program.out.toString();
    }

    @Test
    void planIsToldThenTheStepsThenTheEndAndNoPortIsSpokenOf() {
        runs(4711, "node", Duration.ofMillis(300));
        assertEquals(0, program.run("kill", "4711", "--yes"));
        assertEquals("""
                End node 4711
                node 4711, yours, started 3 min ago. Command line: node --idle
                Nothing else goes with it. No other port closes, no connection is cut.
                Ask the process to end (SIGTERM)
                Then Quaywatch waits until it has ended.

                Checked again: still the node that started at XX:57:00
                node 4711 was asked to end (SIGTERM)
                node 4711 ended
                node 4711 ended.
                """, out().replaceAll("\\d\\d:57:00", "XX:57:00"));
        assertEquals("", program.err.toString());
        assertEquals(List.of("take 4711", "ask 4711", "close 4711"), program.machine.events, "no test bind");
    }

    @Test
    void portsAndConnectionsThatGoWithItAreTold() {
        program.listens(3000, 7, "node");
        program.connects(41_000, 7, "node");
        assertEquals(0, program.run("kill", "7", "--dry-run"));
        assertTrue(out().contains("Port 3000 closes too. Reachable from this machine only. No client."), this::out);
        assertTrue(out().contains("1 connection is cut. With 10.0.0.2. The program there gets no signal and keeps running."), this::out);
        assertEquals(List.of(), program.machine.events);
    }

    @Test
    void portThatItHeldIsWatchedUnlessNobodyWantsIt() {
        runs(7, "node", Duration.ZERO);
        program.listens(3000, 7, "node");
        assertEquals(0, program.run("kill", "7", "--yes"));
        String plan = "Then Quaywatch waits until it has ended, and watches the port that closes with it for 10 s.\n";
        assertTrue(out().contains(plan), this::out);
        assertTrue(out().endsWith("Watching for a restart\nnode 7 ended. Watched for 10 s, nothing came back.\n"), this::out);
        program.out.getBuffer().setLength(0);
        assertEquals(0, program.run("kill", "7", "--yes", "--no-watch"));
        assertTrue(out().contains("Then Quaywatch waits until it has ended.\n"), this::out);
        assertTrue(out().endsWith("node 7 ended\nnode 7 ended.\n"), this::out);
    }

    @Test
    void planSaysHowManyOfManyPortsAreWatched() {
        for (int port = 3000; port < 3003; port++) {
            program.listens(port, 7, "node");
        }
        assertEquals(0, program.run("kill", "7", "--dry-run", "--json"));
        assertTrue(out().contains("and watches the 3 ports that close with it for 10 s."), this::out);
        for (int port = 3003; port < 3120; port++) {
            program.listens(port, 7, "node");
        }
        program.out.getBuffer().setLength(0);
        assertEquals(0, program.run("kill", "7", "--dry-run"));
        assertTrue(out().contains("and watches 100 of the ports that close with it for 10 s."), this::out);
    }

    @Test
    void whoeverTakesThePortAgainIsNamed() {
        runs(7, "node", Duration.ZERO);
        program.listens(3000, 7, "node");
        program.machine.backAt = Duration.ofSeconds(4);
        program.machine.back = List.of(new Owner.Processes(List.of(process(8, "node", ANN))));
        assertEquals(6, program.run("kill", "7", "--yes"));
        assertTrue(out().endsWith("Port 3000 is held again. node 7 ended, and node 8 took the port.\n"), this::out);
    }

    @Test
    void whoeverStartsItAgainIsToldAndNotStoppedInItsPlace() {
        runs(7, "node", Duration.ZERO);
        program.machine.supervision = new Supervision(
                List.of(new Cause.Unit("web.service", true, "always", Duration.ofSeconds(2), program.running.getFirst())), null, List.of(),
                null);
        assertEquals(0, program.run("kill", "7", "--yes"));
        assertTrue(out().contains("systemd starts it again 2 s after it ends. Restart=always, read from web.service."), this::out);
        assertEquals(List.of("ask 7"), signals());
    }

    @Test
    void treeAsksTheChildrenThatMayBeAsked() {
        runs(7, "npm", Duration.ZERO);
        runs(8, "node", Duration.ZERO);
        program.running.add(process(9, "sudo", new User(0, "root")));
        program.machine.supervision = new Supervision(List.of(), null, program.running.subList(1, 3), null);
        assertEquals(0, program.run("kill", "7", "--yes"));
        assertEquals(List.of("ask 7"), signals());
        assertTrue(out().contains("2 child processes. node 8 and sudo 9. They get no signal and may run on."), this::out);
        program.machine.events.clear();
        program.out.getBuffer().setLength(0);
        assertEquals(0, program.run("kill", "7", "--yes", "--tree"));
        assertEquals(List.of("ask 7", "ask 8"), signals());
        assertTrue(out().contains("1 child process. node 8. It is asked to end too."), this::out);
        assertTrue(out().contains("1 child process. sudo 9. It gets no signal and may run on."), this::out);
    }

    @Test
    void treeOfAProcessWithoutChildrenIsTheProcess() {
        runs(7, "node", Duration.ZERO);
        assertEquals(0, program.run("kill", "7", "--tree", "--yes", "--json"));
        assertEquals("process", program.only().get("lever").getAsString());
    }

    @Test
    void withoutATerminalItIsWrongUsageAndOnOneTheAnswerCounts() {
        runs(7, "node", Duration.ZERO);
        assertEquals(2, program.run("kill", "7"));
        assertTrue(program.err.toString().endsWith("\"quaywatch kill 7 --yes\".\n"), program.err::toString);
        program.keys.attended = true;
        assertEquals(2, program.run("kill", "7", "--json"));
        assertEquals(0, program.opened);
        program.keys.answers.addAll(List.of("n", "", "y"));
        assertEquals(7, program.run("kill", "7"));
        assertEquals(List.of(), signals());
        assertTrue(out().endsWith("Nothing was stopped.\n"), this::out);
        assertEquals(0, program.run("kill", "7"));
        assertTrue(out().contains("Ask node to end? [Y/n] "), this::out);
    }

    @ParameterizedTest
    @CsvSource({"sshd, 7, serves remote logins", "gnome-shell, 7, is part of a desktop session", "bash, 4000, Quaywatch was started by"})
    void whereThePlanWarnsEnterIsANo(String name, long pid, String warning) {
        runs(pid, name, Duration.ZERO);
        program.keys.attended = true;
        program.keys.answers.addAll(List.of("", "y"));
        String number = Long.toString(pid);
        assertEquals(7, program.run("kill", number));
        assertTrue(out().contains(warning) && out().contains("[y/N]"), this::out);
        assertEquals(List.of(), signals());
        assertEquals(0, program.run("kill", number));
        assertEquals(List.of("ask " + number), signals());
    }

    @Test
    void firstProcessKernelThreadsQuaywatchItselfAndOtherPeoplesAreRefused() {
        program.running.add(process(1, "init", ANN));
        program.running.add(new ProcessFacts(new ProcessId(40, 7), 2, "kworker/0:1", "", "", "", new User(0, "root"), null, null));
        program.running.add(process(1_000_000, "java", ANN));
        program.running.add(process(8, "cupsd", new User(0, "root")));
        assertEquals(4, program.run("kill", "1", "40", "1000000", "8", "--yes"));
        for (String said : List.of("Quaywatch does not stop the first process", "Quaywatch does not stop threads of the kernel",
                "Quaywatch does not stop itself. java 1000000 is this very command.",
                "cupsd 8 belongs to root. Only root can stop it. In a terminal: sudo quaywatch kill 8")) {
            assertTrue(out().contains(said), () -> said + " is not in\n" + out());
        }
        assertEquals(List.of(), program.machine.events);
    }

    @Test
    void whatIgnoresTheRequestIsForcedAfterTheTimeGivenOrNever() {
        program.running.add(process(7, "node", ANN));
        assertEquals(124, program.run("kill", "7", "--yes", "--no-force", "--timeout", "9"));
        assertTrue(out().contains("\nWaiting for the process\n"), this::out);
        assertEquals(List.of("ask 7"), signals());
        assertEquals(0, program.run("kill", "7", "--yes", "--force-after", "2"));
        assertEquals(List.of("ask 7", "ask 7", "force 7"), signals());
    }

    @Test
    void exitCodeTellsTheOutcome() {
        program.running.add(process(7, "node", ANN));
        program.machine.holds.put(7L, new Hold.Reused());
        assertEquals(4, program.run("kill", "7", "--yes"));
        program.machine.holds.put(7L, new Hold.NotPermitted());
        assertEquals(4, program.run("kill", "7", "--yes"));
        program.machine.holds.put(7L, new Hold.Failed("EIO"));
        assertEquals(3, program.run("kill", "7", "--yes"));
        program.machine.holds.put(7L, new Hold.Gone());
        assertEquals(0, program.run("kill", "7", "--yes"));
        assertTrue(out().endsWith("node 7 had already ended. No signal was sent.\n"), this::out);
        assertEquals(List.of(), signals());
    }

    @Test
    void numberThatNobodyHasIsOneAndTheOthersAreEndedAllTheSame() {
        assertEquals(1, program.run("kill", "4711", "--yes"));
        assertEquals("There is no process 4711.\n", program.err.toString());
        runs(7, "node", Duration.ZERO);
        assertEquals(1, program.run("kill", "4711", "7", "7", "--yes"));
        assertEquals(List.of("ask 7"), signals(), "once, though named twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            ":8080 | \":8080\" is a port, and kill takes numbers of processes. To free the port: \"quaywatch free 8080\".",
            "abc   | \"abc\" is no number of a process, such as 4711.", "0 | \"0\" is no number of a process", "4711x | is no number",
            "-5 | \"-5\" is no number of a process"})
    void whatIsNoNumberIsWrongUsage(String given, String said) {
        assertEquals(2, program.run("kill", given, "--yes"));
        assertTrue(program.err.toString().contains(said), program.err::toString);
        assertEquals(0, program.opened);
    }

    @Test
    void wrongArgumentsAreWrongUsage() {
        for (String[] wrong : List.of(new String[]{"kill"}, new String[]{"kill", "7", "--proc", "tree", "--yes"},
                new String[]{"kill", "7", "--udp"}, new String[]{"kill", "7", "--no-watch"}, new String[]{"free", "80", "--tree"})) {
            assertEquals(2, program.run(wrong), String.join(" ", wrong));
        }
        assertEquals("", out());
    }

    @Test
    void schemaNamesTheFieldsOfAnOutcome() throws IOException {
        program.listens(3000, 7, "node");
        program.machine.lives.put(7L, Duration.ZERO);
        assertEquals(0, program.run("kill", "7", "--yes", "--json"));
        JsonObject told = program.only();
        JsonObject schema = Schema.read("kill").getAsJsonObject("items");
        JsonObject properties = schema.getAsJsonObject("properties");
        assertEquals(properties.keySet(), told.keySet());
        assertEquals(properties.keySet(), Schema.texts(schema.getAsJsonArray("required")));
        JsonObject port = properties.getAsJsonObject("closes").getAsJsonObject("items");
        assertEquals(port.getAsJsonObject("properties").keySet(), told.getAsJsonArray("closes").get(0).getAsJsonObject().keySet());
        JsonObject process = Schema.read("sockets").getAsJsonObject("$defs").getAsJsonObject("process");
        assertEquals(process.getAsJsonObject("properties").keySet(), told.getAsJsonObject("process").keySet());
        assertEquals("ended", told.get("result").getAsString());
        assertEquals(Set.of("ended", "already_gone", "still_running", "not_permitted", "pid_reused", "refused", "cancelled", "respawned",
                "failed", "planned", "not_found"), Schema.texts(properties.getAsJsonObject("result").getAsJsonArray("enum")));
    }

    @Test
    void jsonTellsWhatWasPlannedRefusedOrNotFound() {
        runs(7, "node", Duration.ZERO);
        program.running.add(process(1, "init", ANN));
        assertEquals(4, program.run("kill", "4711", "7", "1", "--dry-run", "--json"));
        assertEquals(List.of("planned", "refused", "not_found"), program.json().asList().stream()
                .map(each -> each.getAsJsonObject().get("result").getAsString()).toList());
        assertEquals("", program.err.toString());
    }

    @Test
    void namesAndCommandLinesAreSafeOnATerminal() {
        runs(7, "no\u001b[1mde", Duration.ZERO);
        assertEquals(0, program.run("kill", "7", "--yes"));
        assertFalse(out().contains("\u001b"), this::out);
    }
}
