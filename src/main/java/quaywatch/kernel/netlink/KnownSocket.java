package quaywatch.kernel.netlink;

import quaywatch.kernel.SocketRow;
import quaywatch.model.Endpoint;
import quaywatch.model.SocketState;

/**
 * What the kernel told of one socket at one moment.
 *
 * @param local            own end
 * @param remote           far end
 * @param interfaceNumber  the interface it is bound to; 0 if to none
 * @param cookie           names it for as long as the machine runs
 * @param state            state
 * @param inode            by which descriptors name it; 0 where it has none
 */
public record KnownSocket(Endpoint local, Endpoint remote, int interfaceNumber, long cookie, SocketState state, long inode) {

    static KnownSocket of(SocketRow row) {
        return new KnownSocket(row.local(), row.remote(), row.interfaceNumber(), row.cookie(), row.state(), row.inode());
    }
}
