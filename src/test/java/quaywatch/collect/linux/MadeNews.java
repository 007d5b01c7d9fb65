package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import quaywatch.kernel.netlink.ProcessEvent;

/** News of processes that a test makes up; like those of the kernel they begin when first asked. */
final class MadeNews implements ProcessNews {

    private final List<ProcessEvent> waiting = new ArrayList<>();
    private boolean begun;
    private boolean losing;
    private boolean silent;
    boolean closed;

    /** Something happened. */
    void tell(ProcessEvent event) {
        if (!silent) {
            waiting.add(event);
        }
    }

    /** What waits is lost, and that is told. */
    void lose() {
        waiting.clear();
        losing = true;
    }

    /** What happens is told no more, without a word about it. */
    void silence(boolean nowSilent) {
        silent = nowSilent;
    }

    /** Whether anybody has asked. */
    boolean begun() {
        return begun;
    }

    @Override
    public boolean take(Consumer<ProcessEvent> to) {
        boolean whole = begun && !losing && !closed;
        if (begun && !closed) {
            List.copyOf(waiting).forEach(to);
        }
        waiting.clear();
        begun = true;
        losing = false;
        return whole;
    }

    @Override
    public void close() {
        closed = true;
    }
}
