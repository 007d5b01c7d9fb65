package quaywatch.model;

/** How an {@link Owner} is known. */
public sealed interface Evidence {

    /** Seen: the process has the socket open. */
    record Exact() implements Evidence {}

    /** Narrowed down to {@code candidates} processes; shown as "probably", never as fact. */
    record Inferred(int candidates) implements Evidence {}

    /** The kernel no longer tells; this is what it told before. */
    record Remembered() implements Evidence {}

    /** Not looked at yet. */
    record Resolving() implements Evidence {}

    Evidence EXACT = new Exact();
    Evidence REMEMBERED = new Remembered();
    Evidence RESOLVING = new Resolving();
}
