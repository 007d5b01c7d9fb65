package quaywatch.kernel;

import java.util.List;

/**
 * What a proc tree tells of one process at one moment, for questions about its parents.
 *
 * @param pid         its number
 * @param start       clock ticks since boot; together with the number it is the identity
 * @param parent      number of the parent; 0 where there is none
 * @param session     number of the session; a terminal gives each shell one of its own
 * @param name        comm, raw
 * @param zombie      whether it has ended and waits for its parent
 * @param arguments   one by one, raw; empty where it has none or they are hidden
 * @param executable  path of the program; empty where it is hidden
 * @param directory   working directory; empty where it is hidden
 */
public record Glance(long pid, long start, long parent, long session, String name, boolean zombie, List<String> arguments,
        String executable, String directory) {

    public Glance {
        arguments = List.copyOf(arguments);
    }

    /** The last part of the program's path, without the mark that the file was replaced since. */
    public String program() {
        String path = executable.endsWith(" (deleted)") ? executable.substring(0, executable.length() - " (deleted)".length()) : executable;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it runs the same program with the same arguments, as a copy made by fork does. */
    public boolean isCopyOf(Glance other) {
        return !executable.isEmpty() && executable.equals(other.executable) && arguments.equals(other.arguments);
    }
}
