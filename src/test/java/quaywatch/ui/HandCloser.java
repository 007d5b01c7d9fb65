package quaywatch.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.model.Socket;

/** Closes nothing, says what the test wants, and keeps what was asked for. */
final class HandCloser implements ConnectionCloser {

    private final List<String> closed = new CopyOnWriteArrayList<>();
    private volatile CloseOutcome outcome = new CloseOutcome.Closed();

    /** Answers so from now on. */
    void says(CloseOutcome answer) {
        outcome = answer;
    }

    /** Cookies and threads, in order: {@code 7 virtual}. */
    List<String> closed() {
        return List.copyOf(closed);
    }

    @Override
    public boolean asksAdministrator() {
        return true;
    }

    @Override
    public CloseOutcome close(Socket connection) {
        closed.add(connection.cookie() + (Thread.currentThread().isVirtual() ? " virtual" : " not virtual"));
        return outcome;
    }
}
