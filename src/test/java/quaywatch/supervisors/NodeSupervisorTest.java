package quaywatch.supervisors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import quaywatch.supervisors.Cage.Alive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** nodemon, pm2 and {@code node --watch} with a real server of node. */
@Tag("supervisors")
class NodeSupervisorTest {

    private static final Path MODULES = Path.of(System.getProperty("quaywatch.node.modules", "target/supervisors/node_modules"))
            .toAbsolutePath();
    private static final String NODEMON = MODULES + "/.bin/nodemon";
    private static final String PM2 = MODULES + "/.bin/pm2";
    private static final String SERVER = "/run/home/server.js";
    private static final int PORT = 8080;

    @AutoClose
    private Cage cage;
    private String node = "";

    @BeforeEach
    void start() throws IOException {
        node = Stream.of("/usr/bin/node", "/usr/local/bin/node").filter(path -> Files.isExecutable(Path.of(path))).findFirst()
                .orElse("/usr/bin/node");
        cage = Cage.with(node);
        write("require('http').createServer((_, answer) => answer.end()).listen(" + PORT + ", '127.0.0.1')");
    }

    private void needs(String program) throws IOException {
        cage.close();
        cage = Cage.with(node, program);
        start();
    }

    private void write(String text) {
        cage.told("sh", "-c", "printf '%s\\n' \"$1\" > \"$0\"", SERVER, text);
    }

    private void change() {
        write("require('http').createServer((_, answer) => answer.end('changed')).listen(" + PORT + ", '127.0.0.1')");
    }

    @Test
    void nodemonIsNamedAndStoppedFirst() throws IOException, InterruptedException {
        needs(NODEMON);
        cage.start(node, NODEMON, "--watch", SERVER, SERVER);
        Alive held = cage.holder(PORT);
        List<Alive> before = cage.processes();

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("starts it again when a file changes: nodemon"), plan);
        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        assertEquals("parent", outcome.get("lever").getAsString());
        cage.provesFree(PORT, held);
        assertEquals(List.of(), cage.survivors(before));
        change();
        assertEquals(List.of(), cage.holders(PORT));
    }

    /** A signal to the server alone looks to nodemon like a crash: it waits for a change, and then starts it again. */
    @Test
    void serverOfNodemonThatIsStoppedAloneComesBackWithTheNextChange() throws IOException, InterruptedException {
        needs(NODEMON);
        cage.start(node, NODEMON, "--watch", SERVER, SERVER);
        Alive held = cage.holder(PORT);

        JsonObject outcome = cage.free(0, PORT, "--lever", "process");
        assertEquals("ended", outcome.get("result").getAsString());
        cage.provesFree(PORT, held);
        change();
        assertNotEquals(held, cage.holder(PORT));
    }

    @Test
    void nodeThatWatchesIsNamedAndStoppedFirst() throws InterruptedException {
        cage.start(node, "--watch", SERVER);
        Alive held = cage.holder(PORT);
        List<Alive> before = cage.processes();

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("starts it again when a file changes"), plan);
        JsonObject outcome = cage.free(0, PORT);
        assertEquals("parent", outcome.get("lever").getAsString());
        cage.provesFree(PORT, held);
        assertEquals(List.of(), cage.survivors(before));
    }

    @Test
    void serverOfPm2ThatIsStoppedAloneComesBackAndPm2IsNamed() throws IOException, InterruptedException {
        needs(PM2);
        cage.told(node, PM2, "start", SERVER, "--name", "web");
        Alive held = cage.holder(PORT);

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("starts it again: pm2"), plan);
        JsonObject outcome = cage.free(6, PORT, "--lever", "process");
        assertEquals("respawned", outcome.get("result").getAsString());
        assertTrue(outcome.get("text").getAsString().contains("started it"), outcome::toString);
        assertNotEquals(held, cage.holder(PORT));
    }

    @Test
    void pm2FreesThePort() throws IOException, InterruptedException {
        needs(PM2);
        cage.told(node, PM2, "start", SERVER, "--name", "web");
        Alive held = cage.holder(PORT);

        assertFalse(cage.plan(PORT).contains("keeps other programs running too"));
        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        cage.provesFree(PORT, held);
    }
}
