package quaywatch.control.linux;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.control.CloseObstacle;
import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real connections of a child, closed by the kernel; needs root. */
@EnabledOnOs(OS.LINUX)
class LinuxConnectionCloserTest {

    private final ConnectionCloser closer = new LinuxConnectionCloser(Optional::empty);

    /** Skips, with the reason in the report, where the user or the kernel can't. */
    private CloseOutcome close(Socket socket) {
        CloseOutcome outcome = closer.close(socket);
        assumeFalse(outcome instanceof CloseOutcome.NotPermitted, "skipped, as closing a connection takes root");
        assumeFalse(outcome instanceof CloseOutcome.Unsupported, "skipped, as this kernel has no CONFIG_INET_DIAG_DESTROY");
        return outcome;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void connectionIsCutAtBothEndsAndTheProgramLivesOn(String address) throws IOException {
        try (Connection connection = Connection.open(address)) {
            Socket near = connection.near();
            assertEquals(new CloseOutcome.Closed(), close(near));
            assertEquals("ECONNABORTED", connection.child().line());
            connection.child().say("still here?");
            assertEquals("still here?", connection.child().line());
            assertThrows(SocketException.class, () -> connection.far().getInputStream().read());
            assertEquals(new CloseOutcome.AlreadyGone(), closer.close(near));
        }
    }

    @Test
    void connectionOfIpv4OnASocketOfIpv6IsCutToo() throws IOException {
        try (Connection connection = Connection.open("127.0.0.1")) {
            Socket far = connection.far4();
            assertEquals(Family.IPV6, far.family());
            assertEquals(new CloseOutcome.Closed(), close(far));
            assertEquals("ECONNRESET", connection.child().line());
        }
    }

    @Test
    void wrongCookieSendsNothing() throws IOException {
        try (Connection connection = Connection.open("127.0.0.1")) {
            Socket near = connection.near();
            for (long cookie : new long[]{near.cookie() + 1_000_000, -1, near.cookie() ^ 1L << 32}) {
                assertEquals(new CloseOutcome.OtherSocket(),
                        closer.close(Connection.with(near, near.local(), near.remote(), near.state(), cookie)));
            }
            connection.assertLives();
        }
    }

    @Test
    void rightCookieWithOtherEndsSendsNothing() throws IOException {
        try (Connection connection = Connection.open("127.0.0.1")) {
            Socket near = connection.near();
            Endpoint other = new Endpoint(Address.v4(0x7f00_0002), near.remote().port());
            assertEquals(new CloseOutcome.OtherSocket(),
                    closer.close(Connection.with(near, near.local(), other, near.state(), near.cookie())));
            connection.assertLives();
        }
    }

    @Test
    void listenerIsRefusedEvenIfItIsCalledAConnection() throws IOException {
        try (Connection connection = Connection.open("127.0.0.1")) {
            Socket listener = connection.listening();
            assertEquals(SocketState.LISTEN, listener.state());
            assertEquals(new CloseOutcome.Refused(CloseObstacle.NOT_CONNECTED), closer.close(listener));
            assertEquals(new CloseOutcome.Refused(CloseObstacle.NOT_CONNECTED), closer.close(
                    Connection.with(listener, listener.local(), listener.remote(), SocketState.ESTABLISHED, listener.cookie())));
            assertEquals(SocketState.LISTEN, connection.listening().state());
            connection.assertLives();
        }
    }

    @Test
    void withoutACookieNothingIsSent() throws IOException {
        try (Connection connection = Connection.open("127.0.0.1")) {
            Socket near = connection.near();
            assertEquals(new CloseOutcome.Refused(CloseObstacle.NOT_IDENTIFIED),
                    closer.close(Connection.with(near, near.local(), near.remote(), near.state(), 0)));
            connection.assertLives();
        }
    }

    @Test
    void anotherUserIsNotPermittedAndTheConnectionLivesOn() throws IOException, InterruptedException {
        OtherJvm nobody = OtherJvm.asNobody();
        try (Connection connection = Connection.open("127.0.0.1")) {
            Socket near = connection.near();
            List<String> said = nobody.run(CloseAsOther.class, 60, near.local().address().toString(),
                    Integer.toString(near.local().port()), near.remote().address().toString(), Integer.toString(near.remote().port()),
                    Long.toString(near.cookie()));
            assumeTrue(!said.equals(List.of("Unsupported[]")), "skipped, as this kernel has no CONFIG_INET_DIAG_DESTROY");
            assertEquals(List.of("NotPermitted[]"), said);
            connection.assertLives();
        }
    }
}
