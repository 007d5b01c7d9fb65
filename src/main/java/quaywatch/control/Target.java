package quaywatch.control;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;

/**
 * One process to end, and the socket it must still hold.
 *
 * @param socket  the socket, as last seen; null for a process that holds none: a parent or a child of a holder
 * @param holder  the process, as last seen
 */
public record Target(@Nullable Socket socket, ProcessFacts holder) {}
