package quaywatch.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.control.MadeDeed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Commands to paste into a shell: exact, and harmless on the way there. */
class ShellTextTest {

    @Test
    void plainCommandStaysAsItIs() {
        assertEquals("node server.js --port 3001", ShellText.command(List.of("node", "server.js", "--port", "3001")));
    }

    @Test
    void whatMeansSomethingToAShellIsQuoted() {
        assertEquals("'time' 'It'\\''s new' '' '~' 'A=1' '$(id)'",
                ShellText.command(List.of("time", "It's new", "", "~", "A=1", "$(id)")));
        assertEquals("cd -- '-a b' && ls", ShellText.in("-a b", "ls"));
    }

    @Test
    void whatATerminalWouldActOnIsSpelledOut() {
        assertEquals("'a'\"$(printf '\\033')\"'[201~'", ShellText.command(List.of("a\033[201~")));
        assertEquals("\"$(printf '\\377\\342\\200\\256')\"", ShellText.command(List.of("\udcff\u202e")));
    }

    @Test
    void commandWithLineEndsStaysOnOneLine() {
        assertEquals("eval \"$(printf 'sh -c \\047echo 100%%\\ndate\\n\\047')\"",
                ShellText.command(List.of("sh", "-c", "echo 100%\ndate\n")));
        assertEquals("eval \"$(printf '\\055a \\047\\n\\047')\"", ShellText.command(List.of("-a", "\n")));
        assertEquals("eval \"$(printf 'cd -- \\047a\\nb\\047')\" && ls", ShellText.in("a\nb", "ls"));
    }

    /** The shell itself says what it reads. */
    @ParameterizedTest
    @CsvSource({"sh, 1", "sh, 2", "bash, 3", "bash, 4"})
    @DisabledOnOs(OS.WINDOWS)
    void shellReadsExactlyTheArguments(String shell, long seed) throws Exception {
        Random random = new Random(seed);
        List<String> arguments = new ArrayList<>(List.of("printf", "%s\\0"));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int i = 0; i < 400; i++) {
            String argument = MadeDeed.text(random);
            arguments.add(argument);
            bytes(argument, expected);
            expected.write(0);
        }
        String command = ShellText.command(arguments);
        assertTrue(command.chars().allMatch(sign -> sign >= ' ' && sign != 0x7f), command);
        Process process = new ProcessBuilder(shell).start();
        try (var in = process.getOutputStream()) {
            in.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] read = process.getInputStream().readAllBytes();
        assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertArrayEquals(expected.toByteArray(), read);
    }

    private static void bytes(String text, ByteArrayOutputStream out) throws IOException {
        for (int point : text.codePoints().toArray()) {
            if (point >= 0xdc80 && point <= 0xdcff) {
                out.write(point & 0xff);
            } else {
                out.write(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
