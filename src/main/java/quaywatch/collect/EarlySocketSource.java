package quaywatch.collect;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import quaywatch.model.Socket;

/**
 * A source that takes its first look before anybody asks, while the program still has other things to do. Whoever asks first gets that look, or
 * waits for it; after that this is the source itself.
 */
public final class EarlySocketSource implements SocketSource {

    private final FutureTask<SocketSource> source;
    private final FutureTask<SocketSample> first;
    private boolean asked;

    /**
     * Begins at once.
     *
     * @param maker   makes the source, on the thread of the look
     * @param beside  runs the look on another thread
     */
    public EarlySocketSource(Supplier<SocketSource> maker, Executor beside) {
        FutureTask<SocketSource> making = new FutureTask<>(maker::get);
        source = making;
        first = new FutureTask<>(() -> result(making).sample());
        beside.execute(() -> {
            making.run();
            first.run();
        });
    }

    @Override
    public String name() {
        return made().name();
    }

    @Override
    public SocketSample sample() throws SourceException {
        return asked ? made().sample() : first();
    }

    /** The first look is taken without a budget, as nobody waits for it yet. */
    @Override
    public SocketSample sample(Duration budget) throws SourceException {
        return asked ? made().sample(budget) : first();
    }

    private SocketSample first() throws SourceException {
        asked = true;
        return result(first);
    }

    private SocketSource made() {
        try {
            return result(source);
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(FutureTask<T> task) throws SourceException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SourceException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("interrupted", e);
        }
    }

    @Override
    public void attend(List<Socket> sockets) {
        made().attend(sockets);
    }

    @Override
    public void close() {
        made().close();
    }
}
