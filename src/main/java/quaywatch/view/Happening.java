package quaywatch.view;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Row;

/**
 * What happened to one socket between two looks.
 *
 * @param kind    what
 * @param row     the socket now; one that is closed with its last values
 * @param before  the same socket at the look before, then maybe under another {@link quaywatch.model.Socket#key}; null if there was none
 */
public record Happening(Kind kind, Row row, @Nullable Row before) {

    /** Everything that can happen, in the order in which it is told of one look: whoever takes over a port comes after who left it. */
    public enum Kind {
        /** It is gone. */
        CLOSED,
        /** It is open, but no longer what was asked for. */
        LEFT,
        /** Its state changed, or who holds it. */
        CHANGED,
        /** It was there before, and is from now on what was asked for. */
        ENTERED,
        /** It is new. */
        OPENED,
        /** It was there at the first look. */
        PRESENT,
        /** Nothing of the above, but other values than before: counters, rates, queues, or more is known of its owner. */
        SAMPLE
    }

    /** Whether its state is another one than before. */
    public boolean isOtherState() {
        return before != null && before.socket().state() != row.socket().state();
    }

    /** Whether another process holds it than before. To find out who had it all the time is no change, nor is it to learn more of them. */
    public boolean isOtherOwner() {
        return before != null && !isResolving(before) && !isResolving(row) && !Objects.equals(named(before), named(row));
    }

    /** Whether it is still being looked up who holds a socket. */
    static boolean isResolving(Row row) {
        return row.live().evidence() instanceof Evidence.Resolving;
    }

    /** The one that holds a socket, of several the first; null where that is hidden or not known. */
    private static @Nullable Object named(Row row) {
        return switch (row.live().owner()) {
            case Owner.Processes processes -> processes.first().id();
            case Owner.Kernel kernel -> kernel;
            case Owner.Service _,Owner.UserOnly _,Owner.Unknown _ -> null;
        };
    }
}
