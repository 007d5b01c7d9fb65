package quaywatch.model;

import java.util.List;

/**
 * Those who have a series of their own in the history: the busiest of its time, at most {@link #MOST}. The same object lives on while nothing in
 * it changes. Whoever leaves takes no bytes along: they belong to the others then.
 *
 * @param members  by number, upwards
 */
public record Cast<T>(List<Member<T>> members) {

    /** How many have a series. */
    public static final int MOST = 200;

    public Cast {
        members = List.copyOf(members);
    }

    public static <T> Cast<T> none() {
        return new Cast<>(List.of());
    }

    /**
     * One of them.
     *
     * @param number  never given to another one
     * @param of      who it is, as it was known last
     */
    public record Member<T>(int number, T of) {}
}
