package quaywatch.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a process only when somebody looks at it.
 *
 * @param line       the process itself, its parent, and so on up to the first process; shorter where a parent can't be read, never empty
 * @param terminal   its controlling terminal ({@code pts/3}); empty where it has none or that is not told
 * @param openFiles  how many descriptors are open; null where that is not told
 * @param mostFiles  how many may be (the soft limit); {@link Long#MAX_VALUE} for any number, null where that is not told
 */
public record ProcessDetail(List<ProcessFacts> line, String terminal, @Nullable Long openFiles, @Nullable Long mostFiles) {

    public ProcessDetail {
        line = List.copyOf(line);
        if (line.isEmpty()) {
            throw new IllegalArgumentException("a process is the first of its own line");
        }
    }

    /** The process. */
    public ProcessFacts self() {
        return line.getFirst();
    }
}
