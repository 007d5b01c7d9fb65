package quaywatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.cli.OneCall.window;
import static quaywatch.cli.OneCall.wrong;

class WindowArgumentsTest {

    private static final List<String> PLACES = List.of("ports", "portmap");
    private static final int ROUNDS = 400;

    private final Random random = new Random(20_261_129);

    // ---- the window

    @Test
    void withoutArgumentsItOpensAsItWas() throws UsageException {
        assertFalse(window().wantsPicture());
        assertEquals(Opening.USUAL, window().opening(PLACES));
    }

    @Test
    void opensAsAskedFor() throws UsageException {
        WindowArguments window = window("port:80", "--text-size", "125", "--screen", "portmap", "proto:tcp");
        assertFalse(window.wantsPicture());
        assertEquals(new Opening(OptionalInt.of(125), "port:80 proto:tcp", "portmap"), window.opening(PLACES));
    }

    @Test
    void screenIsOneOfThePlacesThereAre() {
        assertEquals("--screen can be ports, portmap, not \"connections\".",
                wrong(() -> window("--screen", "connections").opening(PLACES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8080 node", "3000-3999", "port:80", "node port:80", "age<5m", "rate>1M", "user=ada", "node\nport:80"})
    void whatHasAPortOrAFieldIsAQuery(String text) throws UsageException {
        assertEquals(text, window(text).opening(PLACES).query());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lits", "node 80", "-", "(", "\u0661"})
    void whatHasNeitherIsACommandThatDoesNotExist(String text) {
        assertEquals("\"quaywatch\" has no command \"" + text + "\". \"quaywatch --help\" lists those it has.",
                wrong(() -> window(text).opening(PLACES)));
    }

    // ---- a picture

    @Test
    void fileMakesItAPictureAsUsual() throws UsageException {
        WindowArguments window = window("--screenshot", "a.png");
        assertTrue(window.wantsPicture());
        assertEquals(new Screenshot(Path.of("a.png"), Screenshot.Theme.LIGHT, 1_200, 760, "ports", 100, SourceChoice.AUTO),
                window.screenshot(SourceChoice.AUTO, PLACES));
    }

    @Test
    void pictureIsMadeAsAskedFor() throws UsageException {
        WindowArguments window = window("--screenshot=a.png", "--theme=safe-dark", "--size=2560x320", "--screen=portmap",
                "--text-size=200");
        assertTrue(window.wantsPicture());
        assertEquals(new Screenshot(Path.of("a.png"), Screenshot.Theme.SAFE_DARK, 2_560, 320, "portmap", 200, SourceChoice.AUTO),
                window.screenshot(SourceChoice.AUTO, PLACES));
    }

    @ParameterizedTest
    @CsvSource({"--theme=dark, --theme", "--size=800x600, --size", "--screenshot=a.png list, --screenshot", "--theme=dark list, --theme",
            "--screen=ports list, --screen", "--size=1x1 doctor, --size"})
    void whatOnlyAPictureHasIsWrongWithoutOne(String args, String option) {
        assertEquals(option + " belongs to a picture: \"quaywatch --screenshot FILE\", without a command.",
                wrong(() -> window(args.split(" ")).wantsPicture()));
    }

    @Test
    void queryIsNotDrawn() {
        assertEquals("\"quaywatch\" has no command \"port:80\". \"quaywatch --help\" lists those it has.",
                wrong(() -> window("--screenshot=a.png", "port:80").wantsPicture()));
    }

    @Test
    void pictureWithoutAFileIsNone() {
        assertEquals("--screenshot needs a path; \"\" can't be one.",
                wrong(() -> window("--screenshot=").screenshot(SourceChoice.AUTO, PLACES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1200", "1200x", "x760", "1200X760", "1200 x 760", "1200x760x1", "+1200x760", "1200x+760",
            "-1200x-760",
            "319x760", "1200x319", "2561x760", "1200x1441", "99999999999x760", "0x4B0x760", "\u0661\u0662\u0660\u0660x760"})
    void whatIsNoSizeIsASentence(String text) {
        assertEquals("--size is width x height in pixels, 320x320 to 2560x1440, such as 1200x760, not \"" + text + "\".",
                wrong(() -> size(text)));
    }

    @Test
    void everySizeInRangeIsTakenAndNoOther() throws UsageException {
        for (int i = 0; i < ROUNDS; i++) {
            int width = 300 + random.nextInt(2_400);
            int height = 300 + random.nextInt(1_200);
            String text = width + "x" + height;
            if (width >= 320 && width <= 2_560 && height >= 320 && height <= 1_440) {
                Screenshot picture = size(text);
                assertEquals(text, picture.width() + "x" + picture.height());
            } else {
                assertTrue(wrong(() -> size(text)).endsWith("not \"" + text + "\"."), text);
            }
        }
    }

    private static Screenshot size(String text) throws UsageException {
        return window("--screenshot=a.png", "--size=" + text).screenshot(SourceChoice.AUTO, PLACES);
    }

    // ---- the size of text

    @Test
    void textSizeIsFromItsSmallestToItsLargest() throws UsageException {
        for (int percent = 75; percent <= 205; percent++) {
            String text = Integer.toString(percent);
            if (percent >= 80 && percent <= 200) {
                assertEquals(OptionalInt.of(percent), textSize(text));
            } else {
                assertEquals("--text-size is 80 to 200 percent, such as 125, not \"" + text + "\".", wrong(() -> textSize(text)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "9", "1000", "125%", "+125", "12.5", "1e2", "\u0661\u0662\u0665", " 125", "0125"})
    void whatIsNoTextSizeIsASentence(String text) {
        assertEquals("--text-size is 80 to 200 percent, such as 125, not \"" + text + "\".", wrong(() -> textSize(text)));
    }

    @Test
    void wrongTextSizeIsToldBeforeAnythingElseOfAPicture() {
        assertTrue(wrong(() -> window("--screenshot=a.png", "--text-size=9", "lits").wantsPicture()).startsWith("--text-size is "));
    }

    @Test
    void textInATerminalHasASizeOfItsOwn() {
        assertEquals("--text-size belongs to the window and to pictures of it: \"quaywatch --text-size 125\", without a command.",
                wrong(() -> window("--text-size=125", "list").wantsPicture()));
    }

    private static OptionalInt textSize(String text) throws UsageException {
        return window("--text-size=" + text).textSize();
    }
}
