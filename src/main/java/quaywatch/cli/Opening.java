package quaywatch.cli;

import java.util.OptionalInt;

/**
 * How the window shall open, or come to the front.
 *
 * @param textSize  percent of the usual size of text, {@link Screenshot#SMALLEST_TEXT} to {@link Screenshot#LARGEST_TEXT}; empty for what the
 *                  settings say
 * @param query     a query that can be read; empty for none
 * @param screen    one of {@link Program#places()}; empty for the one shown last
 */
public record Opening(OptionalInt textSize, String query, String screen) {

    /** As it was. */
    public static final Opening USUAL = new Opening(OptionalInt.empty(), "", "");

    /** @throws IllegalArgumentException if text can't have that size */
    public Opening {
        if (textSize.isPresent() && !Screenshot.canHaveText(textSize.getAsInt())) {
            throw new IllegalArgumentException("text can't have " + textSize.getAsInt() + " percent of its size");
        }
    }
}
