package quaywatch.control.words;

import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/** The commands of Quaywatch that people are told to type, one form for each purpose and the simplest that answers. */
public final class Typed {

    private static final String ROOT = "sudo ";

    private Typed() {}

    /** {@code sudo quaywatch who 22}: who holds a port, which another user hides. */
    public static String whoAsRoot(int port) {
        return ROOT + "quaywatch who " + port;
    }

    /** The same for any socket: one that holds no port is in the list alone. */
    public static String whoAsRoot(Socket socket) {
        int port = socket.local().port();
        return socket.holdsPort()
                ? whoAsRoot(port)
                : ROOT + "quaywatch list lport:" + port + (socket.protocol() == Protocol.UDP ? " proto:udp" : "");
    }

    /** {@code quaywatch why 8080}. */
    public static String why(Protocol protocol, int port) {
        return about("why", protocol, port);
    }

    /** The same, by somebody who sees more. */
    static String whyAsRoot(Protocol protocol, int port) {
        return ROOT + why(protocol, port);
    }

    /** {@code quaywatch free 8080}. */
    static String free(Protocol protocol, int port) {
        return about("free", protocol, port);
    }

    /** By its port, so that nobody is hit who has got the number of the process since: who holds the port is looked up and told again. */
    static String freeAsRoot(Protocol protocol, int port) {
        return ROOT + free(protocol, port);
    }

    /** By its number, which may have passed on since: who has it is told, and asked about. */
    static String killAsRoot(ProcessId who) {
        return ROOT + "quaywatch kill " + who.pid();
    }

    private static String about(String command, Protocol protocol, int port) {
        return "quaywatch " + command + " " + port + (protocol == Protocol.UDP ? " --udp" : "");
    }
}
