package quaywatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ServiceNamesTest {

    @Test
    void portsOfANameAreInOrderAndOnce() {
        ServiceNames names = ServiceNames.parse(List.of("8080\ttcp\tHttp-Alt", "591\ttcp\thttp-alt", "8080\tudp\thttp-alt"));
        assertEquals(List.of(591, 8080), names.ports("HTTP-ALT"));
        assertEquals(List.of("http-alt"), names.names());
        assertEquals(Optional.of("Http-Alt"), names.name(Protocol.TCP, 8080));
        assertEquals(Optional.of("http-alt"), names.name(Protocol.UDP, 8080));
        assertEquals(Optional.empty(), names.name(Protocol.UDP, 591));
    }

    @Test
    void firstNameOfAPortStands() {
        assertEquals(Optional.of("a"), ServiceNames.parse(List.of("1\ttcp\ta", "1\ttcp\tb")).name(Protocol.TCP, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#80\ttcp\ta", "80", "80\ttcp", "80\ttcp\t", "80\ttcp\ta\tb", "\ttcp\ta", "65536\ttcp\ta", "080000\ttcp\ta",
            "-1\ttcp\ta", "8o\ttcp\ta", "\u0668\ttcp\ta"})
    void lineOfAnotherFormIsSkipped(String line) {
        assertEquals(List.of(), ServiceNames.parse(List.of(line)).names());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyLinesAreReadWithoutFailure(long seed) {
        Random random = new Random(seed);
        String signs = "\t\t\t0123456789tcpudp#- \u0661\ud800";
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            random.ints(random.nextInt(14), 0, signs.length()).forEach(at -> line.append(signs.charAt(at)));
            lines.add(line.toString());
        }
        ServiceNames names = ServiceNames.parse(lines);
        for (String name : names.names()) {
            for (int port : names.ports(name)) {
                assertEquals(true, port >= 0 && port <= 65_535, name);
            }
        }
    }
}
