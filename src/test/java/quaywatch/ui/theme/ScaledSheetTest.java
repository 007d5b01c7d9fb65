package quaywatch.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ScaledSheetTest {

    private static final ScaledSheet LARGE = new ScaledSheet(Sizes.ofPercent(125));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            -fx-font-size: 13px;                         | -fx-font-size: 16.25px;
            -fx-padding: 0 12 1px 7;                     | -fx-padding: 0px 15.0px 1.0px 9.0px;
            -fx-padding: 2.25 3.75;                      | -fx-padding: 2.8125px 4.6875px;
            -fx-background-insets: 0, 0 0 -10 3;         | -fx-background-insets: 0px, 0px 0px -12.0px 4.0px;
            -fx-min-width: -1;                           | -fx-min-width: -1px;
            -fx-max-width: infinity;                     | -fx-max-width: infinity;
            -fx-cell-size: 2em;                          | -fx-cell-size: 2em;
            -fx-background-radius: 50%;                  | -fx-background-radius: 50%;
            -fx-border-width: 1;                         | -fx-border-width: 1.0px;
            -fx-opacity: 0.5;                            | -fx-opacity: 0.5;
            -fx-background-color: -color-base-1, #123456;| -fx-background-color: -color-base-1, #123456;
            -fx-shape: "M10 20h5z";                      | -fx-shape: "M10 20h5z";
            -fx-text-fill: rgba(1, 4, 9, 0.62);          | -fx-text-fill: rgba(1, 4, 9, 0.62);
            """)
    void lengthsAreMultipliedAndNothingElse(String usual, String large) {
        assertEquals(".a2 { " + large + " }", LARGE.scale(".a2 { " + usual + " }"));
    }

    @Test
    void theUsualSizeNeedsNoSheetOfItsOwn() {
        assertEquals("file:/nowhere.css", new ScaledSheet(Sizes.USUAL).of("file:/nowhere.css"));
    }

    @Test
    void aScaledSheetIsAnAddressOfItsOwn() {
        String address = Objects.requireNonNull(Look.class.getResource("/quaywatch/css/base.css")).toExternalForm();
        String scaled = LARGE.of(address);
        String css = new String(Base64.getDecoder().decode(scaled.substring(scaled.indexOf(',') + 1)), StandardCharsets.UTF_8);
        assertEquals("16.25px", css.lines().filter(line -> line.contains("-fx-font-size")).findFirst().orElseThrow()
                .replaceAll(".*-fx-font-size: ([^;]*);.*", "$1"));
    }
}
