package quaywatch.kernel;

/** Cuts a stream of buffers into lines. A line may go over the end of a buffer; one that fills the whole buffer is left out. */
final class LineCutter {

    private final LineSink sink;
    private boolean skipping;

    LineCutter(LineSink sink) {
        this.sink = sink;
    }

    /** Hands on all whole lines of the buffer, moves the rest to its front and returns the length of the rest. */
    int cut(byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                whole(bytes, start, i);
                start = i + 1;
            }
        }
        if (start == 0 && length == bytes.length || skipping) {
            skipping = true;
            return 0;
        }
        System.arraycopy(bytes, start, bytes, 0, length - start);
        return length - start;
    }

    /** Hands on what stands behind the last line end. */
    void end(byte[] bytes, int length) {
        if (length > 0 || skipping) {
            whole(bytes, 0, length);
        }
    }

    private void whole(byte[] bytes, int from, int to) {
        if (skipping) {
            skipping = false;
            sink.overlong();
        } else {
            sink.line(bytes, from, to > from && bytes[to - 1] == '\r' ? to - 1 : to);
        }
    }
}
