package quaywatch.collect.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.Socket;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whole trees captured by {@code src/test/python/capture_proc.py}, with every socket and its owner as text. */
class CapturedTreeTest {

    private static final Path TREES = Path.of("src/test/resources/proc");

    private static SocketSample sample(String tree) throws Exception {
        return LinuxSocketSource.captured(TREES.resolve(tree), Clock.systemUTC()).sample();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop-as-alice"})
    void everySocketHasTheOwnerWrittenDown(String tree) throws Exception {
        String seen = sample(tree).sightings().stream().map(CapturedTreeTest::line).sorted().collect(Collectors.joining("\n", "", "\n"));
        assertEquals(Files.readString(TREES.resolve(tree + ".expected")), seen);
    }

    @Test
    void ordinaryUserIsToldHowManyProcessesAreHidden() throws Exception {
        assertEquals(List.of(0, 7), List.of(sample("shop").report().hiddenProcesses(), sample("shop-as-alice").report().hiddenProcesses()));
    }

    @Test
    void hostFactsAndCountersAreThoseOfTheTree() {
        var host = new ProcHostSource(TREES.resolve("shop"), TREES.resolve("none")).read();
        assertEquals(List.of("quay", "Linux", new PortRange(32_768, 60_999), List.of()),
                List.of(host.name(), host.system(), host.ephemeral(), host.interfaces()));
        assertEquals(List.of("lo"),
                new ProcInterfaceSource(TREES.resolve("shop")).sample().stream().filter(InterfaceCounters::loopback)
                        .map(InterfaceCounters::name).toList());
    }

    private static String line(Sighting it) {
        Socket socket = it.socket();
        String timer = socket.timerEnd() == null ? "" : " ends";
        return socket.protocol() + " " + socket.local() + " " + socket.remote() + " " + socket.state() + " " + socket.family() + " queue "
                + socket.queues().receive() + " user " + socket.knownUser().map(User::name).orElse("unknown") + timer + ": "
                + owner(it.owner())
                + " (" + evidence(it.evidence()) + ")";
    }

    private static String owner(Owner owner) {
        return switch (owner) {
            case Owner.Processes(var holders) ->
                holders.stream().map(facts -> facts.name() + " " + facts.id().pid()).collect(Collectors.joining(", "));
            case Owner.UserOnly(User user) -> "hidden, " + user.name();
            case Owner.Unknown(Owner.Reason reason) -> reason.toString();
            case Owner.Service _,Owner.Kernel _ -> "unexpected " + owner;
        };
    }

    private static String evidence(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Exact _ -> "exact";
            case Evidence.Inferred(int candidates) -> "one of " + candidates;
            case Evidence.Remembered _ -> "remembered";
            case Evidence.Resolving _ -> "resolving";
        };
    }
}
