package quaywatch.ui;

import java.util.List;

/**
 * What the program is.
 *
 * @param version    of the program
 * @param portNames  the day the names of ports were taken from their registry, as {@code 2026-11-23}
 * @param parts      what it is made with, in order
 */
public record About(String version, String portNames, List<Part> parts) {

    public About {
        parts = List.copyOf(parts);
    }

    /** A library or font, and its licence. */
    public record Part(String name, String licence) {}
}
