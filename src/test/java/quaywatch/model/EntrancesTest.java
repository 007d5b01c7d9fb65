package quaywatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.endpoint;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.udp;

/** The kernel's rule for which listener takes a connection; {@code LiveEntrancesTest} asks the kernel itself. */
class EntrancesTest {

    private static final Supplier<String> NONE = () -> fail("there is an entrance already");

    /** As measured. The connection is told as the kernel tells it: v4-mapped where an IPv6 listener took it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "0.0.0.0:80                          | 127.0.0.1:80        | 0.0.0.0:80",
            "0.0.0.0:80                          | [::1]:80            | none",
            "127.0.0.2:80                        | 127.0.0.1:80        | none",
            "0.0.0.0:81                          | 127.0.0.1:80        | none",
            "0.0.0.0:80 127.0.0.1:80             | 127.0.0.1:80        | 127.0.0.1:80",
            "0.0.0.0:80 127.0.0.1:80             | 10.0.0.1:80         | 0.0.0.0:80",
            "[::]:80                             | [::1]:80            | [::]:80",
            "[::]:80                             | mapped:127.0.0.1:80 | [::]:80",
            "[::]:80 [::1]:80                    | [::1]:80            | [::1]:80",
            "[::]:80 [::1]:80                    | mapped:127.0.0.1:80 | [::]:80",
            "only[::]:80                         | [::1]:80            | only[::]:80",
            "only[::]:80                         | mapped:127.0.0.1:80 | none",
            "only[::]:80                         | 127.0.0.1:80        | none",
            "only[::]:80 0.0.0.0:80              | 127.0.0.1:80        | 0.0.0.0:80",
            "only[::]:80 0.0.0.0:80              | [::1]:80            | only[::]:80",
            "[::]:80 0.0.0.0:80                  | 127.0.0.1:80        | 0.0.0.0:80",
            "[::]:80 127.0.0.1:80                | 127.0.0.1:80        | 127.0.0.1:80",
            "mapped:127.0.0.1:80                 | mapped:127.0.0.1:80 | mapped:127.0.0.1:80",
            "mapped:127.0.0.1:80                 | [::1]:80            | none",
            "mapped:127.0.0.1:80 [::]:80         | mapped:127.0.0.1:80 | mapped:127.0.0.1:80",
            "mapped:127.0.0.1:80 0.0.0.0:80      | mapped:127.0.0.1:80 | mapped:127.0.0.1:80",
            "mapped:127.0.0.1:80 127.0.0.1:80    | 127.0.0.1:80        | 127.0.0.1:80",
            "mapped:0.0.0.0:80                   | mapped:127.0.0.1:80 | mapped:0.0.0.0:80",
            "mapped:0.0.0.0:80                   | [::1]:80            | none",
            "mapped:0.0.0.0:80 only[::]:80       | mapped:127.0.0.1:80 | mapped:0.0.0.0:80",
            "mapped:0.0.0.0:80 127.0.0.1:80      | 127.0.0.1:80        | 127.0.0.1:80"})
    void listenerTakesWhatTheKernelGivesIt(String listeners, String local, @Nullable String taker) {
        assertEquals(taker, entrances(listeners).through(connection(local, "10.9.9.9:5").socket()));
        assertEquals(taker, entrances(reversed(listeners)).through(Protocol.TCP, 0, endpoint(local)));
    }

    /** One that was accepted before the other listener came: an IPv4 listener never makes an IPv6 socket. */
    @ParameterizedTest
    @CsvSource({"mapped:127.0.0.1:80,[::]:80", "127.0.0.1:80,127.0.0.1:80"})
    void connectionCameThroughAListenerOfItsOwnFamily(String local, String taker) {
        assertEquals(taker, entrances("127.0.0.1:80 [::]:80").through(Protocol.TCP, 0, endpoint(local)));
    }

    /** Windows tells an IPv4 connection that came through a wildcard of IPv6 as one of IPv4. */
    @ParameterizedTest
    @CsvSource({"[::]:80,127.0.0.1:80,[::]:80", "0.0.0.0:80,mapped:127.0.0.1:80,0.0.0.0:80"})
    void entranceOfTheOtherFamilyServesWhereThereIsNoneOfItsOwn(String listener, String local, String taker) {
        assertEquals(taker, entrances(listener).through(Protocol.TCP, 0, endpoint(local)));
    }

    @Test
    void familyIsTheSocketsWhereTheSourceTellsPlainAddresses() {
        Socket plain = connection("127.0.0.1:80", "127.0.0.1:5").socket();
        Socket six = new Socket(plain.protocol(), Family.IPV6, plain.local(), plain.remote(), plain.state(), 0, 0, null, 0, Queues.EMPTY,
                null);
        assertEquals("[::]:80", entrances("0.0.0.0:80 [::]:80").through(six));
    }

    @Test
    void networksAndProtocolsAreApart() {
        Entrances<String> entrances = entrances("0.0.0.0:80");
        assertNull(entrances.through(Protocol.TCP, 9, endpoint("127.0.0.1:80")));
        assertNull(entrances.through(Protocol.UDP, 0, endpoint("127.0.0.1:80")));
        assertNull(entrances.at(udp("0.0.0.0:80").socket()));
        assertNull(entrances.at(listener("0.0.0.0:80").namespace(9).socket()));
    }

    @Test
    void sameAddressOnTwoLinksIsTwoEntrances() {
        Entrances<String> entrances = entrances("[fe80::1%eth0]:80 [fe80::1%eth1]:80");
        assertEquals("[fe80::1%eth1]:80", entrances.through(Protocol.TCP, 0, endpoint("[fe80::1%eth1]:80")));
        assertEquals("[fe80::1%eth0]:80", entrances.through(Protocol.TCP, 0, endpoint("[fe80::1%eth0]:80")));
        assertNull(entrances.through(Protocol.TCP, 0, endpoint("[fe80::1%eth2]:80")));
    }

    @Test
    void linkThatIsNotToldMayBeAny() {
        assertEquals("[fe80::1%eth0]:80", entrances("[fe80::1%eth0]:80").through(Protocol.TCP, 0, endpoint("[fe80::1]:80")));
    }

    @Test
    void socketsThatShareAddressAndPortAreOneEntrance() {
        Entrances<List<String>> entrances = new Entrances<>();
        List<String> first = entrances.open(listener("0.0.0.0:80").inode(1).socket(), ArrayList::new);
        assertSame(first, entrances.open(listener("0.0.0.0:80").inode(2).socket(), ArrayList::new));
        assertSame(first, entrances.at(listener("0.0.0.0:80").inode(2).socket()));
        assertSame(first, entrances.through(connection("10.0.0.1:80", "10.0.0.2:5").socket()));
    }

    @Test
    void thousandsOfListenersAtOnePortAreFoundEach() {
        List<String> addresses = IntStream.range(0, 20_000).mapToObj(i -> "10.1." + i / 250 + "." + i % 250 + ":80").toList();
        Entrances<String> entrances = new Entrances<>();
        addresses.forEach(address -> entrances.open(listener(address).socket(), () -> address));
        assertEquals(addresses, addresses.stream().map(address -> entrances.through(Protocol.TCP, 0, endpoint(address))).toList());
        addresses.forEach(address -> assertEquals(address, entrances.open(listener(address).socket(), NONE)));
    }

    private static Entrances<String> entrances(String listeners) {
        Entrances<String> entrances = new Entrances<>();
        for (String name : listeners.split(" +")) {
            boolean only = name.startsWith("only");
            SampleRow row = listener(only ? name.substring("only".length()) : name);
            entrances.open((only ? row.v6Only(true) : row).socket(), () -> name);
        }
        return entrances;
    }

    private static String reversed(String listeners) {
        return Stream.of(listeners.split(" +")).toList().reversed().stream().collect(Collectors.joining(" "));
    }
}
