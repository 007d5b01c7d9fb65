package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The processes that are known, those that are news, and whose turn it is. Where that is known from is the matter of {@link Roster}. */
final class Attendance {

    private final List<Holder> all = new ArrayList<>();
    private final List<Holder> fresh = new ArrayList<>();
    private final List<Holder> ended = new ArrayList<>();
    private final Holder.ByPid byPid = new Holder.ByPid();
    /** The place of the one whose turn it is. */
    private int turn;

    /** The process of a number; null if none is known. */
    @Nullable
    Holder find(int pid) {
        return byPid.find(pid);
    }

    /** Notes a process that nobody knew. */
    Holder meet(int pid, int tick) {
        Holder holder = new Holder(pid, tick);
        byPid.add(holder);
        all.add(holder);
        fresh.add(holder);
        return holder;
    }

    /** Notes that a process is gone. */
    void end(Holder holder) {
        holder.ended = true;
        byPid.remove(holder);
        ended.add(holder);
    }

    /** Takes out those that have ended since the last time, so that nobody loses the turn by it. */
    void strike() {
        if (all.size() == byPid.size()) {
            return;
        }
        int kept = 0;
        int keptTurn = 0;
        for (int i = 0; i < all.size(); i++) {
            Holder holder = all.get(i);
            if (!holder.ended) {
                all.set(kept++, holder);
                keptTurn += i < turn ? 1 : 0;
            }
        }
        all.subList(kept, all.size()).clear();
        turn = keptTurn;
    }

    /** The process whose turn it is; null if there is none at all. */
    @Nullable
    Holder turn() {
        if (turn >= all.size()) {
            turn = 0;
        }
        return all.isEmpty() ? null : all.get(turn);
    }

    /** Gives the turn to the next one. */
    void pass() {
        turn++;
    }

    /** All processes, in no order; those that have ended too until they are struck out. */
    List<Holder> all() {
        return all;
    }

    List<Holder> takeFresh() {
        return take(fresh);
    }

    List<Holder> takeEnded() {
        return take(ended);
    }

    /** What a list holds, which is empty afterwards. */
    static List<Holder> take(List<Holder> from) {
        List<Holder> taken = List.copyOf(from);
        from.clear();
        return taken;
    }
}
