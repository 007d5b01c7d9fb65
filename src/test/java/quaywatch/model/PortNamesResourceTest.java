package quaywatch.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The shipped table of port names is whole and says what people expect of it. */
class PortNamesResourceTest {

    private static final List<String> LINES = lines();

    @ParameterizedTest
    @CsvSource({"TCP,22,ssh", "TCP,80,http", "TCP,443,https", "TCP,631,ipp", "TCP,5432,postgresql", "TCP,8080,http-alt", "UDP,53,domain",
            "UDP,5353,mdns"})
    void wellKnownPortsHaveTheirName(Protocol protocol, int port, String name) {
        assertEquals(Optional.of(name), ServiceNames.parse(LINES).name(protocol, port));
    }

    @Test
    void aNameGivesAllItsPorts() {
        assertEquals(List.of(80), ServiceNames.parse(LINES).ports("HTTP"));
        assertEquals(List.of(591, 8008, 8080), ServiceNames.parse(LINES).ports("http-alt"));
    }

    @Test
    void anUnassignedPortHasNoName() {
        assertEquals(Optional.empty(), ServiceNames.parse(LINES).name(Protocol.TCP, 4));
    }

    @Test
    void everyLineIsACommentOrAPortProtocolAndName() {
        List<String> odd = LINES.stream().filter(line -> !line.startsWith("#") && !line.matches("[1-9]\\d{0,4}\t(tcp|udp)\t[!-~]+"))
                .toList();
        assertEquals(List.of(), odd);
    }

    @Test
    void noPortIsListedTwice() {
        List<String> keys = LINES.stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf('\t'))).toList();
        Set<String> once = new TreeSet<>(keys);
        assertEquals(once.size(), keys.size());
    }

    private static List<String> lines() {
        try (InputStream in = PortNamesResourceTest.class.getResourceAsStream("/quaywatch/ports/names.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
