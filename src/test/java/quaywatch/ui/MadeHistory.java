package quaywatch.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import quaywatch.model.Cast;
import quaywatch.model.Cast.Member;
import quaywatch.model.Endpoint;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.model.Parts;
import quaywatch.model.SampleRow;
import quaywatch.model.Slice;

/**
 * A history in which the first process moves 1 kB a second in and the second one twice that out; from a moment on a third one moves more than
 * both.
 */
final class MadeHistory {

    private static final int SECONDS = 300;

    private MadeHistory() {}

    /**
     * Five minutes of it.
     *
     * @param names  of the three processes
     * @param late   seconds before the end from which the third one moves
     */
    static History until(Instant end, List<String> names, int late) {
        return until(end, names, List.of("10.0.0.7:0", "127.0.0.1:0", "93.184.215.14:0"), late);
    }

    /**
     * The same with other hosts.
     *
     * @param hosts  whom each of the processes is connected with
     */
    static History until(Instant end, List<String> names, List<String> hosts, int late) {
        List<Slice> slices = new ArrayList<>();
        for (int second = SECONDS; second > 0; second--) {
            Instant from = end.minusSeconds(second);
            long third = second <= late ? 9_000 : 0;
            Parts parts = Parts.of(new int[]{0, 1, 2}, new long[]{1_000, 0, third}, new long[]{0, 2_000, 0});
            slices.add(Slice.of(from, from.plusSeconds(1), Map.ofEntries(Map.entry(Gauge.ESTABLISHED, 5.0 + second % 7),
                    Map.entry(Gauge.LISTENING, 4.0), Map.entry(Gauge.OPENED, second % 10 == 0 ? 3.0 : 0.0),
                    Map.entry(Gauge.CLOSED, second % 10 == 5 ? 3.0 : 0.0), Map.entry(Gauge.RESENT, second % 60 == 0 ? 1.0 : 0.0),
                    Map.entry(Gauge.INTERFACE_IN, 1_500.0 + third), Map.entry(Gauge.INTERFACE_OUT, 1_900.0),
                    Map.entry(Gauge.NETWORK_IN, 1_000.0 + third), Map.entry(Gauge.NETWORK_OUT, 2_000.0),
                    Map.entry(Gauge.PAYLOAD_IN, 1_000.0 + third), Map.entry(Gauge.PAYLOAD_OUT, 2_000.0)), parts, parts, parts));
        }
        return new History(slices, List.of("eth0"), new Cast<>(List.of(process(0, names), process(1, names), process(2, names))),
                new Cast<>(List.of(new Member<>(0, 443), new Member<>(1, 8_080), new Member<>(2, 80))),
                new Cast<>(List.of(host(0, hosts.get(0)), host(1, hosts.get(1)), host(2, hosts.get(2)))));
    }

    private static Member<Owner> process(int number, List<String> names) {
        return new Member<>(number,
                new Owner.Processes(List.of(SampleRow.process(100 + number, names.get(number), names.get(number), null))));
    }

    private static Member<Endpoint> host(int number, String address) {
        return new Member<>(number, SampleRow.endpoint(address));
    }
}
