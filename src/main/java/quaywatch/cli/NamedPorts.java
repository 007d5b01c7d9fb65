package quaywatch.cli;

import java.util.Set;

import quaywatch.text.Visible;

/**
 * What one argument names: a port, or as a whole a range or the ports of a registered name.
 *
 * @param text   the argument, raw
 * @param ports  not empty
 */
record NamedPorts(String text, Set<Integer> ports) {

    /** The form that a command takes again: the number of one port, else as it was given. */
    String shown() {
        return ports.size() == 1 ? Integer.toString(ports.iterator().next()) : Visible.shortened(text, Console.MOST);
    }
}
