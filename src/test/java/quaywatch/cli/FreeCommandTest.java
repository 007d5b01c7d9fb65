package quaywatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

import quaywatch.control.Lever.Hold;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Published;
import quaywatch.control.Service;
import quaywatch.control.Supervision;
import quaywatch.fake.Schema;
import quaywatch.model.Address;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code free} on made-up processes. */
class FreeCommandTest {

    private final MadeUpProgram program = new MadeUpProgram();

    private void holder(int port, long pid, String name, Duration life) {
        program.listens(port, pid, name);
        program.machine.lives.put(pid, life);
    }

    private boolean sent() {
        return program.machine.events.stream().anyMatch(event -> event.startsWith("ask") || event.startsWith("force"));
    }

    private String out() {
        return program.out.toString();
    }

    @Test
    void planIsToldThenTheStepsThenTheProof() {
        holder(8080, 7, "node", Duration.ofMillis(300));
        assertEquals(0, program.run("free", "8080", "--yes"));
        List<String> lines = out().lines().toList();
        assertEquals("Free port 8080", lines.getFirst());
        assertTrue(lines.get(1).startsWith("node 7, yours, "), this::out);
        assertTrue(lines.contains("node 7 was asked to end (SIGTERM)"), this::out);
        assertTrue(lines.contains("The port can be bound again. Tested 0.0.0.0, 127.0.0.1 and [::]."), this::out);
        assertEquals("Port 8080 is free. Watched for 10 s, nothing came back.", lines.getLast());
        assertEquals("", program.err.toString());
    }

    @Test
    void dryRunSendsNothing() {
        holder(8080, 7, "node", Duration.ZERO);
        assertEquals(0, program.run("free", "8080", "--dry-run"));
        assertTrue(out().startsWith("Free port 8080\n"), this::out);
        assertEquals(List.of(), program.machine.events);
    }

    @Test
    void withoutATerminalItIsWrongUsageThatSaysWhatToAdd() {
        holder(8080, 7, "node", Duration.ZERO);
        assertEquals(2, program.run("free", "8080"));
        assertTrue(program.err.toString().endsWith("\"quaywatch free 8080 --yes\".\n"), program.err::toString);
        program.keys.attended = true;
        assertEquals(2, program.run("free", "8080", "--json"));
        assertEquals(List.of(), program.machine.events);
        assertEquals(0, program.opened);
    }

    @Test
    void planSaysThatThePortIsWatchedOnlyWhereItWillBe() {
        holder(8080, 7, "node", Duration.ZERO);
        assertEquals(0, program.run("free", "8080", "--dry-run"));
        assertTrue(out().contains("Then Quaywatch tests that the port can be bound, and watches it for 10 s."), this::out);
        for (String form : List.of("--yes", "--json")) {
            program.out.getBuffer().setLength(0);
            assertEquals(0, program.run("free", "8080", "--dry-run", "--no-watch", form));
            assertTrue(out().contains("Then Quaywatch tests that the port can be bound.") && !out().contains("watches it"), this::out);
        }
    }

    @Test
    void enterAgreesAndAnythingElseDoesNot() {
        holder(8080, 7, "node", Duration.ZERO);
        program.keys.attended = true;
        program.keys.answers.addAll(List.of("n", "maybe"));
        assertEquals(7, program.run("free", "8080"));
        assertEquals(7, program.run("free", "8080"));
        assertEquals(7, program.run("free", "8080"), "the end of the input is a no");
        assertFalse(sent());
        program.keys.answers.add("");
        assertEquals(0, program.run("free", "8080"));
        assertTrue(sent());
        assertTrue(out().contains("Ask node to end? [Y/n] "), this::out);
    }

    @Test
    void withAWarningEnterIsANo() {
        holder(22, 7, "sshd", Duration.ZERO);
        program.keys.attended = true;
        program.keys.answers.addAll(List.of("", "y"));
        assertEquals(7, program.run("free", "22"));
        assertTrue(out().contains("[y/N]"), this::out);
        assertFalse(sent());
        assertEquals(0, program.run("free", "22"));
        assertTrue(sent());
    }

    @Test
    void whatIgnoresTheRequestIsForcedAfterTheTimeGiven() {
        program.listens(8080, 7, "node");
        assertEquals(0, program.run("free", "8080", "--yes", "--force-after", "2"));
        assertTrue(program.machine.events.contains("force 7"));
        assertTrue(out().contains("node 7 was ended by force (SIGKILL)"), this::out);
    }

    @Test
    void serviceHasTheTimeThatItsManagerGivesItUnlessToldOtherwise() {
        holder(8080, 7, "node", Duration.ofSeconds(80));
        program.machine.supervision = new Supervision(List.of(), new Service.Unit("web.service", true, List.of()), List.of(), null);
        assertEquals(0, program.run("free", "8080", "--yes"));
        assertTrue(program.machine.events.contains("stop web.service"));
        assertFalse(program.machine.events.contains("force 7"), this::out);

        program.machine.events.clear();
        holder(8081, 8, "node", Duration.ofSeconds(80));
        assertEquals(0, program.run("free", "8081", "--yes", "--force-after", "3"));
        assertTrue(program.machine.events.contains("force 8"), this::out);
    }

    @Test
    void containerWhosePortTwoForwardersHoldIsStoppedOnce() {
        holder(8080, 7, "docker-proxy", Duration.ofMillis(300));
        holder(8080, 8, "docker-proxy", Duration.ofMillis(300));
        program.machine.supervision = new Supervision(List.of(), new Service.Container("docker", "4f", "web", "nginx",
                null, List.of(new Published(Protocol.TCP, Address.ANY_V4, 8080))), List.of(), null);
        assertEquals(0, program.run("free", "8080", "--yes"));
        assertEquals(List.of("stop web"), program.machine.events.stream().filter(event -> event.startsWith("stop")).toList());
    }

    @Test
    void withoutForceTheTimeRunsOut() {
        program.listens(8080, 7, "node");
        assertEquals(124, program.run("free", "8080", "--yes", "--no-force", "--timeout", "9"));
        assertFalse(program.machine.events.contains("force 7"));
    }

    @Test
    void forceIsAQuestionOnATerminal() {
        program.listens(8080, 7, "node");
        program.keys.attended = true;
        program.keys.answers.add("y");
        program.keys.typed.add("");
        assertEquals(124, program.run("free", "8080", "--timeout", "8"));
        assertTrue(out().contains("Force node to end? [y/N] "), this::out);
        assertFalse(program.machine.events.contains("force 7"), "Enter is a no");
    }

    @Test
    void yesToTheQuestionForces() {
        program.listens(8080, 7, "node");
        program.keys.attended = true;
        program.keys.answers.add("y");
        program.keys.typed.add("y");
        assertEquals(0, program.run("free", "8080"));
        assertTrue(program.machine.events.contains("force 7"));
    }

    @Test
    void exitCodeTellsTheOutcome() {
        holder(8080, 7, "node", Duration.ZERO);
        program.machine.free = Verdict.IN_USE;
        assertEquals(5, program.run("free", "8080", "--yes"));
        program.machine.free = Verdict.FREE;
        program.machine.holds.put(7L, new Hold.Reused());
        assertEquals(4, program.run("free", "8080", "--yes"));
        program.machine.holds.put(7L, new Hold.NotPermitted());
        assertEquals(4, program.run("free", "8080", "--yes"));
        program.machine.holds.put(7L, new Hold.Refused(Refusal.NO_PIDFD));
        assertEquals(4, program.run("free", "8080", "--yes"));
        program.machine.holds.put(7L, new Hold.Failed("EIO"));
        assertEquals(3, program.run("free", "8080", "--yes"));
        program.machine.holds.put(7L, new Hold.Gone());
        assertEquals(0, program.run("free", "8080", "--yes"));
        assertFalse(program.machine.events.contains("force 7"));
    }

    @Test
    void whoTakesThePortAfterwardsMakesItSix() {
        holder(8080, 7, "node", Duration.ZERO);
        program.machine.backAt = Duration.ofSeconds(3);
        program.machine.back = List.of(MadeUpProgram.process(8, "node"));
        assertEquals(6, program.run("free", "8080", "--yes", "--json"));
        assertEquals("respawned", program.only().get("result").getAsString());
        assertEquals(8, program.only().getAsJsonArray("held_by").get(0).getAsJsonObject().get("pid").getAsInt());
    }

    @Test
    void portThatNobodyHoldsIsOne() {
        assertEquals(1, program.run("free", "8080", "--yes"));
        assertEquals("Nothing holds 8080.\n", program.err.toString());
    }

    @Test
    void eachPortThatNobodyHoldsIsToldAndTheOthersAreFreedAllTheSame() {
        holder(8080, 7, "node", Duration.ZERO);
        program.keys.attended = true;
        program.keys.answers.add("n");
        assertEquals(7, program.run("free", "3000", "8080", ":7777"));
        assertEquals("Nothing holds 3000.\nNothing holds 7777.\n", program.err.toString(), "told before the question");
        assertEquals(1, program.run("free", "3000", "8080", "7777", "--yes"));
        assertTrue(out().endsWith("Port 8080 is free. Watched for 10 s, nothing came back.\n"), this::out);
    }

    @Test
    void rangeIsMissedOnlyWhereNobodyHoldsAnyOfIt() {
        holder(8080, 7, "node", Duration.ZERO);
        assertEquals(0, program.run("free", "8000-8099", "--yes"));
        assertEquals("", program.err.toString());
        assertEquals(1, program.run("free", "3000-3999", "8000-8099", "--yes"));
        assertEquals("Nothing holds 3000-3999.\n", program.err.toString());
    }

    @Test
    void firstProcessIsRefused() {
        program.listens(22, 1, "init");
        assertEquals(4, program.run("free", "22", "--yes"));
        assertTrue(out().contains("Quaywatch does not stop the first process"), this::out);
        assertEquals(List.of(), program.machine.events);
    }

    @Test
    void severalPortsHaveOneSummaryAndTheWorstCode() {
        holder(3000, 7, "node", Duration.ZERO);
        holder(3001, 8, "vite", Duration.ZERO);
        program.listens(3002, 1, "init");
        assertEquals(4, program.run("free", "3000-3010", "--yes"));
        assertTrue(out().endsWith("2 of 2 ports are free.\n"), this::out);
    }

    @Test
    void leverThatThePlanHasNotIsWrongUsage() {
        holder(8080, 7, "node", Duration.ZERO);
        assertEquals(2, program.run("free", "8080", "--yes", "--lever", "service"));
        assertEquals("Who holds port 8080 can't be stopped by service. It can be: process.\n", program.err.toString());
        assertEquals(2, program.run("free", "8080", "--yes", "--lever", "hammer"));
        assertEquals(List.of(), program.machine.events);
        assertEquals(0, program.run("free", "8080", "--yes", "--lever", "process"));
    }

    @Test
    void wrongArgumentsAreWrongUsage() {
        for (String[] wrong : List.of(new String[]{"free"}, new String[]{"free", "0"},
                new String[]{"free", "8080", "--force-after", "soon"},
                new String[]{"free", "8080", "--timeout", "-1"}, new String[]{"free", "8080", "--proc", "tree", "--yes"})) {
            assertEquals(2, program.run(wrong), String.join(" ", wrong));
        }
        assertEquals("", out());
    }

    @Test
    void interruptWhileItWaitsIsSevenAndSaysWhatWasSent() {
        program.listens(8080, 7, "node");
        program.keys.attended = true;
        program.keys.answers.add("y");
        program.keys.typed.add(MadeUpProgram.Keys.INTERRUPT);
        assertEquals(7, program.run("free", "8080"));
        assertTrue(out().contains("node 7 was asked to end and may still do so."), this::out);
    }

    @Test
    void schemaNamesTheFieldsOfAnOutcome() throws IOException {
        holder(8080, 7, "node", Duration.ZERO);
        assertEquals(0, program.run("free", "8080", "--yes", "--json"));
        JsonObject told = program.only();
        JsonObject schema = Schema.read("free").getAsJsonObject("items");
        JsonObject properties = schema.getAsJsonObject("properties");
        assertEquals(properties.keySet(), told.keySet());
        assertEquals(properties.keySet(), Schema.texts(schema.getAsJsonArray("required")));
        JsonObject bind = properties.getAsJsonObject("binds").getAsJsonObject("items");
        assertEquals(bind.getAsJsonObject("properties").keySet(), told.getAsJsonArray("binds").get(0).getAsJsonObject().keySet());
        assertEquals(10, told.get("watched_seconds").getAsInt());
        Set<String> results = Schema.texts(properties.getAsJsonObject("result").getAsJsonArray("enum"));
        assertTrue(results.contains(told.get("result").getAsString()));
        assertEquals(Set.of("ended", "already_gone", "still_running", "not_permitted", "pid_reused", "refused", "cancelled", "still_held",
                "respawned", "failed", "planned", "not_held", "not_known"), results);
    }

    @Test
    void jsonTellsWhatWasPlannedRefusedOrNotHeld() {
        holder(3000, 7, "node", Duration.ZERO);
        program.listens(3001, 1, "init");
        assertEquals(4, program.run("free", "3000-3002", "--dry-run", "--json"));
        assertEquals(List.of("planned", "refused", "not_held"), program.json().asList().stream()
                .map(each -> each.getAsJsonObject().get("result").getAsString()).toList());
        assertEquals(List.of(), program.machine.events);
    }

    @Test
    void namesAreSafeOnATerminal() {
        holder(8080, 7, "no\u001b[1mde", Duration.ZERO);
        assertEquals(0, program.run("free", "8080", "--yes"));
        assertTrue(out().chars().allMatch(c -> c == '\n' || c >= ' '), this::out);
    }
}
