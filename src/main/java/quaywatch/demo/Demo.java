package quaywatch.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import quaywatch.collect.HostNames;
import quaywatch.collect.HostSource;
import quaywatch.collect.InterfaceSource;
import quaywatch.collect.ProcessSource;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.control.ConnectionCloser;
import quaywatch.control.Journal;
import quaywatch.control.Launches;
import quaywatch.control.Lever;
import quaywatch.control.MemoryJournal;
import quaywatch.control.PortProbe;
import quaywatch.control.ServiceLever;
import quaywatch.control.Supervisors;
import quaywatch.model.Address;
import quaywatch.model.HostFacts;
import quaywatch.model.PortRange;
import quaywatch.model.PortRules;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.SourceReport;

/** The made-up workstation, part by part. All parts share one world, so what is stopped stays stopped. */
public final class Demo {

    /** The range of Linux unless it is set otherwise. */
    private static final PortRange EPHEMERAL = new PortRange(32_768, 60_999);
    private static final String NAME = "demo";

    private final World world;
    private final Journal journal;

    public Demo(InstantSource clock) {
        world = new World(clock);
        journal = new MemoryJournal(Deeds.before(clock.instant()), null);
    }

    public SocketSource sockets() {
        return new SocketSource() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public SocketSample sample() {
                long begin = System.nanoTime();
                return new SocketSample(world.look(),
                        new SourceReport(NAME, Duration.ofNanos(System.nanoTime() - begin), 0, 0, true, List.of()));
            }
        };
    }

    /** Tells of the short connections that ended. */
    public SocketEvents events() {
        return new SocketEvents() {
            @Override
            public boolean tells() {
                return true;
            }

            @Override
            public Drained drain() {
                return new Drained(world.ended(), false);
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }

    /** Carries what the connections with other machines move, and some more. */
    public InterfaceSource interfaces() {
        return world::interfaces;
    }

    public HostSource host() {
        Address own = Address.parse("192.168.1.24").orElseThrow();
        return new HostSource() {
            @Override
            public HostFacts read() {
                return new HostFacts("workstation", "Linux", "6.12.0", EPHEMERAL,
                        List.of(new HostFacts.Interface("enp3s0", List.of(own))));
            }

            @Override
            public PortRules rules() {
                return new PortRules(EPHEMERAL, List.of(own), new PortRules.Limits(1_024, List.of()));
            }
        };
    }

    /** Every program has a line of parents, up to the first process. */
    public ProcessSource processes() {
        return new ProcessSource() {
            @Override
            public Optional<ProcessFacts> find(long pid) {
                return world.find(pid);
            }

            @Override
            public List<ProcessFacts> ancestors(ProcessId id) {
                return world.ancestors(id);
            }

            @Override
            public Optional<ProcessDetail> detail(ProcessId id) {
                List<ProcessFacts> line = ancestors(id);
                return line.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ProcessDetail(line, Family.terminal(line.getFirst()), 20 + id.pid() % 200, 1_024L));
            }
        };
    }

    /** Asks nobody. */
    public HostNames names() {
        return address -> Optional.ofNullable(Script.HOSTS.get(address.toString()));
    }

    public PortRange ephemeral() {
        return EPHEMERAL;
    }

    public Lever lever() {
        return new DemoLever(world);
    }

    public ConnectionCloser closer() {
        return new DemoCloser(world);
    }

    public Launches launches() {
        return Deeds::launch;
    }

    /** What was done before, and since. */
    public Journal journal() {
        return journal;
    }

    public Supervisors supervisors() {
        return new DemoSupervisors();
    }

    /** Ends the programs of a made-up service. */
    public ServiceLever services() {
        return service -> {
            world.endService(service.name());
            return new Lever.Sent.Delivered();
        };
    }

    /** Binds nothing: what it says is true of the made-up workstation. */
    public PortProbe probe() {
        return (Protocol protocol, int port, List<Address> addresses) -> new PortProbe.Result(
                addresses.stream().map(address -> new PortProbe.Bind(address, verdict(protocol, port, address))).toList());
    }

    private PortProbe.Verdict verdict(Protocol protocol, int port, Address address) {
        if (port < 1_024) {
            return PortProbe.Verdict.NOT_PERMITTED;
        }
        return world.holds(protocol, port, address) ? PortProbe.Verdict.IN_USE : PortProbe.Verdict.FREE;
    }
}
