package quaywatch.control;

import java.nio.file.Path;

/** A program of its own that writes to a journal: {@code JournalWriter FOLDER NAME COUNT}. */
final class JournalWriter {

    private JournalWriter() {}

    public static void main(String[] args) {
        write(new JournalFile(Path.of(args[0])), args[1], Integer.parseInt(args[2]));
    }

    static void write(Journal journal, String name, int count) {
        for (int i = 0; i < count; i++) {
            journal.write(MadeDeed.of(name + i, 8080, "node", "server.js"))
                    .ifPresent(trouble -> {
                        throw new AssertionError(trouble.toString());
                    });
        }
    }
}
