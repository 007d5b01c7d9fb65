package quaywatch.view;

import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Rates;

/** The columns of what goes through connections, and how well. */
final class FlowColumns {

    static final Column IN = rate("in", Rates::in);
    static final Column OUT = rate("out", Rates::out);
    static final Column TREND = Column.<Long>of("trend", line -> value(line.rates(), Rates::total)).draws(Trend.RATE)
            .filter(MeasureFilters::rate)
            .lack((line, words) -> line.rates() == null ? FlowText.lack(line, words) : null)
            .text((line, wording, _) -> FlowText.rate(value(line.rates(), Rates::total), wording.words()));
    static final Column RTT = Column.<Long>of("rtt", FlowText::rtt).right().mono().muted(line -> FlowText.rtt(line) == null)
            .filter(MeasureFilters::rtt)
            .head((group, words) -> FlowText.rtt(group.worstRtt(), words))
            .lack((line, words) -> FlowText.rtt(line) == null ? FlowText.lack(line, words) : null)
            .text((line, wording, _) -> FlowText.rtt(FlowText.rtt(line), wording.words()));
    static final Column RTT_TREND = Column.<Long>of("rtttrend", FlowText::rtt).draws(Trend.RTT).filter(MeasureFilters::rtt)
            .lack((line, words) -> FlowText.rtt(line) == null ? FlowText.lack(line, words) : null)
            .text((line, wording, _) -> FlowText.rtt(FlowText.rtt(line), wording.words()));
    static final Column RETRANSMITS = Column.<Long>of("retrans", FlowText::retransmits).right().mono().optional()
            .filter(MeasureFilters::retransmits)
            .muted(line -> !FlowText.isSome(FlowText.retransmits(line)))
            .lack((line, words) -> FlowText.retransmits(line) == null ? FlowText.lack(line, words) : null)
            .text((line, wording, _) -> FlowText.count(FlowText.retransmits(line), wording.words()));
    /** Busiest first, so that ascending is what the texts say. */
    static final Column IDLE = Column.<Long>of("idle", line -> FlowText.negated(FlowText.lastActive(line))).right().mono().optional()
            .muted(_ -> true).filterAt(MeasureFilters::idle)
            .lack((line, words) -> FlowText.lastActive(line) == null ? FlowText.lack(line, words) : null)
            .text((line, wording, now) -> FlowText.idle(line, wording.words(), now));

    private FlowColumns() {}

    private static Column rate(String id, ToLongFunction<Rates> side) {
        return Column.<Long>of(id, line -> value(line.rates(), side)).right().mono().filter(MeasureFilters::rate)
                .muted(line -> !FlowText.isSome(value(line.rates(), side)))
                .head((group, words) -> FlowText.rate(value(group.rates(), side), words))
                .lack((line, words) -> line.rates() == null ? FlowText.lack(line, words) : null)
                .text((line, wording, _) -> FlowText.rate(value(line.rates(), side), wording.words()));
    }

    private static @Nullable Long value(@Nullable Rates rates, ToLongFunction<Rates> side) {
        return rates == null ? null : (Long) side.applyAsLong(rates);
    }
}
