package quaywatch.cli;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the window shall open.
 *
 * @param textSize  percent of the usual size of text; empty for what the settings say
 * @param screen    one of {@link Program#windowScreens()}; empty for the one that was last in front
 */
public record Opening(OptionalInt textSize, Optional<String> screen) {

    /** As it was left. */
    public static final Opening USUAL = new Opening(OptionalInt.empty(), Optional.empty());
}
