package quaywatch.supervisors;

import java.io.IOException;
import java.util.List;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import quaywatch.supervisors.Cage.Alive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Services and sockets of a real {@code systemd --user}. */
@Tag("supervisors")
class UserServiceSupervisorTest {

    private static final String MANAGER = "/lib/systemd/systemd";
    private static final int PORT = 8080;

    @AutoClose
    private Cage cage;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        cage = Cage.with(MANAGER, "/usr/bin/systemctl");
        cage.startIn("user.slice/user-0.slice/user@0.service/init.scope", MANAGER, "--user");
        cage.await("systemd runs", () -> cage.run("systemctl", "--user", "is-system-running").out().startsWith("running"));
    }

    private void unit(String name, String... lines) {
        cage.told("mkdir", "-p", "/run/user/0/systemd/user");
        cage.told("sh", "-c", "printf '%s\\n' \"$1\" > \"$0\"", "/run/user/0/systemd/user/" + name, String.join("\n", lines));
        cage.told("systemctl", "--user", "daemon-reload");
    }

    private void holder(String restart) {
        unit("holder.service", "[Service]", "ExecStart=" + cage.python() + " " + Cage.script("at_port.py") + " " + PORT,
                "Restart=" + restart,
                "RestartSec=200ms");
        cage.told("systemctl", "--user", "start", "holder.service");
    }

    private String state(String unit) {
        return cage.run("systemctl", "--user", "is-active", unit).out().strip();
    }

    @Test
    void planNamesTheUnitAndItsRestartAndStoppingItFreesThePort() throws InterruptedException {
        holder("always");
        Alive held = cage.holder(PORT);
        List<Alive> before = cage.processes();

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("holder.service") && plan.contains("Restart=always"), plan);
        assertTrue(plan.contains("systemctl --user stop holder.service"), plan);
        assertEquals(List.of(held), cage.holders(PORT));

        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        assertEquals("service", outcome.get("lever").getAsString());
        cage.provesFree(PORT, held);
        assertEquals(List.of("systemd"), cage.survivors(before).stream().filter(name -> !name.startsWith("(")).toList());
        assertEquals("inactive", state("holder.service"));
    }

    @Test
    void signalInPlaceOfTheStopIsFollowedByANewProcessAndSystemdIsNamed() throws InterruptedException {
        holder("always");
        Alive held = cage.holder(PORT);

        JsonObject outcome = cage.free(6, PORT, "--lever", "process");
        assertEquals("respawned", outcome.get("result").getAsString());
        String text = outcome.get("text").getAsString();
        assertTrue(text.contains("systemd") && text.contains("holder.service") && text.contains("Restart=always"), text);
        Alive next = cage.holder(PORT);
        assertNotEquals(held, next);
        assertEquals(next.pid(), outcome.getAsJsonArray("held_by").get(0).getAsJsonObject().get("pid").getAsLong());
    }

    @Test
    void unitWithoutARestartIsNotBlamedAndStillStopped() throws InterruptedException {
        holder("no");
        Alive held = cage.holder(PORT);

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("systemctl --user stop holder.service") && !plan.contains("Restart="), plan);
        assertEquals("ended", cage.free(0, PORT, "--no-watch").get("result").getAsString());
        cage.provesFree(PORT, held);
    }

    @Test
    void killTellsThatSystemdStartsItAgainAndEndsThatProcessOnly() throws InterruptedException {
        holder("always");
        Alive held = cage.holder(PORT);
        String number = Long.toString(held.pid());

        Cage.Run plan = cage.quaywatch("kill", number, "--dry-run");
        assertEquals(0, plan.code(), plan::toString);
        assertTrue(plan.out().contains("systemd starts it again") && plan.out().contains("Restart=always, read from holder.service"),
                plan::toString);
        assertTrue(plan.out().contains("Port " + PORT + " closes too."), plan::toString);
        assertEquals(List.of(held), cage.holders(PORT));

        Cage.Run end = cage.quaywatch("kill", number, "--yes");
        assertEquals(0, end.code(), end::toString);
        assertTrue(end.out().endsWith(held.name() + " " + number + " ended.\n"), end::toString);
        Alive next = cage.holder(PORT);
        assertNotEquals(held, next);
        assertEquals("active", state("holder.service"));
    }

    private void socketUnit() {
        unit("echo.socket", "[Socket]", "ListenStream=127.0.0.1:" + PORT);
        unit("echo.service", "[Service]", "ExecStart=" + cage.python() + " " + Cage.script("inherited.py"));
        cage.told("systemctl", "--user", "start", "echo.socket");
    }

    @Test
    void portThatSystemdHoldsForASocketUnitIsFreedByStoppingTheSocket() throws InterruptedException {
        socketUnit();
        Alive manager = cage.holder(PORT);
        assertEquals("systemd", manager.name());

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("echo.socket"), plan);
        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        assertEquals("", cage.whyNotBound(PORT));
        assertEquals("inactive", state("echo.socket"));
        assertTrue(cage.processes().contains(manager));
    }

    @Test
    void serviceThatWasStartedByItsSocketIsStoppedWithTheSocket() throws InterruptedException {
        socketUnit();
        Alive manager = cage.holder(PORT);
        cage.told(cage.python(), "-c", "import socket; socket.create_connection(('127.0.0.1', " + PORT + "))");
        cage.await("the service listens too", () -> cage.holders(PORT).size() == 2);
        Alive service = cage.holders(PORT).stream().filter(who -> !who.equals(manager)).findFirst().orElseThrow();

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("echo.socket") && plan.contains("echo.service"), plan);
        assertEquals("ended", cage.free(0, PORT).get("result").getAsString());
        cage.provesFree(PORT, service);
        assertEquals(List.of("inactive", "inactive"), List.of(state("echo.socket"), state("echo.service")));
        assertTrue(cage.processes().contains(manager));
    }
}
