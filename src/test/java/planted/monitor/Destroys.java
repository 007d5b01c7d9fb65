package planted.monitor;

/** Breaks: signals only in control. Never called. */
final class Destroys {

    void end(ProcessHandle process) {
        process.destroy();
    }
}
