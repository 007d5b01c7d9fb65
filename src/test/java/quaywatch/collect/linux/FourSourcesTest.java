package quaywatch.collect.linux;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.control.linux.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The same sockets, known one by one and alone in their network, as each source tells them, and {@code ss} too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourSourcesTest {

    private List<String> told = List.of();

    @BeforeAll
    void look() throws Exception {
        OtherJvm jvm = OtherJvm.inOwnNetwork();
        jvm.assumeItCan("ip -6 address add 2001:db8::1/128 dev lo");
        told = jvm.run(FourLooks.class, 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"netlink", "proc", "oshi", "ss"})
    void tellsThoseSocketsWithTheirHoldersAndNoOthers(String source) {
        assumeTrue(!source.equals("ss") || !told.contains(FourLooks.NO_SS), FourLooks.NO_SS);
        boolean bound = source.equals("netlink") && Looks.tellsBound();
        String truth = words(source, Seen.parse(told, FourLooks.TRUTH).stream().filter(it -> bound || !isBoundOnly(it)));
        // Newer ones than that of iproute2 6.1 may tell them.
        String seen = words(source, Seen.parse(told, source).stream().filter(it -> !isBoundOnly(it) || !source.equals("ss")));
        assertEquals(truth, seen, () -> String.join("\n", told));
    }

    /** TCP sockets that are bound and no more are in no table but the one that netlink goes through when asked for them. */
    private static boolean isBoundOnly(Seen seen) {
        return seen.socket().startsWith("TCP ") && seen.socket().endsWith(" BOUND");
    }

    /** Each socket with its user, where the source tells users, and with who holds it: nobody where that is forgotten, in whatever words. */
    private static String words(String source, Stream<Seen> all) {
        boolean users = source.equals("netlink") || source.equals("proc");
        return all.map(
                it -> it.socket() + (users ? " of " + it.user() : "") + " by " + (it.owner().startsWith("pids ") ? it.owner() : "nobody"))
                .sorted().collect(Collectors.joining("\n"));
    }
}
