package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Entrances;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Asks the kernel which of several listeners of one port takes a connection, and holds the rule of {@link Entrances} against it. */
class LiveEntrancesTest {

    private static final List<String> HOSTS = List.of("127.0.0.1", "::ffff:127.0.0.1", "::1");

    private static Actor actor;
    private static LinuxSocketSource source;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/net/if_inet6")), "this machine has no IPv6");
        actor = Actor.start();
        source = LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run);
    }

    @AfterAll
    static void end() {
        if (actor != null) {
            actor.close();
            source.close();
        }
    }

    /** Wildcards, exact addresses and v4-mapped ones; "only" leaves IPv4 alone. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "only::", "::ffff:127.0.0.1", "::ffff:0.0.0.0", "0.0.0.0 127.0.0.1", ":: 0.0.0.0",
            "0.0.0.0 ::", "only:: 0.0.0.0", ":: 127.0.0.1", ":: ::1", "::ffff:127.0.0.1 0.0.0.0", "::ffff:127.0.0.1 127.0.0.1",
            ":: ::ffff:127.0.0.1", "::ffff:0.0.0.0 only::", "::ffff:0.0.0.0 0.0.0.0", "0.0.0.0 127.0.0.1 :: ::1"})
    void ruleIsTheKernels(String addresses) throws Exception {
        actor.run("doors = sharing('" + addresses + "')");
        List<String> takers = new ArrayList<>();
        for (String host : HOSTS) {
            takers.add(actor.run("taker(doors, '" + host + "')"));
        }
        int port = actor.number("port(doors[0])");
        List<Socket> there = source.sample().sightings().stream().map(Sighting::socket).filter(it -> it.local().port() == port).toList();
        actor.run("for each in doors + taken: each.close()");
        assertEquals(takers, said(there, takers, port));
    }

    /** The cookies of the listeners through which, by the rule, the connections came in, each with the far port. */
    private static List<String> said(List<Socket> there, List<String> takers, int port) {
        Entrances<Socket> entrances = new Entrances<>();
        there.stream().filter(it -> it.state() == SocketState.LISTEN).forEach(it -> entrances.open(it, () -> it));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < HOSTS.size(); i++) {
            int far = Integer.parseInt(takers.get(i).split(" ")[1]);
            Socket taker = far == 0
                    ? entrances.through(Protocol.TCP, 0, SampleRow.endpoint(HOSTS.get(i).replace("::ffff:", "mapped:") + ":" + port))
                    : entrances.through(served(there, far));
            said.add((taker == null ? 0 : taker.cookie()) + " " + far);
        }
        return said;
    }

    private static Socket served(List<Socket> there, int far) {
        return there.stream().filter(it -> it.state() == SocketState.ESTABLISHED && it.remote().port() == far).findFirst().orElseThrow();
    }
}
