package quaywatch.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.HostFacts;

/** Answers for the machine itself, so that nobody is asked for its own addresses; hands all others on. Any thread. */
public final class OwnHostNames implements HostNames {

    private static final String LOOPBACK = "localhost";
    /** A workstation changes its addresses when it changes its network. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private record Own(String name, Set<Address> addresses, Instant until) {}

    private final HostSource host;
    private final HostNames others;
    private final InstantSource clock;
    private @Nullable Own own;

    /**
     * @param host    tells the name and the addresses of the machine
     * @param others  asked for all other addresses
     */
    public OwnHostNames(HostSource host, HostNames others, InstantSource clock) {
        this.host = host;
        this.others = others;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(Address address) {
        Address plain = address.unmapped();
        if (plain.isLoopback()) {
            return Optional.of(LOOPBACK);
        }
        Own now = own();
        return now.addresses.contains(plain) && !now.name.isEmpty() ? Optional.of(now.name) : others.find(plain);
    }

    private synchronized Own own() {
        Instant now = clock.instant();
        Own known = own;
        // The second where the clock was set back.
        if (known == null || now.isAfter(known.until) || now.isBefore(known.until.minus(GOOD_FOR))) {
            HostFacts facts = host.read();
            Set<Address> addresses = new HashSet<>();
            facts.interfaces().forEach(one -> one.addresses().forEach(address -> addresses.add(address.unmapped())));
            known = new Own(facts.name(), addresses, now.plus(GOOD_FOR));
            own = known;
        }
        return known;
    }
}
