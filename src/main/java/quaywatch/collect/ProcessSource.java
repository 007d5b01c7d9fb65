package quaywatch.collect;

import java.util.List;
import java.util.Optional;

import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

/** Tells facts of processes. Safe to use from several threads. */
public interface ProcessSource {

    /** The facts of the process that has this pid now; empty if there is none. */
    Optional<ProcessFacts> find(long pid);

    /** The facts of exactly this process; empty if it ended, even if its number is used again. */
    default Optional<ProcessFacts> find(ProcessId id) {
        return find(id.pid()).filter(facts -> facts.id().equals(id));
    }

    /** What is worth reading of exactly this process only when somebody looks at it; empty if it ended. */
    default Optional<ProcessDetail> detail(ProcessId id) {
        List<ProcessFacts> line = ancestors(id);
        return line.isEmpty() ? Optional.empty() : Optional.of(new ProcessDetail(line, "", null, null));
    }

    /** From the process up to the first one, itself first; shorter where a parent can't be read. */
    List<ProcessFacts> ancestors(ProcessId id);
}
