package quaywatch.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import quaywatch.control.Journal;
import quaywatch.control.Patience;
import quaywatch.control.PortAnswer;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Here;

/** What the command line needs of the program around it. Made by {@code app}, so that commands know neither windows nor sources. */
public interface Program {

    /** From now on, stack traces of faults are shown too. */
    default void tellAll() {}

    /** The version as printed by {@code --version}, without the name. */
    String version();

    /**
     * A loop over the chosen source for one look, not started. Never fails: a source that does not work says so in its first snapshot.
     * Whoever opens it closes it.
     */
    SamplingLoop open(SourceChoice source);

    /** The same for many looks: counts what ends between them, too, and so takes a little longer to begin. */
    SamplingLoop watch(SourceChoice source);

    /** Waits. */
    void pause(Duration time);

    /** What ports are registered for. Reading them takes a while, so ask only if needed. */
    ServiceNames names();

    /** What a query can name on this machine. Takes a while too. */
    default Here here(SourceChoice source) {
        return new Here(names(), null, null, Clock.systemUTC());
    }

    /** Binds a port to see whether it can be used, then looks why not. Takes a while: the machine is looked at. */
    PortAnswer why(SourceChoice source, Protocol protocol, int port);

    /** What it takes to stop something. Takes a while: who runs Quaywatch is looked up. */
    Workshop workshop(SourceChoice source, Patience patience);

    /** What was done before. */
    Journal journal(SourceChoice source);

    /** The time. */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /** A time that nobody sets, in nanoseconds from some moment on, to tell how long something took. */
    default long nanos() {
        return System.nanoTime();
    }

    /** Whoever sits before it. */
    Terminal terminal();

    /** Tries everything that Quaywatch depends on, without starting the toolkit. Takes seconds: every source is really asked. */
    Diagnosis diagnose(SourceChoice source);

    /**
     * Opens the window and comes back when it is closed, with the exit code; or brings the one to the front that is open already.
     */
    int window(SourceChoice source, Opening opening) throws NoWindowException;

    /** The names that {@link Opening#screen()} can have. */
    List<String> places();

    /** The names that {@link Screenshot#screen()} can have, in the order of the rail; the first is the default. */
    List<String> screens();

    /**
     * Draws a screen without a display and writes it as PNG.
     *
     * @throws IOException if the file can't be written; the message is the system's own words
     * @throws NoWindowException if nothing can be drawn
     */
    void screenshot(Screenshot request) throws IOException, NoWindowException;
}
