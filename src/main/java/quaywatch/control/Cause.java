package quaywatch.control;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessFacts;

/** Something that starts a stopped process again, each with the fact that gives it away. */
public sealed interface Cause {

    /**
     * A systemd unit that is started again.
     *
     * @param unit     its name
     * @param user     whether it belongs to the user's own manager
     * @param restart  its {@code Restart=}, as systemd prints it
     * @param delay    its {@code RestartSec=}; null where that could not be read
     * @param main     the process whose end systemd waits for
     */
    record Unit(String unit, boolean user, String restart, @Nullable Duration delay, ProcessFacts main) implements Cause {}

    /**
     * A socket unit: systemd listens, and starts the service at the next connection.
     *
     * @param socket   the unit that listens
     * @param service  the unit that it starts
     */
    record SocketUnit(String socket, String service, boolean user) implements Cause {}

    /**
     * A container with a restart policy.
     *
     * @param policy  as the runtime prints it: {@code always}, {@code unless-stopped}, {@code on-failure}
     */
    record Container(String runtime, String name, String policy) implements Cause {}

    /**
     * A program whose task is to start others again.
     *
     * @param who     it
     * @param clue    the file or the words by which it was recognised, raw
     * @param others  how many other programs it keeps, as far as they run
     */
    record Keeper(Kind kind, ProcessFacts who, String clue, int others) implements Cause {

        /** One that keeps nothing else. */
        public Keeper(Kind kind, ProcessFacts who, String clue) {
            this(kind, who, clue, 0);
        }
    }

    /**
     * A shell that runs the command in a loop.
     *
     * @param who   the shell
     * @param loop  the beginning of the loop, raw
     */
    record Loop(ProcessFacts who, String loop) implements Cause {}

    /**
     * A parent that shares its socket with the workers it forked.
     *
     * @param who      the parent
     * @param workers  how many of its children hold the socket
     */
    record Workers(ProcessFacts who, int workers) implements Cause {}

    /** A parent of which the holder is a copy: the same program with the same command line, so forked to do its work. */
    record Forked(ProcessFacts who) implements Cause {}

    /** What is only known afterwards: this process started both the one that was stopped and the one that came. */
    record SameParent(ProcessFacts who) implements Cause {}

    /** Programs whose task is to start others again. */
    enum Kind {
        PM2, SUPERVISORD, NODEMON,
        /** {@code node --watch}. */
        NODE_WATCH,
        /** A program of the kind of watchexec or entr, that was given the command to run. */
        WATCHER
    }
}
