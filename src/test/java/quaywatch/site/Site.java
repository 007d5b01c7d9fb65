package quaywatch.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A static site of the Markdown pages, with links that work wherever it lies. What a page links to and is no page itself (pictures, schemas)
 * comes along. A link that leads nowhere is an error.
 */
public final class Site {

    private static final String PAGES = "src/site/markdown";
    private static final List<String> OTHER_PAGES = List.of(".github/CONTRIBUTING.md", "CHANGELOG.md");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final Path root;
    private final Path out;
    /** Sources, and where each lies in the site. */
    private final Map<Path, Path> pages = new TreeMap<>();

    /**
     * @param root  the project's folder
     * @param out   takes the site
     */
    Site(Path root, Path out) throws IOException {
        this.root = root.toRealPath();
        this.out = out;
        Path folder = this.root.resolve(PAGES);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Site::isPage).forEach(file -> pages.put(file, html(folder.relativize(file))));
        }
        for (String page : OTHER_PAGES) {
            Path file = this.root.resolve(page);
            pages.put(file, html(file.getFileName()));
        }
    }

    /** Arguments: the project's folder, and the one that takes the site. */
    public static void main(String[] args) throws IOException {
        Site site = new Site(Path.of(args[0]), Path.of(args[1]));
        site.write();
        System.out.println(site.pages.size() + " pages, from " + Path.of(args[1], "index.html"));
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static Path html(Path page) {
        return Path.of(page.toString().toLowerCase(Locale.ROOT).replaceAll("\\.md$", ".html"));
    }

    void write() throws IOException {
        for (Map.Entry<Path, Path> page : pages.entrySet()) {
            write(page.getKey(), page.getValue());
        }
        copy(root.resolve("src/site/resources/css/site.css"), Path.of("site.css"));
    }

    private void write(Path source, Path place) throws IOException {
        Node document = PARSER.parse(Files.readString(source));
        document.accept(new Links(target -> link(source, place, target)));
        String html = HtmlRenderer.builder().extensions(EXTENSIONS).build().render(document);
        Path file = out.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <link rel="stylesheet" href="%s">
                <nav><a href="%s">Quaywatch</a></nav>
                <main>
                %s</main>
                </html>
                """.formatted(title(document), relative(place, Path.of("site.css")), relative(place, Path.of("index.html")), html));
    }

    private static String title(Node document) {
        Node first = document.getFirstChild();
        return first instanceof Heading
                ? TextContentRenderer.builder().build().render(first).replace("&", "&amp;").replace("<", "&lt;")
                : "";
    }

    /** Where a link leads from a page of the site; what it leads to is copied if it is no page. */
    private String link(Path source, Path place, String target) {
        if (target.startsWith("#") || target.matches("[a-z]+:.*")) {
            return target;
        }
        String[] parts = target.split("#", 2);
        Path file = source.resolveSibling(parts[0]).normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(root.relativize(source) + " links to " + target + ", which is no file");
        }
        Path there = pages.get(file);
        if (there == null) {
            there = Path.of("files").resolve(file.getFileName());
            copy(file, there);
        }
        return relative(place, there) + (parts.length == 2 ? "#" + parts[1] : "");
    }

    private static String relative(Path from, Path to) {
        Path folder = from.getParent();
        return (folder == null ? to : folder.relativize(to)).toString().replace('\\', '/');
    }

    private void copy(Path file, Path place) {
        try {
            Path copy = out.resolve(place);
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
