package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/**
 * What a table shows, in a form for other programs. CSV and Markdown hold the texts of the shown columns; JSON holds an object for each socket
 * ({@code quaywatch/schema/sockets.schema.json}) or for each of those who hold them ({@code processes.schema.json}), with all that is known
 * of it. Immutable; any thread.
 *
 * @param shown         what
 * @param format        how
 * @param commandLines  whether command lines, which may hold secrets, are in it; only {@link Format#JSON} has any
 */
public record Export(Shown shown, Format format, boolean commandLines) {

    /** How an export is written. */
    public enum Format {
        CSV, JSON, MARKDOWN;

        /** What the name of a file ends with, without the dot. */
        public String extension() {
            return this == MARKDOWN ? "md" : name().toLowerCase(Locale.ROOT);
        }

        /** Whether an export may hold command lines. */
        public boolean tellsCommandLines() {
            return this == JSON;
        }
    }

    /** Whether command lines are in what is written. */
    public boolean isSecret() {
        return commandLines && format.tellsCommandLines();
    }

    /** Writes all of it; the writer is flushed and never closed. */
    public void write(Writer out) throws IOException {
        switch (format) {
            case CSV -> ShownCsv.write(shown, true, out);
            case JSON -> ShownJson.write(shown, commandLines, out);
            case MARKDOWN -> ShownMarkdown.write(shown, out);
        }
        out.flush();
    }

    /** All of it as one text. */
    public String text() {
        StringWriter out = new StringWriter();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be added to without fail", e);
        }
        return out.toString();
    }
}
