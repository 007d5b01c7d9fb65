package quaywatch.kernel;

import java.util.Locale;

import quaywatch.model.Family;
import quaywatch.model.Protocol;

/** The socket tables below {@code net/}, one for each protocol and family. */
public enum SocketFile {
    TCP(Protocol.TCP, Family.IPV4), TCP6(Protocol.TCP, Family.IPV6), UDP(Protocol.UDP, Family.IPV4), UDP6(Protocol.UDP, Family.IPV6), RAW(
            Protocol.RAW, Family.IPV4), RAW6(Protocol.RAW, Family.IPV6);

    private final Protocol protocol;
    private final Family family;
    private final String label = name().toLowerCase(Locale.ROOT);

    SocketFile(Protocol protocol, Family family) {
        this.protocol = protocol;
        this.family = family;
    }

    public Protocol protocol() {
        return protocol;
    }

    public Family family() {
        return family;
    }

    /** The file's own name: {@code tcp6}. */
    public String label() {
        return label;
    }

    /** The path inside a proc tree. */
    String path() {
        return "net/" + label;
    }
}
