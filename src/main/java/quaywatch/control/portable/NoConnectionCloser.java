package quaywatch.control.portable;

import java.util.Optional;

import quaywatch.control.CloseObstacle;
import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.model.Row;
import quaywatch.model.Socket;

/** Where the system offers no way to close the connection of another program. */
public final class NoConnectionCloser implements ConnectionCloser {

    @Override
    public Optional<CloseObstacle> obstacle(Row row) {
        return Optional.of(CloseObstacle.of(row).orElse(CloseObstacle.NOT_HERE));
    }

    @Override
    public CloseOutcome close(Socket connection) {
        return new CloseOutcome.Refused(CloseObstacle.NOT_HERE);
    }
}
