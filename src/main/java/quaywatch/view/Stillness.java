package quaywatch.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps lines in their places while somebody points at them: values are renewed, what is gone stays as it was last, what is new waits.
 * <p>Pure; any thread.
 */
public final class Stillness {

    private Stillness() {}

    /**
     * What to show instead of {@code fresh} while the places of {@code shown} must hold.
     *
     * @param lines    as many lines as were shown, in the same order
     * @param waiting  how many socket lines of {@code fresh} are not among them
     */
    public record Held(List<Line> lines, int waiting) {}

    /** Renews {@code shown} from {@code fresh}. */
    public static Held hold(List<Line> shown, List<Line> fresh) {
        Map<Object, Line> byKey = new HashMap<>(fresh.size() * 2);
        fresh.forEach(line -> byKey.put(line.key(), line));
        List<Line> lines = new ArrayList<>(shown.size());
        Set<Object> kept = new HashSet<>(shown.size() * 2);
        for (Line line : shown) {
            lines.add(byKey.getOrDefault(line.key(), line));
            kept.add(line.key());
        }
        int waiting = 0;
        for (Line line : fresh) {
            if (line instanceof Entry && !kept.contains(line.key())) {
                waiting++;
            }
        }
        return new Held(List.copyOf(lines), waiting);
    }
}
