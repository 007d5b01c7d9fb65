package quaywatch.view;

import java.io.IOException;
import java.io.Writer;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.view.Shown.Section;

/**
 * Writes what a table shows as one JSON array, an object on each line: a socket (twins are written one by one) or somebody who holds sockets.
 * In groups each object names its own first. A group without lines below it holds no socket that is shown, so it is left out.
 */
final class ShownJson {

    private final Shown shown;
    private final JsonGenerator out;
    private final SocketObject sockets;
    private final OwnerObject owners;
    private boolean empty = true;

    private ShownJson(Shown shown, boolean commandLines, Writer target) throws IOException {
        this.shown = shown;
        out = JsonFields.generator(target);
        OwnerJson texts = new OwnerJson(commandLines);
        sockets = new SocketObject(out, texts);
        owners = new OwnerObject(out, texts);
    }

    static void write(Shown shown, boolean commandLines, Writer target) throws IOException {
        ShownJson json = new ShownJson(shown, commandLines, target);
        json.out.writeRaw("[");
        for (Section section : shown.sections()) {
            String group = section.head() == null ? null : Shown.name(section.head());
            for (Entry entry : section.entries()) {
                json.write(entry, group);
            }
        }
        json.out.writeRaw(json.empty ? "]\n" : "\n]\n");
        json.out.close();
    }

    private void write(Entry entry, @Nullable String group) throws IOException {
        switch (entry) {
            case SocketLine line -> {
                for (Row row : line.rows()) {
                    separate();
                    sockets.write(row, group, shown.now());
                }
            }
            case OwnerLine line -> {
                separate();
                owners.write(line, group);
            }
        }
    }

    private void separate() throws IOException {
        out.writeRaw(empty ? "\n" : ",\n");
        empty = false;
    }
}
