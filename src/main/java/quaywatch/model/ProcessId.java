package quaywatch.model;

/**
 * A process, told apart from a later one with the same number. A bare pid is never kept and never signalled.
 *
 * @param pid    the process number, above 0
 * @param start  when it started, in the unit of the source that gave it (Linux: clock ticks since boot, field 22 of stat, proc(5));
 *               only ever compared for equality with a value of the same source
 */
public record ProcessId(long pid, long start) {

    public ProcessId {
        if (pid <= 0) {
            throw new IllegalArgumentException("a pid is above 0, not " + pid);
        }
    }
}
