package quaywatch.control;

import java.util.Optional;

import quaywatch.model.Row;
import quaywatch.model.Socket;

/** Closes single TCP connections while their programs run on. Safe to use from several threads. */
public interface ConnectionCloser {

    /** Why this connection can't be closed, as far as that can be told at once; empty where it can be tried. */
    default Optional<CloseObstacle> obstacle(Row row) {
        return CloseObstacle.of(row);
    }

    /** Whether an administrator is asked for his consent, as the user has not got the right himself. The first call may read files. */
    default boolean asksAdministrator() {
        return false;
    }

    /**
     * Looks the connection up anew, closes it if it is still the same, and looks whether it is gone. Blocks for milliseconds; where an
     * administrator is asked, for as long as he takes.
     */
    CloseOutcome close(Socket connection);
}
