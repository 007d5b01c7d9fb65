package quaywatch.control;

import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;

/**
 * What is to be freed: a socket that holds a port, and one process that holds the socket.
 *
 * @param socket  the socket, as last seen
 * @param holder  the process, as last seen
 */
public record Target(Socket socket, ProcessFacts holder) {}
