package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WebAddressTest {

    private static final ServiceNames NAMES = ServiceNames.parse(List.of("80\ttcp\thttp", "443\ttcp\thttps", "8443\ttcp\tpcsync-https",
            "271\ttcp\tpt-tls", "443\tudp\thttps"));

    private static Optional<String> of(SampleRow row) {
        return WebAddress.of(SocketLine.alone(row.row()), NAMES);
    }

    @ParameterizedTest
    @CsvSource({
            "0.0.0.0:3000,          http://localhost:3000/",
            "[::]:3000,             http://localhost:3000/",
            "127.0.0.1:80,          http://127.0.0.1:80/",
            "127.0.0.53:8080,       http://127.0.0.53:8080/",
            "[::1]:8080,            http://[::1]:8080/",
            "mapped:127.0.0.1:8080, http://127.0.0.1:8080/",
            "192.168.1.24:9000,     http://192.168.1.24:9000/",
            "[2001:db8::7]:9000,    http://[2001:db8::7]:9000/",
            "0.0.0.0:443,           https://localhost:443/",
            "10.0.0.1:8443,         https://10.0.0.1:8443/",
            "10.0.0.1:271,          http://10.0.0.1:271/"})
    void isWhereTheListenerIsReached(String local, String address) {
        assertEquals(Optional.of(address), of(SampleRow.listener(local)));
    }

    @Test
    void othersHaveNone() {
        assertEquals(Optional.empty(), of(SampleRow.udp("0.0.0.0:443")), "no TCP");
        assertEquals(Optional.empty(), of(SampleRow.connection("10.0.0.1:80", "10.0.0.9:5000")), "a connection");
        assertEquals(Optional.empty(), of(SampleRow.socket(Protocol.TCP, "0.0.0.0:8080", "", SocketState.BOUND)), "not listening");
        assertEquals(Optional.empty(), of(SampleRow.listener("0.0.0.0:8080").namespace(4_026_532_000L)), "out of reach");
        assertEquals(Optional.empty(), of(SampleRow.listener("0.0.0.0:8080").closed(Instant.EPOCH)), "closed");
        assertEquals(Optional.empty(), of(SampleRow.listener("[fe80::1%eth0]:8080")), "needs its interface");
        assertEquals(Optional.empty(), of(SampleRow.listener("[fe80::1]:8080")), "needs an interface that is not known");
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 53, 6000, 6667, 10_080})
    void whatBrowsersRefuseIsNotOffered(int port) {
        assertEquals(Optional.empty(), of(SampleRow.listener("0.0.0.0:" + port)));
    }
}
