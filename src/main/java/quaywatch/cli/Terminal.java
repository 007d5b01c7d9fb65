package quaywatch.cli;

import java.util.Optional;

/** Whoever sits before the terminal. */
public interface Terminal {

    /** Whether somebody can read and answer: neither input nor output is a file or a pipe. */
    boolean attended();

    /** Waits for one line; empty where the input has ended. */
    Optional<String> answer();

    /** A line that has been typed already, without waiting; empty where there is none. */
    Optional<String> typed();

    /**
     * Says what to do if the user presses Ctrl-C from now on, on another thread; the command then comes to an end by itself and its exit code
     * stands. While {@link #answer()} waits the program ends at once instead.
     */
    void onInterrupt(Runnable cancel);
}
