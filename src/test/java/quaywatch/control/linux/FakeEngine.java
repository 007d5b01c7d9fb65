package quaywatch.control.linux;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers at a real UNIX socket what a container engine was seen to answer; what it has no answer for, it never answers. */
final class FakeEngine implements AutoCloseable {

    static final String ID = "4f5e6d7c8b9a0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796";
    static final String DOCKER = "Docker/24.0.7 (linux)";
    static final String PODMAN = "Libpod/4.3.1 (linux)";

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Path path;
    private final ServerSocketChannel server;
    private final String name;

    FakeEngine(Path path, String name) throws IOException {
        this.path = path;
        this.name = name;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        Thread.ofVirtual().start(this::serve);
    }

    Path path() {
        return path;
    }

    FakeEngine raw(String request, String answer) {
        answers.put(request, answer);
        return this;
    }

    FakeEngine answers(String request, int status, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return raw(request, "HTTP/1.1 " + status + " Text\r\nApi-Version: 1.43\r\nContent-Type: application/json\r\nServer: " + name
                + "\r\n" + (status == 204 || status == 304 ? "" : "Content-Length: " + length + "\r\n") + "Connection: close\r\n\r\n"
                + body);
    }

    /** A container that publishes a TCP port. */
    FakeEngine runs(String container, String image, String policy, String address, int port) {
        answers("GET /containers/json", 200, "[{\"Id\":\"" + ID + "\",\"Names\":[\"/" + container + "\"],\"Image\":\"" + image
                + "\",\"Ports\":[{\"PrivatePort\":443,\"Type\":\"tcp\"},{\"IP\":\"" + address + "\",\"PrivatePort\":80,\"PublicPort\":"
                + port + ",\"Type\":\"tcp\"}],\"Labels\":{},\"State\":\"running\"}]");
        String inspected = "{\"Id\":\"" + ID + "\",\"Name\":\"/" + container
                + "\",\"State\":{\"Running\":true,\"Pid\":42},\"RestartCount\":0,"
                + "\"HostConfig\":{\"RestartPolicy\":{\"Name\":\"" + policy + "\",\"MaximumRetryCount\":0},\"AutoRemove\":false},"
                + "\"Config\":{\"Image\":\"" + image + "\",\"Labels\":null}}";
        answers("GET /containers/" + ID.substring(0, 12) + "/json", 200, inspected);
        return answers("GET /containers/" + ID + "/json", 200, inspected);
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void answer(SocketChannel client) {
        try {
            ByteBuffer part = ByteBuffer.allocate(8192);
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0 && client.read(part.clear()) >= 0) {
                request.append(StandardCharsets.US_ASCII.decode(part.flip()));
            }
            String first = request.toString().split(" HTTP/1.1\r\n")[0];
            asked.add(first);
            String answer = answers.get(first);
            if (answer != null) {
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                client.close();
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
