package quaywatch.query;

import quaywatch.model.Socket;

/** Which end of a socket a condition looks at. A far end that does not exist never fits. */
public enum Side {
    LOCAL("l"), REMOTE("r"), EITHER("");

    private final String prefix;

    Side(String prefix) {
        this.prefix = prefix;
    }

    /** The name of a field for this side: {@code lport} for {@code port}. */
    String field(String base) {
        return prefix + base;
    }

    boolean looksAtLocal() {
        return this != REMOTE;
    }

    boolean looksAtRemote(Socket socket) {
        return this != LOCAL && socket.hasPeer();
    }
}
