package planted.ui.ports;

/** Breaks: runLater only in ui.fx. */
final class RunsLater {

    void now(Runnable work) {
        javafx.application.Platform.runLater(work);
    }
}
