package quaywatch.monitor;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import quaywatch.model.InterfaceCounters;
import quaywatch.monitor.InterfaceRates.Rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.monitor.Scene.START;

class InterfaceRatesTest {

    private final InterfaceRates rates = new InterfaceRates();
    private final Instant later = START.plusSeconds(2);

    @BeforeEach
    void firstLook() {
        assertEquals(Rate.UNKNOWN, rates.between(List.of(eth(1_000, 2_000), loopback(5_000), of("wlan0", 10, 10)), START));
    }

    @Test
    void isTheSumOverAllButLoopbackPerSecond() {
        assertEquals(new Rate(55, 110), rates.between(List.of(eth(1_100, 2_200), loopback(9_000), of("wlan0", 20, 30)), later));
    }

    @Test
    void interfaceThatCountsFromAnewIsLeftOutOnce() {
        assertEquals(new Rate(5, 5), rates.between(List.of(eth(0, 2_200), of("wlan0", 20, 20)), later));
        assertEquals(new Rate(51, 0), rates.between(List.of(eth(102, 2_200), of("wlan0", 20, 20)), later.plusSeconds(2)));
    }

    @Test
    void interfaceThatIsGoneOrNewIsLeftOut() {
        assertEquals(new Rate(50, 0), rates.between(List.of(eth(1_100, 2_000), of("tun0", 1_000_000, 1_000_000)), later));
        assertEquals(new Rate(0, 0.5), rates.between(List.of(eth(1_100, 2_000), of("tun0", 1_000_000, 1_000_001)), later.plusSeconds(2)));
    }

    @Test
    void isUnknownWhereNothingCanBeCompared() {
        assertEquals(Rate.UNKNOWN, rates.between(List.of(), later));
        assertEquals(Rate.UNKNOWN, rates.between(List.of(eth(1, 1)), later.plusSeconds(1)));
        assertEquals(Rate.UNKNOWN, rates.between(List.of(loopback(1)), later.plusSeconds(2)));
    }

    @Test
    void isUnknownWhereTheClockDidNotGoOn() {
        assertEquals(Rate.UNKNOWN, rates.between(List.of(eth(1_100, 2_200)), START));
        assertEquals(Rate.UNKNOWN, rates.between(List.of(eth(1_200, 2_200)), START.minusSeconds(1)));
        assertEquals(new Rate(10, 0), rates.between(List.of(eth(1_210, 2_200)), START));
    }

    private static InterfaceCounters eth(long received, long sent) {
        return of("eth0", received, sent);
    }

    private static InterfaceCounters loopback(long bytes) {
        return new InterfaceCounters("lo", bytes, bytes, true);
    }

    private static InterfaceCounters of(String name, long received, long sent) {
        return new InterfaceCounters(name, received, sent, false);
    }
}
