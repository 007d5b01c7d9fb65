package quaywatch.control;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;
import quaywatch.model.User;

/**
 * Writes down what a stop does: before anything is sent what it will hit, for afterwards nobody can tell any more, and how it ended once that
 * is known. What can't be written is told, and done all the same. Safe to use from several threads.
 */
public final class Recorder {

    /** Writes nothing down. */
    public static final Recorder NONE = new Recorder(Journal.NONE, Launches.OF_FACTS, Deed.Means.COMMAND_LINE, null, InstantSource.system(),
            _ -> {});

    /** So many processes of one deed are told one by one. */
    static final int MOST = 400;
    /** For so many characters their command lines are told exactly. */
    static final int ROOM = 200_000;
    /** That much is told of the others. */
    private static final int BRIEF = 200;

    private final Journal journal;
    private final Launches launches;
    private final Deed.Means means;
    private final @Nullable User by;
    private final InstantSource clock;
    private final Consumer<Optional<Journal.Trouble>> written;

    /**
     * @param by       who runs Quaywatch; null where not known
     * @param written  hears after each writing what went wrong, or that nothing did, on the thread of the stop
     */
    public Recorder(Journal journal, Launches launches, Deed.Means means, @Nullable User by, InstantSource clock,
            Consumer<Optional<Journal.Trouble>> written) {
        this.journal = journal;
        this.launches = launches;
        this.means = means;
        this.by = by;
        this.clock = clock;
        this.written = written;
    }

    /** Writes down that this order is about to be carried out. */
    Entry begin(StopOrder order) {
        Entry entry = new Entry(new Deed(UUID.randomUUID().toString(), clock.instant(), by, means, order.way().kind(), service(order.way()),
                ports(order), stopped(order), false, null, ""));
        entry.write();
        return entry;
    }

    /**
     * Writes down that a connection was closed, once that is known: it can't be started again, so nothing is lost before. Nothing where nothing was
     * sent and nobody was asked.
     *
     * @param owner  who holds its near end
     */
    public void closed(Socket connection, Owner owner, CloseOutcome outcome) {
        Deed.Result result = switch (outcome) {
            case CloseOutcome.Closed _ -> Deed.Result.ENDED;
            case CloseOutcome.StillOpen _ -> Deed.Result.STILL_OPEN;
            case CloseOutcome.Failed _ -> Deed.Result.FAILED;
            case CloseOutcome.Cancelled _ -> Deed.Result.DECLINED;
            case CloseOutcome.AlreadyGone _,CloseOutcome.NotPermitted _,CloseOutcome.Unsupported _ -> null;
            case CloseOutcome.OtherSocket _,CloseOutcome.Refused _ -> null;
        };
        if (result != null) {
            String note = outcome instanceof CloseOutcome.Failed(String cause) ? cause : "";
            written.accept(journal.write(Deed.closing(UUID.randomUUID().toString(), clock.instant(), by, means,
                    new Deed.Connection(connection.local().toString(), connection.remote().toString(),
                            names(owner).collect(Collectors.joining(", "))),
                    result, note)));
        }
    }

    private static List<Deed.Port> ports(StopOrder order) {
        return Stream.concat(Stream.of(new Deed.Port(order.protocol(), order.port())).filter(port -> port.port() > 0),
                order.closesToo().stream().map(other -> new Deed.Port(other.protocol(), other.port()))).distinct().toList();
    }

    private List<Deed.Stopped> stopped(StopOrder order) {
        List<Deed.Stopped> all = new ArrayList<>();
        int room = ROOM;
        for (ProcessFacts who : order.targets().stream().map(Target::holder).limit(MOST).toList()) {
            Launch launch = launches.of(who);
            Launch kept = launch.length() <= room ? launch : launch.brief(BRIEF);
            room -= kept == launch ? launch.length() : 0;
            all.add(new Deed.Stopped(who.id(), who.name(), kept, who.user(), who.belongsTo()));
        }
        return all;
    }

    private static @Nullable Belonging service(Way way) {
        return way instanceof Way.Stop(Service service) ? switch (service) {
            case Service.Unit(String name, boolean user, _) -> new Belonging.Unit(name, user);
            case Service.Container(String runtime, _, String name, _, _, _) -> new Belonging.Container(name, runtime);
        } : null;
    }

    /** One deed, as it stands in the journal. Used by one thread. */
    final class Entry {

        private Deed deed;

        private Entry(Deed deed) {
            this.deed = deed;
        }

        /** Writes down how it ended; a later end takes the place of one before. */
        void ended(Outcome outcome, boolean forced) {
            deed = deed.ended(forced || deed.forced(), Deed.Result.of(outcome), note(outcome));
            write();
        }

        private void write() {
            written.accept(journal.write(deed));
        }
    }

    private static String note(Outcome outcome) {
        return switch (outcome) {
            case Outcome.PortStillHeld(List<Owner> by, _) -> by.stream().flatMap(Recorder::names).collect(Collectors.joining(", "));
            case Outcome.RespawnedBy(Owner by, _, _) -> names(by).collect(Collectors.joining(", "));
            case Outcome.Failed(String cause) -> cause;
            case Outcome.Ended _,Outcome.StillRunning _,Outcome.NotPermitted _,Outcome.AlreadyGone _,Outcome.PidReused _ -> "";
            case Outcome.Refused _,Outcome.Cancelled _ -> "";
        };
    }

    private static Stream<String> names(Owner owner) {
        return switch (owner) {
            case Owner.Processes(List<ProcessFacts> holders) -> holders.stream().map(who -> who.name() + " " + who.id().pid());
            case Owner.Service(Belonging belonging, _) -> Stream.of(belonging.name());
            case Owner.UserOnly _,Owner.Kernel _,Owner.Unknown _ -> Stream.empty();
        };
    }
}
