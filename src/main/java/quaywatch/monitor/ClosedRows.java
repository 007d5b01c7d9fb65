package quaywatch.monitor;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

import quaywatch.model.Row;

/**
 * A stretch of rows in chunks that it shares with the stretches made before and after it: making one copies a reference for each chunk.
 * Immutable, as nobody writes where a stretch that was handed out can see it.
 */
final class ClosedRows extends AbstractList<Row> implements RandomAccess {

    static final int CHUNK = 256;

    private final Row[][] chunks;
    private final int first;
    private final int size;

    /** @param first  the place of the first row in the first chunk */
    ClosedRows(Row[][] chunks, int first, int size) {
        this.chunks = chunks;
        this.first = first;
        this.size = size;
    }

    @Override
    public Row get(int index) {
        int place = first + Objects.checkIndex(index, size);
        return chunks[place / CHUNK][place % CHUNK];
    }

    @Override
    public int size() {
        return size;
    }
}
