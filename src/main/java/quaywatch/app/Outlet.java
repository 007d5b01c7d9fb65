package quaywatch.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A standard stream that hands on whole lines only, unless flushed in the middle of one: a program that is interrupted then leaves no half of
 * one behind. It remembers why it failed, as the writers above it keep such things to themselves.
 */
final class Outlet extends OutputStream {

    private final OutputStream stream;
    /** The beginning of a line. */
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable IOException failure;

    Outlet(OutputStream stream) {
        this.stream = stream;
    }

    /** The system's words on what could not be written; empty if all was, or if the reader just went away, as {@code head} does. */
    Optional<String> lost() {
        return Optional.ofNullable(failure).map(it -> String.valueOf(it.getMessage()))
                .filter(words -> !words.toLowerCase(Locale.ROOT).contains("pipe") && !words.equals(readerGone()));
    }

    /** What the system says where a reader has gone. Its words are in the user's language, and Java hands on nothing else, so it is made to say them. */
    private static String readerGone() {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                pipe.source().close();
                sink.write(ByteBuffer.allocate(1));
            }
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        while (end > from && bytes[end - 1] != '\n') {
            end--;
        }
        if (end > from && line.size() == 0) {
            handOn(bytes, from, end - from);
        } else if (end > from) {
            line.write(bytes, from, end - from);
            handOnLine();
        }
        line.write(bytes, end, from + length - end);
    }

    @Override
    public void flush() throws IOException {
        if (line.size() > 0) {
            handOnLine();
        }
        stream.flush();
    }

    private void handOnLine() throws IOException {
        byte[] all = line.toByteArray();
        line.reset();
        handOn(all, 0, all.length);
    }

    private void handOn(byte[] bytes, int from, int length) throws IOException {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
