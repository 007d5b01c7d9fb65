package quaywatch.control;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.PortRules;
import quaywatch.model.Protocol;
import quaywatch.model.User;

/**
 * The answer to "why can't I use this port?": test binds, which were done first and decide, and what explains them.
 *
 * @param protocol  TCP or UDP
 * @param port      1 to 65535
 * @param tested    when the binds were done
 * @param user      for whom; null where not known
 * @param binds     one for each address
 * @param verdict   what they come to
 * @param reasons   obstacles first
 * @param ruledOut  what was looked at and is not the reason
 * @param rules     of the system
 * @param instead   ports that were really bound, to take in its place; none if the port can be used
 */
public record PortAnswer(Protocol protocol, int port, Instant tested, @Nullable User user, List<TestBind> binds, Verdict verdict,
        List<Reason> reasons, List<RuledOut> ruledOut, PortRules rules, List<Offer> instead) {

    public PortAnswer {
        binds = List.copyOf(binds);
        reasons = List.copyOf(reasons);
        ruledOut = List.copyOf(ruledOut);
        instead = List.copyOf(instead);
    }

    PortAnswer with(List<Offer> offers) {
        return new PortAnswer(protocol, port, tested, user, binds, verdict, reasons, ruledOut, rules, offers);
    }

    /** The addresses at which the binds said so. */
    public List<Address> addresses(PortProbe.Verdict said) {
        return binds.stream().filter(bind -> bind.verdict() == said).map(TestBind::address).toList();
    }

    /** Whether some bind was refused as in use that nothing listed explains. */
    boolean puzzling() {
        return reasons.stream().anyMatch(Reason.Unexplained.class::isInstance);
    }

    /**
     * A real bind.
     *
     * @param verdict  as servers do it, with SO_REUSEADDR
     * @param alone    without that option; the same for UDP
     */
    public record TestBind(Address address, PortProbe.Verdict verdict, PortProbe.Verdict alone) {}

    /** What the test binds come to. */
    public enum Verdict {
        FREE,
        /** Free for programs that set SO_REUSEADDR. */
        WITH_REUSE,
        /** Free at some addresses, in use at others. */
        PARTLY, HELD,
        /** Not for this user. */
        NOT_PERMITTED,
        /** No bind could be tried. */
        NOT_TESTED
    }

    /** What is not the reason. */
    public enum RuledOut {
        HOLDER, CONNECTIONS, RIGHTS, RESERVED, EPHEMERAL, NAMESPACE
    }

    /** Another port that is free. */
    public record Offer(int port, Kind kind) {

        /** Why just this one. */
        public enum Kind {
            ABOVE, BELOW,
            /** The same last three digits. */
            ALIKE
        }
    }
}
