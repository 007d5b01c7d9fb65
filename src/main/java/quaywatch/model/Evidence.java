package quaywatch.model;

/** How an {@link Owner} is known. */
public sealed interface Evidence {

    /** The word for this kind in data: {@code exact}, {@code inferred}, {@code remembered}, {@code resolving}. */
    String kind();

    /** Seen: the process has the socket open. */
    record Exact() implements Evidence {
        @Override
        public String kind() {
            return "exact";
        }
    }

    /** Narrowed down to {@code candidates} processes; shown as "probably", never as fact. */
    record Inferred(int candidates) implements Evidence {
        @Override
        public String kind() {
            return "inferred";
        }
    }

    /** The kernel no longer tells; this is what it told before. */
    record Remembered() implements Evidence {
        @Override
        public String kind() {
            return "remembered";
        }
    }

    /** Not looked at yet. */
    record Resolving() implements Evidence {
        @Override
        public String kind() {
            return "resolving";
        }
    }

    Evidence EXACT = new Exact();
    Evidence REMEMBERED = new Remembered();
    Evidence RESOLVING = new Resolving();
}
