package quaywatch.supervisors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.supervisors.Cage.Alive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Containers of a real Podman, made of one static program: no image is needed. */
@Tag("supervisors")
class PodmanSupervisorTest {

    private static final String PODMAN = "/usr/bin/podman";
    private static final String ROOT = "/run/rootfs";
    private static final int PORT = 8080;

    @AutoClose
    private Cage cage;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        cage = Cage.with(PODMAN, "/usr/sbin/runc", "/usr/bin/busybox");
        for (String folder : List.of("bin", "proc", "sys", "dev", "etc", "tmp", "run")) {
            cage.told("mkdir", "-p", ROOT + "/" + folder);
        }
        cage.told("cp", "/usr/bin/busybox", ROOT + "/bin/");
        cage.told("mkdir", "-p", "/run/podman", "/run/networks");
        cage.start(podman("system", "service", "--time", "0", "unix:///run/podman/podman.sock"));
        cage.await("podman answers", () -> cage.run("test", "-S", "/run/podman/podman.sock").done());
    }

    /** Everything it keeps is in here. It needs no limits, and may not ask for any in every kernel. */
    private static String[] podman(String... words) {
        return Stream.concat(Stream.of(PODMAN, "--log-level", "error", "--root", "/run/images", "--runroot", "/run/containers", "--tmpdir",
                "/run/libpod", "--network-config-dir", "/run/networks", "--cgroup-manager", "cgroupfs", "--events-backend", "file",
                "--storage-driver", "vfs", "--runtime", "/usr/sbin/runc"), Stream.of(words)).toArray(String[]::new);
    }

    private void web(String stopTimeout, String... network) {
        List<String> words = new ArrayList<>(List.of("run", "--detach", "--name", "web", "--restart", "always", "--ulimit", "host",
                "--pids-limit", "0", "--stop-timeout", stopTimeout));
        words.addAll(List.of(network));
        boolean host = List.of(network).contains("host");
        words.addAll(List.of("--rootfs", ROOT, "/bin/busybox", "httpd", "-f", "-p", host ? "127.0.0.1:" + PORT : "80"));
        cage.told(podman(words.toArray(String[]::new)));
    }

    private String state() {
        return cage.told(podman("inspect", "--format", "{{.State.Status}}", "web"));
    }

    @Test
    void planNamesTheContainerAndItsPolicyAndStoppingItFreesThePort() throws InterruptedException {
        web("1", "--network", "host");
        Alive held = cage.holder(PORT);

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("podman starts the container web again") && plan.contains("always"), plan);
        assertTrue(plan.contains("podman stop web"), plan);
        assertEquals("running", state());

        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        assertEquals("service", outcome.get("lever").getAsString());
        cage.provesFree(PORT, held);
        assertEquals("exited", state());
        assertTrue(cage.processes().stream().map(Alive::name).anyMatch("podman"::equals));
    }

    @Test
    void signalInPlaceOfTheStopIsFollowedByANewProcessAndPodmanIsNamed() throws InterruptedException {
        web("1", "--network", "host");
        Alive held = cage.holder(PORT);

        JsonObject outcome = cage.free(6, PORT, "--lever", "process", "--force-after", "1");
        assertEquals("respawned", outcome.get("result").getAsString());
        String text = outcome.get("text").getAsString();
        assertTrue(text.contains("podman started the container web again") && text.contains("always"), text);
        assertNotEquals(held, cage.holder(PORT));
    }

    @Test
    void containerHasAllItsTimeToEndBeforeForce() throws InterruptedException {
        web("12", "--network", "host");
        Alive held = cage.holder(PORT);

        Cage.Run run = cage.quaywatch("free", Integer.toString(PORT), "--yes", "--no-watch");
        assertEquals(0, run.code(), run::toString);
        assertFalse(run.out().contains("SIGKILL"), run::out);
        cage.provesFree(PORT, held);
        assertEquals("exited", state());
    }

    @ParameterizedTest
    @CsvSource({"bridge, conmon", "slirp4netns:port_handler=slirp4netns, slirp4netns",
            "slirp4netns:port_handler=rootlesskit, rootlessport"})
    void publishedPortIsFreedByStoppingTheContainerAndNotWhoHoldsItForIt(String network, String name)
            throws IOException, InterruptedException {
        cage.close();
        cage = Cage.with(PODMAN, network.equals("bridge") ? "/usr/lib/podman/netavark" : "/usr/bin/slirp4netns");
        start();
        web("1", "--network", network, "--publish", "127.0.0.1:" + PORT + ":80");
        Alive held = cage.holder(PORT);
        assertEquals(name, held.name().replace("exe", "rootlessport"));

        String plan = cage.plan(PORT);
        assertTrue(plan.contains("podman stop web") && plan.contains("holds the port for the container web"), plan);
        JsonObject outcome = cage.free(0, PORT);
        assertEquals("ended", outcome.get("result").getAsString());
        assertEquals(List.of("service"), outcome.getAsJsonArray("levers").asList().stream().map(each -> each.getAsString()).toList());
        cage.provesFree(PORT, held);
        assertEquals("exited", state());
        assertEquals(List.of(), cage.processes().stream().filter(who -> who.name().equals("busybox")).toList());
    }
}
