package quaywatch.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Journal.Trouble.Kind;
import quaywatch.text.FileTrouble;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

/**
 * Keeps what was done in {@code journal.jsonl}, one deed a line: {@link DeedJson}. A later line with the same id says more of the same deed, so
 * that a program which ends in the middle leaves what it had begun. Readable by its owner only, for command lines hold secrets; bounded, the
 * oldest deeds give way.
 */
public final class JournalFile implements Journal {

    /** So many deeds are kept. */
    static final int MOST = 1_000;
    /** So many bytes the file has at most. */
    static final int LARGEST = 2 << 20;

    private static final String FILE = "journal.jsonl";
    private static final String LOCK = "journal.lock";

    private final OwnFolder folder;
    private @Nullable Stamp read;
    private Deeds known = Deeds.NONE;

    /** @param folder  made when something is first written */
    public JournalFile(Path folder) {
        this.folder = new OwnFolder(folder);
    }

    /** What tells that a file has changed: it only grows, or is another one. */
    private record Stamp(@Nullable Object file, long size, Object changed) {}

    private record Content(Map<String, Deed> oldestFirst, long size, int broken) {}

    @Override
    public synchronized Optional<Trouble> write(Deed deed) {
        return attempt(Kind.NOT_WRITTEN, () -> folder.alone(LOCK, () -> {
            Content content = load();
            byte[] line = line(deed);
            content.oldestFirst.put(deed.id(), deed);
            if (content.size + line.length < LARGEST && content.oldestFirst.size() <= MOST) {
                folder.append(FILE, line);
            } else {
                folder.replace(FILE, bounded(List.copyOf(content.oldestFirst.values())));
            }
            return true;
        }));
    }

    @Override
    public synchronized Deeds read() {
        if (!Files.exists(folder.at(FILE), NOFOLLOW_LINKS)) {
            return Deeds.NONE;
        }
        Optional<Trouble> trouble = attempt(Kind.NOT_READ, () -> {
            BasicFileAttributes now = Files.readAttributes(folder.at(FILE), BasicFileAttributes.class, NOFOLLOW_LINKS);
            Stamp stamp = new Stamp(now.fileKey(), now.size(), now.lastModifiedTime());
            if (!stamp.equals(read)) {
                Content content = settled();
                known = new Deeds(new ArrayList<>(content.oldestFirst.values()).reversed(), content.broken, null);
                read = stamp;
            }
            return true;
        });
        return trouble.isEmpty() ? known : new Deeds(List.of(), 0, trouble.get());
    }

    /** Not in the middle of a line; where the folder can't be locked, as it is. */
    private Content settled() throws IOException {
        try {
            return folder.alone(LOCK, this::load);
        } catch (IOException _) {
            return load();
        }
    }

    @Override
    public synchronized Optional<Trouble> erase() {
        if (!Files.exists(folder.at(FILE), NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return attempt(Kind.NOT_ERASED, () -> folder.alone(LOCK, () -> {
            folder.delete(FILE);
            return true;
        }));
    }

    /** An interrupted thread can't use a channel, and a cancelled stop is one that is to be written down. */
    private Optional<Trouble> attempt(Kind kind, OwnFolder.Work<Boolean> work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Trouble(kind, folder.at(FILE).toString(), FileTrouble.words(e)));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Of a file that grew beyond its bound, which only somebody else can have made of it, the end. */
    private Content load() throws IOException {
        Map<String, Deed> deeds = new LinkedHashMap<>();
        int broken = 0;
        byte[] bytes;
        try {
            bytes = folder.tail(FILE, 2 * LARGEST);
        } catch (NoSuchFileException _) {
            return new Content(deeds, 0, 0);
        }
        int begin = 0;
        for (int end = 0; end <= bytes.length; end++) {
            if (end == bytes.length || bytes[end] == '\n') {
                Optional<Deed> deed = DeedJson.parse(Arrays.copyOfRange(bytes, begin, end));
                deed.ifPresent(each -> deeds.put(each.id(), each));
                broken += deed.isEmpty() && end > begin ? 1 : 0;
                begin = end + 1;
            }
        }
        return new Content(deeds, bytes.length, broken);
    }

    private static byte[] bounded(List<Deed> oldestFirst) {
        List<byte[]> lines = new ArrayList<>();
        int size = 0;
        for (Deed deed : oldestFirst.reversed()) {
            byte[] line = line(deed);
            size += line.length;
            if (size > LARGEST || lines.size() == MOST) {
                break;
            }
            lines.add(line);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.min(size, LARGEST));
        lines.reversed().forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] line(Deed deed) {
        return (DeedJson.text(deed) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
