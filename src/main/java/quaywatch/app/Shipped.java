package quaywatch.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import quaywatch.model.ServiceNames;
import quaywatch.ui.About;

/** What the program's own jar tells. */
final class Shipped {

    /** What the program is called among others: its desktop entry, its metainfo and its polkit actions are named so too. */
    static final String ID = "io.github.quaywatch.Quaywatch";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Shipped() {}

    /**
     * The jar that the program was read from; empty where it runs from a folder of classes. The code source of a class does not tell: what comes from
     * the ahead-of-time cache has none.
     */
    static Optional<Path> jar() {
        URL self = Shipped.class.getResource("Shipped.class");
        if (self == null || !self.getProtocol().equals("jar")) {
            return Optional.empty();
        }
        String file = self.getPath();
        try {
            return Optional.of(Path.of(new URI(file.substring(0, file.lastIndexOf("!/")))));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException _) {
            return Optional.empty();
        }
    }

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
        return ServiceNames.parse(lines("/quaywatch/ports/names.tsv").toList());
    }

    /** What the program is, and what it is made with. */
    static About about() {
        List<About.Part> parts = lines("/quaywatch/licences.tsv").filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                .map(columns -> new About.Part(columns[0], columns[1])).toList();
        return new About(version(), dayOfNames(), parts);
    }

    /** From the first lines: the file is long. */
    private static String dayOfNames() {
        try (BufferedReader names = reader("/quaywatch/ports/names.tsv")) {
            return names.lines().takeWhile(line -> line.startsWith("#")).map(DAY::matcher).filter(Matcher::find).map(Matcher::group)
                    .findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(String resource) {
        try (BufferedReader lines = reader(resource)) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(String resource) {
        return new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8));
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Shipped.class.getResourceAsStream(resource), resource);
    }
}
