package quaywatch.settings;

import java.util.List;

/**
 * What a settings file gave.
 *
 * @param settings  to go on with: the file's, and the default wherever that was of no use
 * @param notices   what was wrong; empty when all is well
 */
public record Loaded(Settings settings, List<Notice> notices) {

    public Loaded {
        notices = List.copyOf(notices);
    }
}
