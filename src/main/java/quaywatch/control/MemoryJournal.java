package quaywatch.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Keeps what was done as long as the program runs. */
public final class MemoryJournal implements Journal {

    private static final int MOST = 1_000;

    private final List<Deed> latestFirst;
    private final @Nullable Trouble trouble;

    /**
     * @param before   what was done before, the latest first
     * @param trouble  what is told at each deed, for it will not be kept; null where nobody expects that
     */
    public MemoryJournal(List<Deed> before, @Nullable Trouble trouble) {
        this.latestFirst = new ArrayList<>(before);
        this.trouble = trouble;
    }

    @Override
    public synchronized Optional<Trouble> write(Deed deed) {
        for (int i = 0; i < latestFirst.size(); i++) {
            if (latestFirst.get(i).id().equals(deed.id())) {
                latestFirst.set(i, deed);
                return Optional.ofNullable(trouble);
            }
        }
        latestFirst.addFirst(deed);
        if (latestFirst.size() > MOST) {
            latestFirst.removeLast();
        }
        return Optional.ofNullable(trouble);
    }

    @Override
    public synchronized Deeds read() {
        return new Deeds(latestFirst, 0, trouble);
    }

    @Override
    public synchronized Optional<Trouble> erase() {
        latestFirst.clear();
        return Optional.empty();
    }
}
