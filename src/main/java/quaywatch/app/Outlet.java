package quaywatch.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A standard stream that remembers why it failed: the writers above it keep such things to themselves. */
final class Outlet extends OutputStream {

    private final OutputStream stream;
    private @Nullable IOException failure;

    Outlet(OutputStream stream) {
        this.stream = stream;
    }

    /** The system's words on what could not be written; empty if all was, or if the reader just went away, as {@code head} does. */
    Optional<String> lost() {
        return Optional.ofNullable(failure).map(it -> String.valueOf(it.getMessage()))
                .filter(words -> !words.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
