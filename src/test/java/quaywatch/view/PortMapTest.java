package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.model.Closed;
import quaywatch.model.History;
import quaywatch.model.PortClass;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class PortMapTest {

    private static final Instant NOW = SampleRow.START;

    @Test
    void everyUseIsToldApart() {
        PortMap map = map(SampleRow.listener("0.0.0.0:80"), SampleRow.listener("10.0.0.1:81"), SampleRow.listener("127.0.0.1:82"),
                SampleRow.listener("127.0.0.1:83").namespace(7), SampleRow.socket(Protocol.TCP, "127.0.0.1:84", "", SocketState.BOUND),
                SampleRow.connection("127.0.0.1:85", "127.0.0.1:82"),
                SampleRow.socket(Protocol.TCP, "127.0.0.1:86", "127.0.0.1:82", SocketState.TIME_WAIT),
                SampleRow.connection("127.0.0.1:87", "127.0.0.1:82").closed(NOW), SampleRow.udp("0.0.0.0:88"));
        List<PortUse> uses = IntStream.rangeClosed(80, 87).mapToObj(map::use).toList();
        assertEquals(List.of(PortUse.EVERY_INTERFACE, PortUse.ONE_ADDRESS, PortUse.THIS_MACHINE, PortUse.NAMESPACE, PortUse.BOUND,
                PortUse.CONNECTED, PortUse.TIME_WAIT, PortUse.RECENT), uses);
        // UDP that is bound is at its normal work.
        assertEquals(PortUse.EVERY_INTERFACE, map.use(88));
        assertNull(map.use(89));
    }

    @Test
    void theStrongestUseSaysWhatAPortIs() {
        PortMap map = map(SampleRow.connection("127.0.0.1:80", "127.0.0.1:999"), SampleRow.listener("127.0.0.1:80"),
                SampleRow.listener("0.0.0.0:80"), SampleRow.connection("127.0.0.1:80", "127.0.0.1:998").closed(NOW));
        assertEquals(PortUse.EVERY_INTERFACE, map.use(80));
        assertEquals(1, map.count(PortUse.EVERY_INTERFACE));
        assertEquals(0, map.count(PortUse.THIS_MACHINE) + map.count(PortUse.CONNECTED) + map.count(PortUse.RECENT));
        assertEquals(List.of("0.0.0.0:80", "127.0.0.1:80", "127.0.0.1:80", "127.0.0.1:80"),
                map.at(80).stream().map(row -> row.socket().local().toString()).toList());
        assertEquals(true, map.at(80).getLast().isClosed());
    }

    @Test
    void usesCanBeLeftOut() {
        PortMap map = map(SampleRow.listener("0.0.0.0:80"), SampleRow.connection("127.0.0.1:80", "127.0.0.1:999"));
        assertEquals(PortUse.CONNECTED, map.use(80, PortMap.mask(Set.of(PortUse.EVERY_INTERFACE))));
        assertNull(map.use(80, PortMap.mask(Set.of(PortUse.EVERY_INTERFACE, PortUse.CONNECTED))));
    }

    @Test
    void whatClosedLongerAgoWasUsedLately() {
        Row closed = SampleRow.connection("127.0.0.1:50000", "127.0.0.1:82").closed(NOW.minusSeconds(60)).row();
        Snapshot snapshot = snapshot(List.of()).withClosed(new Closed(List.of(closed), 0));
        PortMap map = PortMap.of(snapshot, ViewState.of(Scope.ALL), NOW);
        assertEquals(PortUse.RECENT, map.use(50_000));
        assertEquals(0, map.used(PortClass.DYNAMIC.range()));
    }

    @Test
    void protocolsAreLeftOutAndRawSocketsHaveNoPort() {
        Snapshot snapshot = snapshot(Stream.of(SampleRow.udp("0.0.0.0:53"), SampleRow.listener("0.0.0.0:80"),
                SampleRow.socket(Protocol.RAW, "0.0.0.0:0", "", SocketState.BOUND)).map(SampleRow::row).toList());
        PortMap map = PortMap.of(snapshot, ViewState.of(Scope.ALL).withProtocols(Set.of(Protocol.TCP)), NOW);
        assertNull(map.use(53));
        assertNull(map.use(0));
        assertEquals(1, map.used(PortClass.WELL_KNOWN.range()));
    }

    @Test
    void tellsWhichPortsChanged() {
        PortMap before = map(SampleRow.listener("0.0.0.0:80"), SampleRow.listener("0.0.0.0:65535"), SampleRow.listener("0.0.0.0:1"));
        PortMap after = map(SampleRow.listener("127.0.0.1:80"), SampleRow.listener("0.0.0.0:1"), SampleRow.udp("0.0.0.0:2"));
        assertArrayEquals(new int[]{2, 80, 65_535}, after.changes(before));
        assertArrayEquals(new int[0], after.changes(after));
        assertArrayEquals(new int[]{1, 80, 65_535}, before.changes(PortMap.NONE));
    }

    private static PortMap map(SampleRow... rows) {
        return PortMap.of(snapshot(Stream.of(rows).map(SampleRow::row).toList()), ViewState.of(Scope.ALL), NOW);
    }

    private static Snapshot snapshot(List<Row> rows) {
        return new Snapshot(1, NOW, rows, History.EMPTY, new SourceReport("/proc", Duration.ZERO, 0, 0, true, List.of()));
    }
}
