package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.control.Child;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** What container engines answer at a real socket is understood, and odd answers do no harm. */
@EnabledOnOs(OS.LINUX)
class ContainersTest {

    private static final String ID = FakeEngine.ID;
    private static final String STOP = "POST /containers/" + ID + "/stop";

    @TempDir
    private Path folder;
    private FakeEngine engine;
    private Containers containers;

    @BeforeEach
    void begin() throws IOException {
        engine = new FakeEngine(folder.resolve("engine.sock"), FakeEngine.DOCKER);
        containers = new Containers(List.of(folder.resolve("nobody.sock"), engine.path()));
    }

    @AfterEach
    void end() throws IOException {
        engine.close();
    }

    private Sent stop() {
        return containers.stop(new Service.Container("docker", ID, "web", "nginx:1.27", null));
    }

    @Test
    void containerIsFoundByTheFirstDigitsOfItsId() {
        engine.runs("web", "nginx:1.27", "always", "0.0.0.0", 8080);
        assertEquals(Optional.of(new Engine.Container("docker", ID, "web", "nginx:1.27", "always")),
                containers.container(ID.substring(0, 12)));
        assertEquals(Optional.empty(), containers.container("../images"));
    }

    @Test
    void podmanIsKnownByWhatItCallsItself() throws IOException {
        try (FakeEngine podman = new FakeEngine(folder.resolve("docker.sock"), FakeEngine.PODMAN)) {
            podman.runs("db", "localhost/db", "", "", 8080);
            assertEquals(Optional.of(new Engine.Container("podman", ID, "db", "localhost/db", "")),
                    new Containers(List.of(podman.path())).container(ID));
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 8080, true", "127.0.0.1, 8081, false", "0.0.0.0, 8080, false", "192.0.2.1, 8080, false"})
    void publisherIsTheOneWithTheSamePortAndAddress(String address, int port, boolean found) throws IOException {
        engine.runs("web", "nginx:1.27", "no", address, port);
        assertEquals(found, containers.publishing(Child.listener(8080, 1)).isPresent());
    }

    @Test
    void samePortAtTwoEnginesIsNobodys() throws IOException {
        try (FakeEngine other = new FakeEngine(folder.resolve("other.sock"), FakeEngine.PODMAN)) {
            engine.runs("web", "nginx:1.27", "no", "127.0.0.1", 8080);
            other.runs("web", "nginx:1.27", "no", "127.0.0.1", 8080);
            assertEquals(Optional.empty(),
                    new Containers(List.of(engine.path(), other.path())).publishing(Child.listener(8080, 1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"204, Delivered", "304, Gone", "404, Gone", "403, NotPermitted"})
    void answersToAStopAreTold(int status, String sent) {
        engine.runs("web", "nginx:1.27", "no", "127.0.0.1", 8080).answers(STOP, status, "{}");
        assertEquals(sent, stop().getClass().getSimpleName());
        assertEquals(true, engine.asked.contains(STOP));
    }

    @Test
    void whyAStopFailedIsTold() {
        engine.runs("web", "nginx:1.27", "no", "127.0.0.1", 8080).answers(STOP, 500,
                "{\"message\":\"cannot stop container: web: tried to kill container, but did not receive an exit event\"}\n");
        assertEquals(new Sent.Failed("cannot stop container: web: tried to kill container, but did not receive an exit event"), stop());
    }

    @Test
    void stopThatTakesLongerIsOnItsWay() {
        engine.runs("web", "nginx:1.27", "no", "127.0.0.1", 8080);
        assertEquals(new Sent.Delivered(), stop());
        assertEquals(true, engine.asked.contains(STOP));
    }

    @Test
    void nothingIsAskedOfAnEngineThatDoesNotKnowTheContainer() {
        engine.answers("GET /containers/" + ID + "/json", 404, "{\"message\":\"No such container: " + ID + "\"}\n");
        assertInstanceOf(Sent.Failed.class, stop());
        assertEquals(List.of("GET /containers/" + ID + "/json"), engine.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n[]",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n[]", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n",
            "HTTP/1.1 200 OK\r\n\r\n{\"Id\":", "HTTP/1.1 200 OK\r\n\r\n{\"Id\":7,\"Name\":[]}", "HTTP/1.1 200 OK\r\n\r\nnull",
            "HTTP/1.1 200 OK\r\n\r\n[{\"Ports\":null,\"Id\":{}}]", "HTTP/1.1 999999 OK\r\n\r\n{}"})
    void oddAnswersTellNothing(String answer) throws IOException {
        engine.raw("GET /containers/json", answer).raw("GET /containers/" + ID + "/json", answer);
        assertEquals(Optional.empty(), containers.container(ID));
        assertEquals(Optional.empty(), containers.publishing(Child.listener(8080, 1)));
    }

    @Test
    void answerInChunksIsPutTogether() {
        engine.raw("GET /containers/" + ID + "/json", "HTTP/1.1 200 OK\r\nServer: " + FakeEngine.DOCKER
                + "\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"Id\":\"4f\r\n" + Integer.toHexString(ID.length() - 2 + 16) + ";x=y\r\n"
                + ID.substring(2) + "\",\"Name\":\"/web\"}\r\n0\r\n\r\n");
        assertEquals(Optional.of(new Engine.Container("docker", ID, "web", "", "")), containers.container(ID));
    }

    @Test
    void engineThatNeverAnswersIsGivenUp() {
        assertEquals(new EngineSocket.Reply.Silent(), new EngineSocket(engine.path()).ask("GET", "/never", Duration.ofMillis(200)));
        assertEquals(List.of("GET /never"), engine.asked);
    }

    @Test
    void fileThatIsNoSocketIsClosed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertInstanceOf(EngineSocket.Reply.Closed.class, new EngineSocket(file).ask("GET", "/x", Duration.ofSeconds(2)));
    }
}
