package quaywatch.ui.plot;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

import quaywatch.model.Slice;
import quaywatch.view.Stretch;

/** Makes points of slices. */
public final class Points {

    /** Where so many seconds are missing nothing was watched, and nothing is drawn. */
    private static final double GAP = 0.5;

    private Points() {}

    /**
     * Fills tracks with a point in the middle of each slice, and with points at either end of what was watched without a break.
     *
     * @param value  sets the values of a slice at a place, which is the same in all tracks
     */
    public static void fill(List<Slice> slices, Stretch shown, BiConsumer<Slice, Integer> value, Track... tracks) {
        for (Track track : tracks) {
            track.begin();
        }
        Slice before = null;
        for (Slice slice : slices) {
            if (slice.to().isAfter(shown.from()) && slice.from().isBefore(shown.to())) {
                boolean gap = before != null && seconds(slice.from()) - seconds(before.to()) > GAP;
                if (before != null && gap) {
                    point(seconds(before.to()), before, value, tracks);
                    point(seconds(before.to()), tracks);
                    point(seconds(slice.from()), tracks);
                }
                if (before == null || gap) {
                    point(seconds(slice.from()), slice, value, tracks);
                }
                point((seconds(slice.from()) + seconds(slice.to())) / 2, slice, value, tracks);
                before = slice;
            }
        }
        if (before != null) {
            point(seconds(before.to()), before, value, tracks);
        }
    }

    private static void point(double time, Slice slice, BiConsumer<Slice, Integer> value, Track... tracks) {
        value.accept(slice, point(time, tracks));
    }

    private static int point(double time, Track... tracks) {
        int place = 0;
        for (Track track : tracks) {
            place = track.point(time);
        }
        return place;
    }

    /** A moment in seconds since 1970. */
    public static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1e3;
    }
}
