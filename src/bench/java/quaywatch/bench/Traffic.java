package quaywatch.bench;

import java.io.IOException;

/** Two processes, one of which sends the other known numbers of bytes. */
final class Traffic implements AutoCloseable {

    private final Talk talk;
    private final long sender;
    private final long receiver;
    private final int port;

    Traffic(Surroundings around) throws IOException {
        talk = new Talk(around.python("traffic.py"));
        String[] said = talk.hear().split(" ");
        sender = Long.parseLong(said[1]);
        receiver = Long.parseLong(said[2]);
        port = Integer.parseInt(said[3]);
    }

    /**
     * What truly went over.
     *
     * @param sent      bytes
     * @param received  bytes
     * @param number    the client's port of one connection, or how many connections there were
     * @param millis    how long it took
     */
    record Sent(long sent, long received, int number, long millis) {}

    /** Over one connection, which stays open until {@link #hangUp}. */
    Sent stream(long bytes) throws IOException {
        return sent("stream " + bytes);
    }

    void hangUp() throws IOException {
        talk.ask("close");
    }

    Sent shortOnes(int count, int rate, int bytes) throws IOException {
        return sent("short " + count + " " + rate + " " + bytes);
    }

    private Sent sent(String order) throws IOException {
        String[] said = talk.ask(order).split(" ");
        return new Sent(Long.parseLong(said[1]), Long.parseLong(said[2]), Integer.parseInt(said[3]), Long.parseLong(said[4]));
    }

    long sender() {
        return sender;
    }

    long receiver() {
        return receiver;
    }

    /** Where the receiver listens. */
    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
