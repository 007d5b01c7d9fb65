package quaywatch.ui.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import quaywatch.view.Busiest;

/** Keeps those in a list in their places while somebody points at it or is in it by keyboard: their figures change, their order does not. */
final class Held {

    private Held() {}

    /**
     * Those of {@code before}, in its order, with what they moved by now; nothing where that is no longer told.
     *
     * @param before  what is on the screen
     */
    static <T> List<Busiest.Share<T>> inPlace(List<Busiest.Share<T>> before, List<Busiest.Share<T>> now) {
        Map<Integer, Busiest.Share<T>> fresh = new HashMap<>();
        now.forEach(share -> fresh.put(share.number(), share));
        List<Busiest.Share<T>> kept = new ArrayList<>();
        for (Busiest.Share<T> share : before) {
            kept.add(fresh.getOrDefault(share.number(), new Busiest.Share<>(share.number(), share.of(), 0, 0)));
        }
        return kept;
    }
}
