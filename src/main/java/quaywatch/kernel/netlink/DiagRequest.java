package quaywatch.kernel.netlink;

import quaywatch.kernel.NativeBytes;
import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.Protocol;

/**
 * Requests about sockets, sock_diag(7): mostly for a dump. Cgroup ids, IPV6_V6ONLY and the like come without asking; counters of connections
 * (INET_DIAG_INFO) have to be asked for.
 */
final class DiagRequest {

    /** The old request, which dumps TCP sockets of both families in one pass over the kernel's table (include/uapi/linux/inet_diag.h). */
    static final int TCPDIAG_GETSOCK = 18;
    static final int SOCK_DIAG_BY_FAMILY = 20;
    static final int SOCK_DESTROY = 21;

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;

    /** NLM_F_REQUEST with NLM_F_ROOT and NLM_F_MATCH, which together ask for a dump. */
    private static final int DUMP = 0x301;
    /** NLM_F_REQUEST with NLM_F_ACK, which asks for an answer in any case. */
    private static final int ORDER = 0x5;
    private static final int HEAD = 16;
    /** struct inet_diag_req: family, two lengths, attributes, 48 bytes of ends, states, an unused word. */
    private static final int OLD_LENGTH = 60;
    private static final int OLD_ATTRIBUTES = 3;
    private static final int OLD_STATES = 52;
    /** struct inet_diag_req_v2: family, protocol, attributes, padding, states, 48 bytes of ends. */
    private static final int LENGTH = 56;
    private static final int ATTRIBUTES = 2;
    private static final int STATES = 4;
    // struct inet_diag_sockid, which tells the ends: ports and addresses in network order, interface and cookie in the machine's.
    private static final int LOCAL_PORT = 8;
    private static final int REMOTE_PORT = 10;
    private static final int LOCAL = 12;
    private static final int REMOTE = 28;
    private static final int INTERFACE = 44;
    private static final int COOKIE = 48;

    private static final int INET_DIAG_INFO = 1 << 2 - 1;
    /** Every state, and with it the one of sockets that are bound but neither listen nor connect (TCP_BOUND_INACTIVE, bit 13). */
    private static final int ALL_STATES = 0x3fff;

    private DiagRequest() {}

    /** TCP of both families in one pass. */
    static byte[] tcp(int sequence, boolean counters) {
        byte[] message = new byte[HEAD + OLD_LENGTH];
        NetlinkSocket.head(message, TCPDIAG_GETSOCK, DUMP, sequence);
        message[HEAD + OLD_ATTRIBUTES] = (byte) (counters ? INET_DIAG_INFO : 0);
        NativeBytes.put32(message, HEAD + OLD_STATES, ALL_STATES);
        return message;
    }

    /** One protocol (not raw) and family. */
    static byte[] of(Protocol protocol, Family family, int sequence, boolean counters) {
        byte[] message = new byte[HEAD + LENGTH];
        NetlinkSocket.head(message, SOCK_DIAG_BY_FAMILY, DUMP, sequence);
        message[HEAD] = (byte) (family == Family.IPV4 ? AF_INET : AF_INET6);
        message[HEAD + 1] = (byte) (protocol == Protocol.TCP ? IPPROTO_TCP : IPPROTO_UDP);
        message[HEAD + ATTRIBUTES] = (byte) (counters ? INET_DIAG_INFO : 0);
        NativeBytes.put32(message, HEAD + STATES, ALL_STATES);
        return message;
    }

    /** The end of one TCP socket, by its ends and its cookie. */
    static byte[] destroy(KnownSocket socket, int sequence) {
        byte[] message = new byte[HEAD + LENGTH];
        NetlinkSocket.head(message, SOCK_DESTROY, ORDER, sequence);
        message[HEAD] = (byte) (socket.local().address().family() == Family.IPV4 ? AF_INET : AF_INET6);
        message[HEAD + 1] = IPPROTO_TCP;
        NativeBytes.put32(message, HEAD + STATES, ALL_STATES);
        port(message, HEAD + LOCAL_PORT, socket.local().port());
        port(message, HEAD + REMOTE_PORT, socket.remote().port());
        address(message, HEAD + LOCAL, socket.local().address());
        address(message, HEAD + REMOTE, socket.remote().address());
        NativeBytes.put32(message, HEAD + INTERFACE, socket.interfaceNumber());
        // Two words, the lower half first.
        NativeBytes.put32(message, HEAD + COOKIE, (int) socket.cookie());
        NativeBytes.put32(message, HEAD + COOKIE + Integer.BYTES, (int) (socket.cookie() >>> 32));
        return message;
    }

    private static void port(byte[] message, int at, int port) {
        message[at] = (byte) (port >>> 8);
        message[at + 1] = (byte) port;
    }

    private static void address(byte[] message, int at, Address address) {
        byte[] bytes = address.bytes();
        System.arraycopy(bytes, 0, message, at, bytes.length);
    }
}
