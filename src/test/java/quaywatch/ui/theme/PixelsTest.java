package quaywatch.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every length of the window goes through {@link Sizes} or a style sheet: a number of pixels in the code would not follow the text size. */
class PixelsTest {

    /** A setter of a length with a number in it, or with a constant of the design that nothing has multiplied. */
    private static final Pattern FIXED = Pattern.compile(
            "\\.?set(?:Min|Pref|Max)(?:Width|Height|Size)\\((?:[^()]*\\b[1-9][0-9._]*\\b[^()]*|[A-Z][A-Z_]+)\\)"
                    + "|setIconSize\\([^()]*\\d[^()]*\\)|set(?:Spacing|Hgap|Vgap|GraphicTextGap)\\([^()]*[1-9][^()]*\\)|new Insets\\([^()]*[1-9][^()]*\\)"
                    + "|-fx-[a-z-]*(?:size|width|height|padding|spacing)\\s*:");
    /** Says "as large as it prefers", not how large. */
    private static final Pattern NO_LENGTH = Pattern.compile("(?:[A-Z]\\w+\\.)?(?:USE_PREF_SIZE|USE_COMPUTED_SIZE|MAX_VALUE)\\)");

    @Test
    void noLengthIsFixedInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/quaywatch"))) {
            List<String> fixed = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> fixed(read(file)).map(found -> file.getFileName() + ": " + found)).toList();
            assertEquals(List.of(), fixed);
        }
    }

    /** The detector itself. */
    @Test
    void fixedLengthsAreFound() {
        String code = """
                box.setMinWidth(120); box.setMaxSize(0, 12.5); box.setPrefHeight(LEAST_HEIGHT); box.setPadding(new Insets(4));
                row.setSpacing(8); box.setStyle("-fx-min-width: 20");
                box.setMinWidth(0); box.setMinWidth(USE_PREF_SIZE); box.setMaxWidth(Double.MAX_VALUE); box.setMinHeight(Region.USE_PREF_SIZE);
                box.setPrefWidth(sizes.of(20)); box.setPrefWidth(width); row.setSpacing(0);
                """;
        assertEquals(List.of("setMinWidth(120)", "setMaxSize(0, 12.5)", "setPrefHeight(LEAST_HEIGHT)", "new Insets(4)", "setSpacing(8)",
                "-fx-min-width:"), fixed(code).map(found -> found.replaceFirst("^\\.", "")).toList());
    }

    private static Stream<String> fixed(String code) {
        return FIXED.matcher(code).results().map(result -> result.group()).filter(found -> !NO_LENGTH.matcher(found).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
