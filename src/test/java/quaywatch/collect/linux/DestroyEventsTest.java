package quaywatch.collect.linux;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketEvents.End;
import quaywatch.model.TcpInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The ends of real connections over loopback. */
@Timeout(60)
class DestroyEventsTest {

    private static final int PAYLOAD = 1_234;

    private final List<Thread> threads = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    private DestroyEvents events = new DestroyEvents(Clock.systemUTC(), this::begin);
    private boolean lost;

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void everyByteOfThousandsOfShortConnectionsIsTold() throws Exception {
        start();
        int count = 3_000;
        try (ServerSocket server = server()) {
            converse(server, count);
            await(() -> sides(server).size() >= 2 * count);
            assertFalse(lost);
            assertEquals((long) count * PAYLOAD, sum(server, end -> end.remote().port() == server.getLocalPort(), TcpInfo::sent));
            assertEquals(0, sum(server, end -> end.local().port() == server.getLocalPort(), TcpInfo::sent));
            // The server reads to the end, so the end of the other side counts as a byte (see SocketEvents.End).
            assertEquals((long) count * (PAYLOAD + 1), sum(server, end -> end.local().port() == server.getLocalPort(), TcpInfo::received));
            assertEquals(2 * count, sides(server).stream().map(End::cookie).distinct().count());
        }
    }

    @Test
    void overrunIsToldAsLost() throws Exception {
        events = new DestroyEvents(Clock.systemUTC(), held::add, 1, 50_000);
        start();
        try (ServerSocket server = server()) {
            converse(server, 50);
            held.forEach(this::begin);
            await(() -> lost);
            assertTrue(sides(server).size() < 100);
            lost = false;
            // What comes after it is told again.
            int before = sides(server).size();
            converse(server, 1);
            await(() -> sides(server).size() > before);
        }
    }

    @Test
    void moreThanMayWaitHereIsLost() throws Exception {
        events = new DestroyEvents(Clock.systemUTC(), this::begin, 1 << 20, 3);
        start();
        try (ServerSocket server = server()) {
            converse(server, 2);
            Drained[] drained = {Drained.NOTHING};
            // Others may end connections meanwhile; then there are as many lost all the same.
            await(() -> {
                drained[0] = drained[0].lost() ? drained[0] : events.drain();
                if (!drained[0].lost()) {
                    converse(server, 2);
                }
                return drained[0].lost();
            });
            assertEquals(3, drained[0].ends().size());
            // The last ones may still be on their way, and be too many once more.
            await(() -> !events.drain().lost());
        }
    }

    @Test
    void closingEndsTheThread() throws Exception {
        start();
        events.close();
        threads.getFirst().join();
        assertFalse(events.tells());
        assertEquals(Drained.NOTHING, events.drain());
    }

    @Test
    void closedBeforeItsThreadRanNothingStaysOpen() {
        long before = descriptors();
        events = new DestroyEvents(Clock.systemUTC(), held::add);
        start();
        assertTrue(descriptors() > before);
        events.close();
        held.forEach(Runnable::run);
        assertEquals(before, descriptors());
    }

    @Test
    void nothingBeginsBeforeTheStart() {
        assertFalse(events.tells());
        assertEquals(List.of(), threads);
    }

    @Test
    void listenerIsNoConnection() throws Exception {
        start();
        ServerSocket server = server();
        converse(server, 1);
        server.close();
        converse(server(), 1);
        await(() -> ends.size() >= 4);
        assertEquals(List.of(), ends.stream().filter(end -> end.remote().port() == 0).toList());
    }

    private void start() {
        events.start();
        assumeTrue(events.tells(), "the kernel does not tell of ended sockets here");
    }

    private void begin(Runnable task) {
        threads.add(Thread.ofPlatform().daemon().start(task));
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    /** Each sends {@link #PAYLOAD} bytes and ends; the server reads to the end, then ends its side. */
    private static void converse(ServerSocket server, int count) {
        byte[] payload = new byte[PAYLOAD];
        try {
            for (int i = 0; i < count; i++) {
                try (Socket client = new Socket()) {
                    client.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()));
                    client.getOutputStream().write(payload);
                }
                try (Socket accepted = server.accept(); InputStream in = accepted.getInputStream()) {
                    assertEquals(PAYLOAD, in.readAllBytes().length);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Condition {
        boolean holds();
    }

    /** Drains until it holds; the time limit of the test ends it otherwise. */
    private void await(Condition condition) {
        while (!condition.holds()) {
            Drained drained = events.drain();
            ends.addAll(drained.ends());
            lost |= drained.lost();
            Thread.onSpinWait();
        }
    }

    private List<End> sides(ServerSocket server) {
        int port = server.getLocalPort();
        return ends.stream().filter(end -> end.local().port() == port || end.remote().port() == port).toList();
    }

    private long sum(ServerSocket server, Predicate<End> which, ToLongFunction<TcpInfo> value) {
        return sides(server).stream().filter(which).map(End::tcp).mapToLong(tcp -> tcp == null ? 0 : value.applyAsLong(tcp)).sum();
    }

    private static long descriptors() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? -1 : open.length;
    }
}
