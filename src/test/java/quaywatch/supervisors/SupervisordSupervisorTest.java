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

/** Programs of a real supervisord. */
@Tag("supervisors")
class SupervisordSupervisorTest {

    private static final String SUPERVISORD = "/usr/bin/supervisord";
    private static final String FILE = "/run/home/supervisord.conf";
    private static final int PORT = 8080;
    private static final int OTHER = 8081;

    @AutoClose
    private Cage cage;

    @BeforeEach
    void start() throws IOException {
        cage = Cage.with(SUPERVISORD, "/usr/bin/supervisorctl");
        cage.told("sh", "-c", "printf '%s\\n' \"$1\" > \"$0\"", FILE, """
                [supervisord]
                nodaemon=true
                logfile=/run/supervisord.log
                pidfile=/run/supervisord.pid
                [unix_http_server]
                file=/run/supervisor.sock
                [rpcinterface:supervisor]
                supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
                [supervisorctl]
                serverurl=unix:///run/supervisor.sock
                """ + program("web", PORT) + program("other", OTHER));
        cage.start(SUPERVISORD, "-c", FILE);
    }

    private String program(String name, int port) {
        return "[program:" + name + "]\ncommand=" + cage.python() + " " + Cage.script("at_port.py") + " " + port
                + "\nautorestart=true\nstartsecs=0\n";
    }

    @Test
    void programThatIsStoppedAloneComesBackAndSupervisordIsNamed() throws InterruptedException {
        Alive held = cage.holder(PORT);
        String plan = cage.plan(PORT);
        assertTrue(plan.contains("starts it again: supervisord") && plan.contains("its program web"), plan);

        JsonObject outcome = cage.free(6, PORT, "--lever", "process");
        assertEquals("respawned", outcome.get("result").getAsString());
        assertTrue(outcome.get("text").getAsString().contains("started it"), outcome::toString);
        assertNotEquals(held, cage.holder(PORT));
    }

    @Test
    void supervisordIsStoppedFirstAndThePlanSaysThatAllItsProgramsEnd() throws InterruptedException {
        Alive held = cage.holder(PORT);
        cage.holder(OTHER);
        List<Alive> before = cage.processes();

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("Everything else it keeps running ends too."), plan);
        assertTrue(plan.contains("keeps other programs running too"), plan);
        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        assertEquals("parent", outcome.get("lever").getAsString());
        cage.provesFree(PORT, held);
        assertEquals(List.of(), cage.survivors(before));
    }
}
