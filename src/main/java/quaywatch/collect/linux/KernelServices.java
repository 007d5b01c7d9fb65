package quaywatch.collect.linux;

import java.util.Set;

import quaywatch.model.Socket;

/**
 * Tells whether the kernel itself is the likely holder of a socket that no process has open. That can't be read anywhere: descriptors may also live in io_uring, in
 * a BPF map or in a message on its way. So the kernel is named only where it is known to open sockets, and then as inferred.
 */
final class KernelServices {

    /** Ports of in-kernel TCP services and clients: NFS (also over RDMA), SMB, iSCSI. */
    private static final Set<Integer> TCP_PORTS = Set.of(445, 2049, 3260, 20_049);

    private KernelServices() {}

    /** UDP: WireGuard, VXLAN, Geneve, L2TP and RPC, on whatever port they were given. */
    static boolean mayHold(Socket socket) {
        return switch (socket.protocol()) {
            case UDP -> true;
            case TCP -> TCP_PORTS.contains(socket.local().port()) || TCP_PORTS.contains(socket.remote().port());
            case RAW -> false;
        };
    }
}
