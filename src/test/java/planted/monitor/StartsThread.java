package planted.monitor;

/** Breaks: threads only from app. Never called. */
final class StartsThread {

    void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}
