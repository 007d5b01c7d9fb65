package quaywatch.kernel.netlink;

import quaywatch.kernel.NativeBytes;
import quaywatch.model.Family;
import quaywatch.model.Protocol;

/**
 * Requests for a dump of sockets, sock_diag(7). Cgroup ids, IPV6_V6ONLY and the like come without asking; counters of connections
 * (INET_DIAG_INFO) have to be asked for.
 */
final class DiagRequest {

    /** The old request, which dumps TCP sockets of both families in one pass over the kernel's table (include/uapi/linux/inet_diag.h). */
    static final int TCPDIAG_GETSOCK = 18;
    static final int SOCK_DIAG_BY_FAMILY = 20;

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;

    /** NLM_F_REQUEST with NLM_F_ROOT and NLM_F_MATCH, which together ask for a dump. */
    private static final int DUMP = 0x301;
    private static final int HEAD = 16;
    /** struct inet_diag_req: family, two lengths, attributes, 48 bytes of ends, states, an unused word. */
    private static final int OLD_LENGTH = 60;
    private static final int OLD_ATTRIBUTES = 3;
    private static final int OLD_STATES = 52;
    /** struct inet_diag_req_v2: family, protocol, attributes, padding, states, 48 bytes of ends. */
    private static final int LENGTH = 56;
    private static final int ATTRIBUTES = 2;
    private static final int STATES = 4;

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
}
