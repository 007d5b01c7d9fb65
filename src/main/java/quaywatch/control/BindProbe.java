package quaywatch.control;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.Protocol;

/**
 * Test binds with real sockets.
 * <p>TCP is bound and listened on with SO_REUSEADDR, as servers do, so that connections in TIME_WAIT are no obstacle; UDP without, because there
 * the option would let two sockets share the port. Java binds {@code ::} for both families, so that bind also tells about IPv4.
 */
public final class BindProbe implements PortProbe {

    @Override
    public Result test(Protocol protocol, int port, List<Address> addresses) {
        return test(protocol, port, addresses, true);
    }

    @Override
    public Result testAlone(Protocol protocol, int port, List<Address> addresses) {
        return test(protocol, port, addresses, false);
    }

    private static Result test(Protocol protocol, int port, List<Address> addresses, boolean reuse) {
        return new Result(addresses.stream().map(address -> new Bind(address, verdict(protocol, port, address, reuse))).toList());
    }

    private static Verdict verdict(Protocol protocol, int port, Address address, boolean reuse) {
        try {
            bind(protocol, port, address, reuse).close();
            return Verdict.FREE;
        } catch (BindException e) {
            return refused(protocol, address, String.valueOf(e.getMessage()));
        } catch (UnsupportedOperationException _) {
            return Verdict.NOT_AVAILABLE;
        } catch (IOException _) {
            return Verdict.NOT_TESTED;
        }
    }

    /**
     * Java throws one exception for EADDRINUSE, EADDRNOTAVAIL and EACCES and keeps the errno only as text in the language of the system. So the
     * first is told by comparing with the text of a bind that is certainly in use, the second by binding the address with any port.
     */
    private static Verdict refused(Protocol protocol, Address address, String message) {
        try {
            bind(protocol, 0, address, true).close();
        } catch (IOException _) {
            return Verdict.NOT_AVAILABLE;
        }
        try (NetworkChannel holder = bind(protocol, 0, address, true)) {
            int held = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            bind(protocol, held, address, true).close();
            return Verdict.NOT_TESTED;
        } catch (BindException e) {
            return message.equals(e.getMessage()) ? Verdict.IN_USE : Verdict.NOT_PERMITTED;
        } catch (IOException _) {
            return Verdict.NOT_TESTED;
        }
    }

    private static NetworkChannel bind(Protocol protocol, int port, Address address, boolean reuse) throws IOException {
        ProtocolFamily family = address.family() == Family.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        NetworkChannel channel = open(protocol, family, reuse);
        try {
            return channel.bind(new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static NetworkChannel open(Protocol protocol, ProtocolFamily family, boolean reuse) throws IOException {
        return switch (protocol) {
            case TCP -> ServerSocketChannel.open(family).setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
            case UDP -> DatagramChannel.open(family);
            case RAW -> throw new UnsupportedOperationException("raw sockets have no ports");
        };
    }
}
