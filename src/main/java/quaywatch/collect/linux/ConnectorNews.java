package quaywatch.collect.linux;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.netlink.ProcessEvent;
import quaywatch.kernel.netlink.ProcessEvents;
import quaywatch.kernel.netlink.ProcessEvents.Opened;
import quaywatch.kernel.netlink.ProcessEvents.Refused;
import quaywatch.kernel.netlink.ProcessEvents.Unanswered;

/**
 * News of processes from the process connector, if it tells any here; begins when first asked. There is no thread that hears them: they wait in
 * the kernel until the next tick, which takes two microseconds for each, whereas to be woken for one takes twenty. A buffer that overruns costs
 * only a listing, and bounds what a machine that makes thousands of processes a second can cost us.
 */
final class ConnectorNews implements ProcessNews {

    /** Some 1,200 events where the machine lets us, some 500 with the usual net.core.rmem_max. Where more happens, to list is as cheap. */
    private static final int SIZE = 512 * 1024;
    /** Where events were lost, more will be: for so many ticks they are left alone. */
    private static final int REST = 10;

    private final int size;
    private @Nullable ProcessEvents events;
    private boolean asked;
    private int resting;

    ConnectorNews() {
        this(SIZE);
    }

    /** @param size  bytes that may wait in the kernel */
    ConnectorNews(int size) {
        this.size = size;
    }

    @Override
    public boolean take(Consumer<ProcessEvent> to) {
        if (!asked) {
            asked = true;
            open();
            return false;
        }
        if (events == null || resting > 0) {
            resting = Math.max(0, resting - 1);
            return false;
        }
        Ear ear = new Ear(to);
        Access access = events.take(ear);
        if (!access.done()) {
            close();
        }
        resting = ear.lost ? REST : 0;
        return access.done() && !ear.lost;
    }

    private void open() {
        switch (ProcessEvents.open(size)) {
            case Opened(var opened) -> events = opened;
            case Refused(_),Unanswered() -> events = null;
        }
    }

    /** Whether anything is told here, once asked. */
    boolean tells() {
        return events != null;
    }

    @Override
    public void close() {
        asked = true;
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private static final class Ear implements ProcessEvents.Hearer {

        private final Consumer<ProcessEvent> to;
        private boolean lost;

        Ear(Consumer<ProcessEvent> to) {
            this.to = to;
        }

        @Override
        public void event(ProcessEvent event) {
            to.accept(event);
        }

        @Override
        public void lost() {
            lost = true;
        }
    }
}
