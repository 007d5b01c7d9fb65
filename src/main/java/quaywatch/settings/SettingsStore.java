package quaywatch.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import quaywatch.text.FileTrouble;

/**
 * Keeps settings in {@code settings.properties}. Without a home folder it works in memory. All methods may be called from any thread;
 * {@link #load} and {@link #close} touch the file, {@link #save} only plans to and never waits for one that does.
 */
public final class SettingsStore implements AutoCloseable {

    /** How long changes are gathered before they are written. */
    static final long DELAY_MILLIS = 1_000;

    private final @Nullable SettingsFile file;
    private final ScheduledExecutorService scheduler;
    private final Consumer<Notice> notices;
    private Map<String, String> unknown = Map.of();
    private @Nullable String written;
    private final AtomicReference<@Nullable Settings> waiting = new AtomicReference<>();
    private volatile boolean readOnly;
    private boolean complained;

    /**
     * @param folder     as {@link SettingsFolder} tells; made when first needed
     * @param scheduler  writes; stays the caller's to shut down
     * @param notices    hears of a failing save, once until one succeeds, on the thread that saved
     */
    public SettingsStore(Optional<Path> folder, ScheduledExecutorService scheduler, Consumer<Notice> notices) {
        this.file = folder.map(SettingsFile::new).orElse(null);
        this.scheduler = scheduler;
        this.notices = notices;
    }

    /** Reads the file. Whatever is wrong with it ends in a notice and defaults. */
    public synchronized Loaded load() {
        if (file == null) {
            return new Loaded(Settings.DEFAULTS, List.of(new Notice.NoHome()));
        }
        try {
            String text = file.read().orElse("");
            Optional<SettingsText.Decoded> decoded = SettingsText.decode(text);
            return decoded.isEmpty() ? broken(file) : usable(file, text, decoded.get());
        } catch (CharacterCodingException _) {
            return broken(file);
        } catch (IOException e) {
            readOnly = true;
            return new Loaded(Settings.DEFAULTS, List.of(new Notice.CanNotRead(file.path(), FileTrouble.words(e))));
        }
    }

    private Loaded usable(SettingsFile from, String text, SettingsText.Decoded decoded) {
        unknown = decoded.unknown();
        written = text;
        List<Notice> found = new ArrayList<>(decoded.bad());
        if (!found.isEmpty()) {
            keepAside(from).ifPresent(found::add);
        }
        return new Loaded(decoded.settings(), found);
    }

    private Loaded broken(SettingsFile from) {
        return new Loaded(Settings.DEFAULTS, List.of(keepAside(from).orElseGet(() -> new Notice.BrokenFile(from.aside()))));
    }

    /** What could not be kept aside must not be overwritten either. */
    private Optional<Notice> keepAside(SettingsFile from) {
        try {
            from.keepAside();
            return Optional.empty();
        } catch (IOException e) {
            readOnly = true;
            return Optional.of(new Notice.CanNotSave(from.aside(), FileTrouble.words(e)));
        }
    }

    /** Plans to write these settings within a second, together with what else changes until then. */
    public void save(Settings settings) {
        boolean planned = waiting.getAndSet(settings) != null;
        if (file != null && !readOnly && !planned) {
            try {
                scheduler.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException _) {
                // Shut down already: closing the store writes.
            }
        }
    }

    /** Writes what still waits to be written. */
    @Override
    public void close() {
        write();
    }

    private synchronized void write() {
        Settings settings = waiting.getAndSet(null);
        if (settings == null || file == null || readOnly) {
            return;
        }
        String text = SettingsText.encode(settings, unknown);
        if (text.equals(written)) {
            return;
        }
        try {
            file.write(text);
            written = text;
            complained = false;
        } catch (IOException e) {
            complain(new Notice.CanNotSave(file.path(), FileTrouble.words(e)));
        }
    }

    private void complain(Notice notice) {
        if (!complained) {
            complained = true;
            notices.accept(notice);
        }
    }
}
