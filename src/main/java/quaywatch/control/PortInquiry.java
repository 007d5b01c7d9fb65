package quaywatch.control;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import quaywatch.control.PortAnswer.TestBind;
import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.PortRules;
import quaywatch.model.Protocol;
import quaywatch.model.Snapshot;
import quaywatch.model.User;

/**
 * Answers "why can't I use this port?". The binds come first: they are the truth, the look at the machine afterwards explains them.
 * Blocks for a scan and the binds; safe to use from several threads.
 */
public final class PortInquiry {

    private static final Address LOOPBACK_V4 = Address.v4(0x7f00_0001);
    private static final Address LOOPBACK_V6 = Address.v6(0, 1);
    /** Of a machine with many addresses not all are worth a bind. */
    private static final int OWN_ADDRESSES = 3;

    private final PortProbe probe;
    private final Supplier<Snapshot> look;
    private final Supplier<PortRules> rules;
    private final Supplier<Optional<User>> user;
    private final InstantSource clock;

    /**
     * @param look   looks at the machine anew
     * @param rules  reads the rules of the system anew
     * @param user   who asks
     */
    public PortInquiry(PortProbe probe, Supplier<Snapshot> look, Supplier<PortRules> rules, Supplier<Optional<User>> user,
            InstantSource clock) {
        this.probe = probe;
        this.look = look;
        this.rules = rules;
        this.user = user;
        this.clock = clock;
    }

    /** Tests and explains one port from 1 to 65535. */
    public PortAnswer ask(Protocol protocol, int port) {
        PortRules system = rules.get();
        PortAnswer answer = once(protocol, port, system);
        if (answer.puzzling()) {
            // What held the port may have let go between bind and look, or taken it: once more.
            answer = once(protocol, port, system);
        }
        return switch (answer.verdict()) {
            case FREE, WITH_REUSE -> answer;
            case PARTLY, HELD, NOT_PERMITTED, NOT_TESTED -> answer.with(new FreePorts(probe, answer).find());
        };
    }

    private PortAnswer once(Protocol protocol, int port, PortRules system) {
        List<Address> addresses = addresses(system);
        Instant now = clock.instant();
        List<PortProbe.Bind> shared = probe.test(protocol, port, addresses).binds();
        List<PortProbe.Bind> alone = probe.testAlone(protocol, port, addresses).binds();
        List<TestBind> binds = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            binds.add(new TestBind(shared.get(i).address(), shared.get(i).verdict(), alone.get(i).verdict()));
        }
        return new PortExplainer(protocol, port, available(binds), look.get(), system).explain(now, user.get().orElse(null));
    }

    /** A family that this machine does not have is not worth telling. */
    private static List<TestBind> available(List<TestBind> binds) {
        return binds.stream().filter(bind -> bind.verdict() != PortProbe.Verdict.NOT_AVAILABLE).toList();
    }

    /** Link-local addresses can't be bound without their interface; the wildcard covers them. */
    private static List<Address> addresses(PortRules system) {
        Set<Address> addresses = new LinkedHashSet<>(List.of(Address.ANY_V4, LOOPBACK_V4));
        List<Address> own = system.addresses().stream().filter(address -> !address.isLoopback() && !linkLocal(address))
                .limit(OWN_ADDRESSES).toList();
        own.stream().filter(address -> address.family() == Family.IPV4).forEach(addresses::add);
        addresses.addAll(List.of(Address.ANY_V6, LOOPBACK_V6));
        own.stream().filter(address -> address.family() == Family.IPV6).forEach(addresses::add);
        return List.copyOf(addresses);
    }

    private static boolean linkLocal(Address address) {
        return address.family() == Family.IPV6 && address.high() >>> 54 == 0xfe80 >>> 6;
    }
}
