package quaywatch.demo;

import java.util.Optional;

import quaywatch.control.CloseObstacle;
import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.model.Socket;

/** Closes made-up connections, both ends of those inside the machine. */
final class DemoCloser implements ConnectionCloser {

    private final World world;

    DemoCloser(World world) {
        this.world = world;
    }

    @Override
    public CloseOutcome close(Socket connection) {
        Optional<CloseObstacle> obstacle = CloseObstacle.of(connection);
        if (obstacle.isPresent()) {
            return new CloseOutcome.Refused(obstacle.get());
        }
        return world.cut(connection) ? new CloseOutcome.Closed() : new CloseOutcome.AlreadyGone();
    }
}
