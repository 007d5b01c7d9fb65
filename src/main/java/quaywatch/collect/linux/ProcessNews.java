package quaywatch.collect.linux;

import java.util.function.Consumer;

import quaywatch.kernel.netlink.ProcessEvent;

/** Tells which processes began, changed and ended, so that they need not all be listed at each tick. Used by one thread at a time. */
interface ProcessNews extends AutoCloseable {

    /** There is none: for trees that are not of the running machine. */
    ProcessNews NONE = _ -> false;

    /**
     * Hands on what happened since the call before. Never waits.
     *
     * @return whether that was all; if not, only a listing tells what was missed
     */
    boolean take(Consumer<ProcessEvent> to);

    /** After this nothing is told any more. */
    @Override
    default void close() {}
}
