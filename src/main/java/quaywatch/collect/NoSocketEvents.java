package quaywatch.collect;

/** Where nobody tells what ends between two looks. */
public final class NoSocketEvents implements SocketEvents {

    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public Drained drain() {
        return Drained.NOTHING;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
