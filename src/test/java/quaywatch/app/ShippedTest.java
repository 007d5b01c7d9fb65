package quaywatch.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.ui.About;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShippedTest {

    @Test
    void saysWhatItIs() {
        About about = Shipped.about();
        assertEquals(Shipped.version(), about.version());
        assertTrue(about.portNames().matches("20\\d\\d-\\d\\d-\\d\\d"), about.portNames());
        assertTrue(about.parts().contains(new About.Part("JavaFX", "GPL-2.0 with Classpath Exception")), about.parts()::toString);
    }

    /** A library that comes in without its licence being told is found here; so is one that has gone. */
    @Test
    void tellsTheLicenceOfEverythingInside() throws IOException {
        List<String> prefixes = lines().map(line -> line.split("\t")[2]).toList();
        List<String> inside = Stream.concat(jars(), fonts()).toList();
        assertEquals(List.of(), inside.stream().filter(name -> prefixes.stream().noneMatch(name::startsWith)).toList());
        assertEquals(List.of(), prefixes.stream().filter(prefix -> inside.stream().noneMatch(name -> name.startsWith(prefix))).toList());
    }

    private static Stream<String> lines() throws IOException {
        try (var in = Objects.requireNonNull(Shipped.class.getResourceAsStream("/quaywatch/licences.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }

    /** What the program runs with, as Maven wrote it down. */
    private static Stream<String> jars() throws IOException {
        String path = Files.readString(Path.of("target", "classpath.runtime"));
        return Stream.of(path.strip().split(File.pathSeparator)).map(each -> Path.of(each).getFileName().toString());
    }

    private static Stream<String> fonts() {
        return Stream.of(Objects.requireNonNull(new File("src/main/resources/quaywatch/fonts").list()))
                .filter(name -> name.matches(".*\\.[ot]tf"));
    }
}
