package quaywatch.demo;

import java.time.Duration;

import quaywatch.control.Lever;
import quaywatch.control.Target;
import quaywatch.model.ProcessId;

/** Ends made-up programs. It knows no way to a real process. */
final class DemoLever implements Lever {

    private static final String STUBBORN = "jupyter-lab";

    private final World world;

    DemoLever(World world) {
        this.world = world;
    }

    @Override
    public Hold take(Target target) {
        return world.runs(target.holder().id()) ? new Hold.Held(new Held(target)) : new Hold.Gone();
    }

    private final class Held implements Grip {

        private final Target target;

        Held(Target target) {
            this.target = target;
        }

        private ProcessId id() {
            return target.holder().id();
        }

        /** All follow but one, so that waiting and force can be tried. */
        @Override
        public Sent ask() {
            if (!target.holder().name().equals(STUBBORN)) {
                world.end(id());
            }
            return new Sent.Delivered();
        }

        @Override
        public Sent force() {
            world.end(id());
            return new Sent.Delivered();
        }

        @Override
        public boolean holdsSocket() {
            return world.runs(id());
        }

        @Override
        public boolean awaitEnd(Duration limit) throws InterruptedException {
            if (world.runs(id())) {
                Thread.sleep(limit);
            }
            return !world.runs(id());
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
