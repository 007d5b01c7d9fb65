package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many sockets in many processes, which change only when told. */
final class Load implements AutoCloseable {

    private final Path log;
    private final Talk talk;
    private final int sockets;

    private Load(Path log, Talk talk) throws IOException {
        this.log = log;
        this.talk = talk;
        String[] said = talk.hear().split(" ");
        this.sockets = Integer.parseInt(said[1]);
    }

    static Load start(Surroundings around, Options options) throws IOException {
        Path log = Files.createDirectories(around.results()).resolve("load.log");
        return new Load(log, new Talk(around.python("load.py", "--sockets", options.get("sockets"), "--processes", options.get("processes"),
                "--log", log, "--seed", options.get("seed"), "--seconds", options.get("seconds"))));
    }

    int sockets() {
        return sockets;
    }

    /** Where the truth of who holds what is written; stays there until the next run, for whoever looks into a wrong owner. */
    Path log() {
        return log;
    }

    /** Changes so many sockets; when this returns it is done and in the log. */
    void churn(int count) throws IOException {
        String said = talk.ask("churn " + count);
        if (!said.startsWith("churned ")) {
            throw new IOException("the load said: " + said);
        }
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
