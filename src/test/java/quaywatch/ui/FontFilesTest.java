package quaywatch.ui;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.text.Font;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The shipped fonts load, each under the family name by which the style sheets know it. */
class FontFilesTest {

    @ParameterizedTest
    @CsvSource({"Inter-Regular.otf,Inter", "Inter-Medium.otf,Inter Medium", "Inter-SemiBold.otf,Inter Semi Bold",
            "JetBrainsMonoNL-Regular.ttf,JetBrains Mono NL", "JetBrainsMonoNL-SemiBold.ttf,JetBrains Mono NL SemiBold"})
    void aFontIsAFamilyOfItsOwn(String file, String family) throws IOException {
        try (InputStream in = FontFilesTest.class.getResourceAsStream("/quaywatch/fonts/" + file)) {
            assertEquals(family, Font.loadFont(in, 13).getFamily());
        }
    }
}
