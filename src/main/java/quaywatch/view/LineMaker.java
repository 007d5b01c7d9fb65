package quaywatch.view;

import java.time.Instant;

import quaywatch.model.Snapshot;

/** Turns snapshots into the lines of one table. Belongs to one thread; an unchanged line is the same object as at the last call. */
public interface LineMaker {

    /** The lines to show. {@code now} is the moment that ages in the query are counted to. */
    Rows rows(Snapshot snapshot, ViewState state, Instant now);
}
