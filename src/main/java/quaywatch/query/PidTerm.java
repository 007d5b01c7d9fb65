package quaywatch.query;

import java.time.Instant;

import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;

/** {@code pid:4242}: a process with this number is among the holders. */
public record PidTerm(long pid) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        if (row.live().owner() instanceof Owner.Processes processes) {
            for (ProcessFacts holder : processes.holders()) {
                if (holder.id().pid() == pid) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "pid:" + pid;
    }
}
