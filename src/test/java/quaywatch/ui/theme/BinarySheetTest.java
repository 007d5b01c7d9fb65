package quaywatch.ui.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Packages ship each sheet in JavaFX's binary form too, which has to say the same, and to be the same each time. */
class BinarySheetTest {

    private static final Path SHEETS = Path.of("src/main/resources/quaywatch/css");
    /** Such a pair is a set, which each start of Java goes through in an order of its own. */
    private static final Pattern TWO_AT_ONCE = Pattern.compile(":[a-z][a-z-]*:[a-z]");
    private static final Pattern BODY = Pattern.compile("\\{[^}]*}|/\\*.*?\\*/", Pattern.DOTALL);

    static Stream<Path> sheets() throws IOException {
        return Files.list(SHEETS).filter(each -> each.toString().endsWith(".css")).sorted();
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void noPartOfASelectorHasTwoPseudoClasses(Path sheet) throws IOException {
        assertFalse(TWO_AT_ONCE.matcher(BODY.matcher(Files.readString(sheet)).replaceAll("")).find(), sheet.toString());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void theBinaryFormHasTheSameRules(Path sheet, @TempDir Path folder) throws IOException {
        List<Rule> text = new CssParser().parse(sheet.toUri().toURL()).getRules();
        Path binary = folder.resolve("sheet.bss");
        Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        List<Rule> read = Stylesheet.loadBinary(binary.toUri().toURL()).getRules();

        assertFalse(text.isEmpty());
        assertEquals(told(text), told(read));
        Path again = folder.resolve("again.bss");
        Stylesheet.convertToBinary(sheet.toFile(), again.toFile());
        assertArrayEquals(Files.readAllBytes(binary), Files.readAllBytes(again));
    }

    private static List<String> told(List<Rule> rules) {
        return rules.stream().map(rule -> rule.getSelectors() + " " + rule.getDeclarations().stream()
                .map(each -> each.getProperty() + ": " + each.getParsedValue()).toList()).toList();
    }
}
