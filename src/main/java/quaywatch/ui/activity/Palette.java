package quaywatch.ui.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Gives each series a colour that it keeps for the session. FX thread only. */
final class Palette {

    /** Names of the style sheets. */
    static final List<String> COLORS = List.of("-qw-series-1", "-qw-series-2", "-qw-series-3", "-qw-series-4", "-qw-series-5");
    static final String OTHER = "-qw-series-other";

    /** So many are remembered; those that were coloured first are forgotten first. */
    private static final int MOST = 1_000;

    private final LinkedHashMap<Object, Integer> given = new LinkedHashMap<>();

    /**
     * The places in {@link #COLORS} of some that stand side by side, at most as many as there are colours. Two of them that got the same colour
     * at different times can't both keep it: the later one gets another.
     */
    List<Integer> of(List<?> keys) {
        List<Integer> places = new ArrayList<>();
        for (Object key : keys) {
            Integer own = given.get(key);
            boolean taken = own == null || keys.stream().limit(places.size()).anyMatch(before -> own.equals(given.get(before)));
            if (taken) {
                given.put(key, free(keys));
                if (given.size() > MOST) {
                    given.pollFirstEntry();
                }
            }
            places.add(given.getOrDefault(key, 0));
        }
        return places;
    }

    /** One that none of these has, if there is one that fewest have. */
    private int free(List<?> keys) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int color = 0; color < COLORS.size(); color++) {
            int wanted = color;
            long here = keys.stream().filter(key -> Integer.valueOf(wanted).equals(given.get(key))).count();
            long all = given.values().stream().filter(other -> other == wanted).count();
            if (here * 1_000_000 + all < least) {
                least = here * 1_000_000 + all;
                best = color;
            }
        }
        return best;
    }
}
