package quaywatch.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

import quaywatch.model.ServiceNames;

/** What the program's own jar tells. */
final class Shipped {

    /** What the program is called among others: its desktop entry, its metainfo and its polkit actions are named so too. */
    static final String ID = "io.github.quaywatch.Quaywatch";

    private Shipped() {}

    /** The version, as the build wrote it down. */
    static String version() {
        Properties build = new Properties();
        try (InputStream in = open("/quaywatch/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }

    /** What ports are registered for; takes a while to read. */
    static ServiceNames names() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open("/quaywatch/ports/names.tsv"), StandardCharsets.UTF_8))) {
            return ServiceNames.parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Shipped.class.getResourceAsStream(resource), resource);
    }
}
