package quaywatch.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one process. Names and command lines are other people's text, kept raw here and escaped where shown.
 *
 * @param id           identity
 * @param parent       pid of the parent; 0 where there is none
 * @param name         short name (Linux: comm, at most 15 bytes)
 * @param commandLine  arguments joined by blanks, cut at 4 KiB; empty for kernel threads and zombies
 * @param executable   path of the program; empty where the kernel refuses it
 * @param directory    working directory; empty where the kernel refuses it
 * @param user         the effective user; null where not known
 * @param started      when it started; null where not known
 * @param belongsTo    unit, container or starting command; null where not known
 */
public record ProcessFacts(ProcessId id, long parent, String name, String commandLine, String executable, String directory,
        @Nullable User user,
        @Nullable Instant started, @Nullable Belonging belongsTo) {

    /** The same process, known to belong to something else. */
    public ProcessFacts belongingTo(@Nullable Belonging other) {
        return new ProcessFacts(id, parent, name, commandLine, executable, directory, user, started, other);
    }
}
