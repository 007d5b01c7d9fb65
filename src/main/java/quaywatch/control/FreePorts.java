package quaywatch.control;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import quaywatch.control.PortAnswer.Offer;
import quaywatch.model.Address;
import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.model.PortRules;

/** Looks for ports to take in place of one that can't be used, by binding them. Outside the ephemeral range, as a client may get those. */
final class FreePorts {

    private static final int LAST = 65_535;
    private static final int MOST_TRIED = 200;
    private static final int LIKENESS = 1_000;

    private final PortProbe probe;
    private final PortAnswer answer;
    private final List<Address> addresses;
    private final int least;

    FreePorts(PortProbe probe, PortAnswer answer) {
        this.probe = probe;
        this.answer = answer;
        this.addresses = answer.binds().stream().map(PortAnswer.TestBind::address).toList();
        this.least = answer.verdict() == PortAnswer.Verdict.NOT_PERMITTED
                ? answer.rules().told().map(PortRules.Limits::unprivilegedFrom).orElse(PortClass.REGISTERED.range().first())
                : 1;
    }

    /** Next above and next below in the same range of RFC 6335, then one with the same last digits; none twice. */
    List<Offer> find() {
        int port = answer.port();
        PortRange range = PortClass.of(Math.max(port, least)).range();
        List<Offer> found = new ArrayList<>();
        add(found, Offer.Kind.ABOVE, IntStream.rangeClosed(Math.max(port + 1, least), range.last()));
        int first = Math.max(Math.max(range.first(), least), 1);
        add(found, Offer.Kind.BELOW, IntStream.iterate(port - 1, it -> it >= first, it -> it - 1));
        add(found, Offer.Kind.ALIKE, IntStream.iterate(port + LIKENESS, it -> it <= LAST, it -> it + LIKENESS).filter(it -> it >= least));
        return found;
    }

    private void add(List<Offer> found, Offer.Kind kind, IntStream candidates) {
        OptionalInt free = candidates.filter(it -> found.stream().noneMatch(offer -> offer.port() == it)).filter(this::steady)
                .limit(MOST_TRIED).filter(it -> probe.test(answer.protocol(), it, addresses).free()).findFirst();
        free.ifPresent(port -> found.add(new Offer(port, kind)));
    }

    private boolean steady(int port) {
        PortRange ephemeral = answer.rules().ephemeral();
        return !ephemeral.contains(port) || ephemeral.contains(answer.port());
    }
}
