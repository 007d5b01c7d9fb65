package quaywatch.view;

import java.util.Optional;
import java.util.Set;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Exposure;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** Where a browser on this machine finds what listens at a socket. It says nothing about whether that speaks HTTP. */
public final class WebAddress {

    /** Browsers ask for no page at these ("bad ports" of the Fetch Standard): what listens there speaks something else. */
    private static final Set<Integer> REFUSED = Set.of(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
            101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060,
            5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080);

    private static final String ENCRYPTED = "https";

    private WebAddress() {}

    /**
     * The address of its first page: {@code localhost} where every interface is listened to, else the address that is. Empty where nothing
     * listens for TCP, where the address is out of reach (another network namespace, or one that no browser can write), and at a port that
     * browsers refuse.
     */
    public static Optional<String> of(SocketLine line, ServiceNames names) {
        Socket socket = line.socket();
        Endpoint local = socket.local();
        boolean listens = socket.protocol() == Protocol.TCP && socket.state() == SocketState.LISTEN && !line.isClosed();
        if (!listens || socket.exposure() == Exposure.NAMESPACE || needsScope(local) || REFUSED.contains(local.port())) {
            return Optional.empty();
        }
        String scheme = names.name(Protocol.TCP, local.port()).filter(name -> name.endsWith(ENCRYPTED)).map(_ -> ENCRYPTED).orElse("http");
        String host = socket.exposure() == Exposure.EVERY_INTERFACE ? "localhost" : local.host();
        return Optional.of(scheme + "://" + host + ":" + local.port() + "/");
    }

    /** A link-local address, fe80::/10, means nothing without its interface, which no browser takes. */
    private static boolean needsScope(Endpoint local) {
        Address address = local.address();
        return !local.scope().isEmpty() || address.high() >>> 54 == 0x3fa;
    }
}
