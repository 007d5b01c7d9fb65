package quaywatch.control;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Keeps what was done. May block for seconds, so never on the FX thread; safe to use from several threads, and by several programs at once. */
public interface Journal {

    /** Keeps nothing, and that is no trouble. */
    Journal NONE = new Journal() {
        @Override
        public Optional<Trouble> write(Deed deed) {
            return Optional.empty();
        }

        @Override
        public Deeds read() {
            return Deeds.NONE;
        }

        @Override
        public Optional<Trouble> erase() {
            return Optional.empty();
        }
    };

    /** Keeps a deed; what was kept under its id before gives way. Never throws: empty if it was kept, else why not. */
    Optional<Trouble> write(Deed deed);

    /** All that is kept. */
    Deeds read();

    /** Forgets all of it; empty if that was done, else why not. */
    Optional<Trouble> erase();

    /**
     * What was read.
     *
     * @param latestFirst  the deeds
     * @param broken       how many lines could not be read, and were skipped
     * @param trouble      why not all could be read; null where that was no trouble
     */
    record Deeds(List<Deed> latestFirst, int broken, @Nullable Trouble trouble) {

        /** Nothing was done. */
        public static final Deeds NONE = new Deeds(List.of(), 0, null);

        public Deeds {
            latestFirst = List.copyOf(latestFirst);
        }
    }

    /**
     * Why it could not be done.
     *
     * @param place  the file; empty where there is no folder for it
     * @param cause  in the system's own words, raw
     */
    record Trouble(Kind kind, String place, String cause) {

        /** What could not be done. */
        public enum Kind {
            NOT_WRITTEN, NOT_READ, NOT_ERASED, NO_PLACE
        }
    }
}
