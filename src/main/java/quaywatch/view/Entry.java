package quaywatch.view;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Rates;
import quaywatch.model.Row;

/** A line that has cells: a socket, or somebody who holds sockets. Not the head of a group. */
public sealed interface Entry extends Line permits SocketLine, OwnerLine {

    /** The socket that stands for the line. */
    Row row();

    /** What the line is gathered by; NONE outside groups. */
    Grouping group();

    /** What has just happened to it; the line becomes another object when the mark goes. */
    Mark mark();

    /** Bytes a second in and out; null where that is not counted. */
    @Nullable
    Rates rates();

    /** Round-trip time in microseconds, the longest where there are several; null where none is known. */
    @Nullable
    Long rttMicros();

    default Live live() {
        return row().live();
    }

    default Owner owner() {
        return row().live().owner();
    }

    /** Whether the line stands below a group head. */
    default boolean inGroup() {
        return group() != Grouping.NONE;
    }

    /** Whether it is gone and only kept for a moment. */
    default boolean isClosed() {
        return row().isClosed();
    }
}
