package quaywatch.control.linux;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The UNIX socket where a container engine answers HTTP. One connection for each question. Blocks, never longer than the limit given. */
final class EngineSocket {

    /** A list of thousands of containers is smaller. */
    private static final int MOST = 8 << 20;
    private static final int STEP = 64 << 10;

    private final Path path;

    EngineSocket(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** What came of a question. */
    sealed interface Reply {

        /** It answered. */
        record Told(HttpAnswer answer) implements Reply {}

        /** It was asked, and did not answer in time or said something that is no answer. */
        record Silent() implements Reply {}

        /** It could not be asked: nobody is there, or we may not. */
        record Closed(String cause) implements Reply {}
    }

    Reply ask(String method, String target, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean asked = false;
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX); Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(path))) {
                await(channel, selector, SelectionKey.OP_CONNECT, end);
                channel.finishConnect();
            }
            asked = write(channel, selector, request(method, target), end);
            return read(channel, selector, end).<Reply>map(Reply.Told::new).orElseGet(Reply.Silent::new);
        } catch (IOException | RuntimeException e) {
            return asked ? new Reply.Silent() : new Reply.Closed(String.valueOf(e.getMessage()));
        }
    }

    private static ByteBuffer request(String method, String target) {
        String text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (method.equals("POST") ? "Content-Length: 0\r\n" : "") + "\r\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean write(SocketChannel channel, Selector selector, ByteBuffer request, long end) throws IOException {
        while (request.hasRemaining()) {
            if (channel.write(request) == 0) {
                await(channel, selector, SelectionKey.OP_WRITE, end);
            }
        }
        return true;
    }

    private static Optional<HttpAnswer> read(SocketChannel channel, Selector selector, long end) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(STEP);
        while (all.size() < MOST) {
            await(channel, selector, SelectionKey.OP_READ, end);
            int count = channel.read(part.clear());
            if (count > 0) {
                all.write(part.array(), 0, count);
            }
            Optional<HttpAnswer> answer = HttpAnswer.parse(all.toByteArray(), count < 0);
            if (answer.isPresent() || count < 0) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static void await(SocketChannel channel, Selector selector, int what, long end) throws IOException {
        channel.register(selector, what);
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("no answer in time");
        }
        selector.selectedKeys().clear();
    }
}
