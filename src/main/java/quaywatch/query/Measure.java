package quaywatch.query;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Live;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.TcpInfo;

/** What is measured of a connection and can be compared with a limit. */
public enum Measure {
    /** Bytes a second, in and out together. */
    RATE(Scale.BYTES),
    /** Smoothed round-trip time in microseconds. */
    RTT(Scale.MICROS),
    /** How long no payload has gone either way, in milliseconds; for a closed connection, until it closed. */
    IDLE(Scale.MILLIS),
    /** Segments sent again. */
    RETRANS(Scale.COUNT);

    /** The value where there is none; no comparison holds for it. */
    static final long UNKNOWN = -1;

    private final Scale scale;

    Measure(Scale scale) {
        this.scale = scale;
    }

    Scale scale() {
        return scale;
    }

    long of(Row row, Instant now) {
        Live live = row.live();
        TcpInfo tcp = row.socket().tcp();
        return switch (this) {
            case RATE -> total(live.rates());
            case RTT -> tcp == null || tcp.rttMicros() == 0 ? UNKNOWN : tcp.rttMicros();
            case RETRANS -> tcp == null ? UNKNOWN : tcp.retransmits();
            case IDLE -> tcp == null || tcp.lastActiveMillis() <= 0
                    ? UNKNOWN
                    : Math.max(0, (live.closed() == null ? now : live.closed()).toEpochMilli() - tcp.lastActiveMillis());
        };
    }

    private static long total(@Nullable Rates rates) {
        return rates == null ? UNKNOWN : rates.total();
    }
}
