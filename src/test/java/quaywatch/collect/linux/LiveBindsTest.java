package quaywatch.collect.linux;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Address;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which bind stands in the way of which, as {@link Address#meets} has it and as the running kernel does. Java's wildcards of IPv6 take IPv4 too. */
class LiveBindsTest {

    @ParameterizedTest
    @CsvSource({"0.0.0.0,0.0.0.0", "0.0.0.0,127.0.0.1", "127.0.0.1,0.0.0.0", "127.0.0.1,127.0.0.1", "127.0.0.1,127.0.0.2", "::,0.0.0.0",
            "0.0.0.0,::",
            "::,127.0.0.1", "127.0.0.1,::", "::,::1", "::1,::", "::1,::1", "::1,0.0.0.0", "::1,127.0.0.1", "127.0.0.1,::1", "0.0.0.0,::1"})
    void theKernelAgrees(String first, String second) throws IOException {
        assertEquals(!bothFit(first, second), address(first).meets(address(second), true));
    }

    private static boolean bothFit(String first, String second) throws IOException {
        try (ServerSocketChannel holder = open(first); ServerSocketChannel newcomer = open(second)) {
            holder.bind(new InetSocketAddress(InetAddress.getByName(first), 0), 1);
            int port = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            newcomer.bind(new InetSocketAddress(InetAddress.getByName(second), port), 1);
            return true;
        } catch (BindException _) {
            return false;
        }
    }

    private static ServerSocketChannel open(String address) throws IOException {
        return ServerSocketChannel.open(address.contains(":") ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
    }

    private static Address address(String text) throws IOException {
        return Address.of(InetAddress.getByName(text).getAddress());
    }
}
