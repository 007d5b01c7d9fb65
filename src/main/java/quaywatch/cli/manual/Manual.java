package quaywatch.cli.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import quaywatch.cli.CommandModel;
import quaywatch.text.Words;

/** Writes all files. A program of its own, which the dev script runs after a build. */
public final class Manual {

    private Manual() {}

    /**
     * Writes {@code quaywatch.1}, {@code quaywatch.bash}, {@code _quaywatch} and {@code quaywatch.fish}.
     *
     * @param args  the frame of the page ({@link ManPage}), the folder to write to, the version, and when that was
     *              made, as ISO 8601 has it
     */
    public static void main(String... args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("takes the frame of the page, a folder, a version and its time");
        }
        String day = Instant.parse(args[3]).atOffset(ZoneOffset.UTC).toLocalDate().toString();
        write(Path.of(args[0]), Path.of(args[1]), args[2], day);
    }

    private static void write(Path frame, Path folder, String version, String day) throws IOException {
        CommandSpec root = CommandModel.of(new Words(Locale.ROOT));
        Files.createDirectories(folder);
        text(folder.resolve("quaywatch.1"), new ManPage(root, version, day).in(Files.readString(frame)));
        text(folder.resolve("quaywatch.bash"), AutoComplete.bash(root.name(), new CommandLine(root)));
        text(folder.resolve("_quaywatch"), new ZshScript(root).text());
        text(folder.resolve("quaywatch.fish"), new FishScript(root).text());
    }

    private static void text(Path file, String text) throws IOException {
        Files.writeString(file, text.endsWith("\n") ? text : text + "\n", StandardCharsets.UTF_8);
    }
}
