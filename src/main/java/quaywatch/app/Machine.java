package quaywatch.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import quaywatch.collect.HostNames;
import quaywatch.collect.HostSource;
import quaywatch.collect.InterfaceSource;
import quaywatch.collect.ProcessSource;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSource;
import quaywatch.control.ConnectionCloser;
import quaywatch.control.Journal;
import quaywatch.control.Launches;
import quaywatch.control.Lever;
import quaywatch.control.PortProbe;
import quaywatch.control.ServiceLever;
import quaywatch.control.Supervisors;
import quaywatch.model.PortRange;
import quaywatch.model.User;

/**
 * All contact with the machine, gathered in one value. Its parts are handed on, never itself; another one serves tests.
 *
 * @param sockets     makes the source of sockets; each loop needs one of its own
 * @param interfaces  makes the source of interface counters, likewise
 * @param events      makes the source of what ends between two looks, likewise
 * @param host        facts that hardly change
 * @param ephemeral   the range client ports come from
 * @param processes   facts of processes
 * @param lever       the way to processes
 * @param services    the way to units and containers
 * @param supervisors tell who would start a process again
 * @param closer      closes single connections
 * @param launches    tell how a process was started
 * @param journal     opens what was done here in a state folder; without one it is kept as long as the program runs
 * @param probe       test binds
 * @param user        who runs Quaywatch; empty where not known
 * @param names       what hosts are called; asks only when it is called
 * @param browser     hands an address to the user's browser; false where that can't be done; may block
 * @param clock       the time
 * @param past        lets somebody look once for each step of a past that can be seen before the present; does nothing where none can
 */
public record Machine(Supplier<SocketSource> sockets, Supplier<InterfaceSource> interfaces, Supplier<SocketEvents> events, HostSource host,
        Supplier<PortRange> ephemeral, ProcessSource processes,
        Lever lever, ServiceLever services, Supervisors supervisors, Launches launches, Function<Optional<Path>, Journal> journal,
        ConnectionCloser closer, PortProbe probe, Supplier<Optional<User>> user, HostNames names,
        Predicate<String> browser, Clock clock,
        Consumer<Runnable> past) {}
