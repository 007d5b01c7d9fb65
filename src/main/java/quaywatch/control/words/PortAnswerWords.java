package quaywatch.control.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import quaywatch.control.PortAnswer;
import quaywatch.control.PortAnswer.Offer;
import quaywatch.control.PortAnswer.RuledOut;
import quaywatch.control.PortAnswer.TestBind;
import quaywatch.control.PortProbe;
import quaywatch.control.Reason;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.text.Words;

/** Says why a port can't be used, in plain sentences. All text is safe to show. */
public final class PortAnswerWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Words words;
    private final Naming naming;
    private final ReasonWords reasons;
    private final ZoneId zone;

    /** @param zone  in which times of day are told */
    public PortAnswerWords(Words words, ZoneId zone) {
        this.words = words;
        this.naming = new Naming(words);
        this.reasons = new ReasonWords(words, naming, zone);
        this.zone = zone;
    }

    /** The verdict: a few words, and the sentence that says why. */
    public Line verdict(PortAnswer answer) {
        String title = words.get("control.why.verdict." + answer.verdict().name(), naming.head(answer.protocol(), answer.port()));
        return new Line(title, switch (answer.verdict()) {
            case FREE -> answer.reasons().isEmpty()
                    ? words.get("control.why.free")
                    : words.get("control.why.free.but", reasons.of(answer, answer.reasons().getFirst()).title());
            case PARTLY -> words.get("control.why.partly", first(answer), addresses(answer.addresses(PortProbe.Verdict.FREE)));
            case WITH_REUSE, HELD, NOT_PERMITTED -> words.get("control.why.sentence", first(answer));
            case NOT_TESTED -> words.get("control.why.notTested");
        });
    }

    private String first(PortAnswer answer) {
        return answer.reasons().isEmpty() ? words.get("control.why.noReason") : reasons.of(answer, answer.reasons().getFirst()).title();
    }

    /** A reason: what it is, what follows, and a command that helps. */
    public Line reason(PortAnswer answer, Reason reason) {
        return reasons.of(answer, reason);
    }

    /** {@code tested 14:05:20, as mira}. */
    public String tested(PortAnswer answer) {
        String time = time(answer.tested());
        return answer.user() == null
                ? words.get("control.why.tested", time)
                : words.get("control.why.testedAs", time, Naming.safe(answer.user().name()));
    }

    private String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    /** {@code 0.0.0.0}, {@code [::] both}. */
    public String address(Address address) {
        String host = new Endpoint(address, 0).host();
        return address.equals(Address.ANY_V6) ? words.get("control.why.bothFamilies", host) : host;
    }

    /** {@code in use}. */
    public String result(TestBind bind) {
        boolean onlyShared = bind.verdict() == PortProbe.Verdict.FREE && bind.alone() == PortProbe.Verdict.IN_USE;
        return words.get(onlyShared ? "control.why.bind.reuse" : "control.why.bind." + bind.verdict().name());
    }

    /** What was looked at and is not the reason, in one line; empty if there is nothing of that. */
    public String ruledOut(PortAnswer answer) {
        List<String> parts = new ArrayList<>();
        for (RuledOut out : answer.ruledOut()) {
            parts.add(words.get("control.why.not." + out.name(),
                    Integer.toString(answer.rules().told().map(limits -> limits.unprivilegedFrom()).orElse(0)),
                    answer.rules().ephemeral().toString()));
        }
        return parts.isEmpty() ? "" : words.get("control.why.ruledOut", capital(String.join("; ", parts)));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code next above}. */
    public String offer(Offer offer) {
        return words.of("control.why.offer", offer.kind());
    }

    private String addresses(List<Address> addresses) {
        return naming.list(addresses.stream().map(this::address).toList());
    }
}
