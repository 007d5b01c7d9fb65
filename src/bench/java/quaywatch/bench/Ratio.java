package quaywatch.bench;

import org.jspecify.annotations.Nullable;

/** How many times as long one thing takes as another; null where one of them was not measured. */
final class Ratio {

    private Ratio() {}

    static @Nullable Double wall(Lane lane, Lane base) {
        @Nullable
        Cost upper = lane.median();
        @Nullable
        Cost lower = base.median();
        return upper == null || lower == null || lower.wall() == 0 ? null : (double) upper.wall() / lower.wall();
    }

    static @Nullable Double cpu(Lane lane, Lane base) {
        @Nullable
        Cost upper = lane.median();
        @Nullable
        Cost lower = base.median();
        return upper == null || lower == null || lower.cpu() == 0 ? null : (double) upper.cpu() / lower.cpu();
    }
}
