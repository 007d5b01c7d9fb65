package quaywatch.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Address;
import quaywatch.model.HostFacts;
import quaywatch.model.PortRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HostNamesTest {

    private final List<Address> asked = new ArrayList<>();
    private int readings;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private String own = "quay";
    private final HostNames names = new OwnHostNames(this::facts, address -> {
        asked.add(address);
        return Optional.of("other.example");
    }, () -> now);

    private HostFacts facts() {
        readings++;
        return new HostFacts(own, "", "", new PortRange(1, 2),
                List.of(new HostFacts.Interface("eth0", List.of(address("192.168.1.24"), address("2001:db8::24")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "::1", "::ffff:127.0.0.1"})
    void loopbackIsAnsweredHere(String address) {
        assertEquals(Optional.of("localhost"), names.find(address(address)));
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.24", "2001:db8::24", "::ffff:192.168.1.24"})
    void theMachinesOwnAddressesAreAnsweredHere(String address) {
        assertEquals(Optional.of("quay"), names.find(address(address)));
        assertEquals(List.of(), asked);
    }

    @Test
    void allOthersAreHandedOn() {
        assertEquals(Optional.of("other.example"), names.find(address("192.168.1.25")));
        assertEquals(List.of(address("192.168.1.25")), asked);
    }

    @Test
    void aMachineWithoutANameIsAskedForLikeAnyOther() {
        own = "";
        assertEquals(Optional.of("other.example"), names.find(address("192.168.1.24")));
    }

    @Test
    void itsOwnAddressesAreReadOnceAMinute() {
        for (int i = 0; i < 5; i++) {
            names.find(address("10.0.0.1"));
        }
        assertEquals(1, readings);
        now = now.plusSeconds(61);
        names.find(address("10.0.0.1"));
        assertEquals(2, readings);
    }

    @Test
    void itsOwnAddressesAreReadAgainWhereTheClockWasSetBack() {
        names.find(address("10.0.0.1"));
        now = now.minus(Duration.ofHours(1));
        names.find(address("10.0.0.1"));
        assertEquals(2, readings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "fe80::1", "169.254.7.7", "224.0.0.251", "ff02::fb"})
    void theSystemIsNotAskedForWhatHasNoNameOutsideItsNetwork(String address) {
        assertEquals(Optional.empty(), new SystemHostNames().find(address(address)));
    }

    @Test
    void theSystemKnowsLoopback() {
        // Every machine that builds this has a line for it in its hosts file.
        assertEquals(true, new SystemHostNames().find(address("127.0.0.1")).filter(name -> name.contains("local")).isPresent());
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }
}
