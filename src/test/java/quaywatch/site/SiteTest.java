package quaywatch.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SiteTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#:]+)(?:#([^\"]*))?\"");

    @TempDir
    private Path folder;

    @Test
    void everyLinkOfThePagesLeadsSomewhere() throws IOException {
        new Site(ROOT, folder).write();
        assertTrue(Files.readString(folder.resolve("guide/find.html")).contains("<table>"));
        assertEquals(List.of(), missing(pages()));
    }

    @Test
    void everyLinkOfTheReadmeLeadsSomewhere() throws IOException {
        String text = Files.readString(ROOT.resolve("README.md"));
        Parser.builder().build().parse(text).accept(new Links(target -> {
            assertTrue(target.contains(":") || Files.exists(ROOT.resolve(target.replaceFirst("#.*", ""))), target);
            return target;
        }));
        Matcher pictures = Pattern.compile("(?:src|srcset)=\"([^\"]+)\"").matcher(text);
        assertTrue(pictures.results().allMatch(it -> Files.exists(ROOT.resolve(it.group(1)))));
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> missing(List<Path> pages) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                Path there = page.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(there) || link.group(2) != null && !Files.readString(there).contains("id=\"" + link.group(2) + "\"")) {
                    missing.add(page + " -> " + link.group());
                }
            }
        }
        return missing;
    }
}
