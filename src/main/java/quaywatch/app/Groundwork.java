package quaywatch.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Journal;
import quaywatch.control.Self;
import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.model.User;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Here;
import quaywatch.settings.Loaded;
import quaywatch.settings.Notice;
import quaywatch.settings.SettingsStore;
import quaywatch.text.Words;
import quaywatch.ui.About;

/** What is made, and read from disk, before there is a window: the FX thread reads nothing. */
final class Groundwork implements AutoCloseable {

    private final Words words;
    private final ServiceNames names;
    private final PortRange ephemeral;
    private final Self self;
    private final Here here;
    private final Journal journal;
    private final Optional<Path> folder;
    private final Threads threads = new Threads();
    private final Future<SamplingLoop> loop;
    private final Consumer<Runnable> past;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final SettingsStore store;
    private final Loaded loaded;
    private final About about = Shipped.about();
    private final List<Notice> early = new ArrayList<>();
    private @Nullable Consumer<Notice> listener;

    /**
     * Reads the settings.
     *
     * @param folder  where they are kept; empty to keep them in memory only
     * @param journal  what was done on this machine
     */
    Groundwork(Machine machine, Words words, ServiceNames names, Optional<Path> folder, Journal journal) {
        this.words = words;
        this.names = names;
        this.past = machine.past();
        this.loop = threads.sampler().submit(() -> new SamplingLoop(machine.sockets().get(), machine.interfaces().get(),
                machine.events().get(), machine.clock(), threads.sampler()));
        this.ephemeral = machine.ephemeral().get();
        User me = machine.user().get().orElse(null);
        this.self = Self.ofThisProcess(me, machine.lever().administrators().isPresent());
        this.here = new Here(names, ephemeral, me, machine.clock().withZone(ZoneId.systemDefault()));
        this.journal = journal;
        this.folder = folder;
        this.store = new SettingsStore(folder, threads.sampler(), this::tell);
        this.loaded = store.load();
        early.addAll(loaded.notices());
    }

    /**
     * Starts looking at the machine, once: before there is a toolkit, so that rows are there as soon as a window is. Whoever listens to the loop
     * later begins with its latest snapshot.
     */
    void look() {
        if (!looking.getAndSet(true)) {
            threads.sampler().execute(this::lookBack);
        }
    }

    private void lookBack() {
        SamplingLoop own = loop();
        try {
            past.accept(own::tickOnce);
            own.start();
        } catch (IllegalStateException | RejectedExecutionException _) {
            // Closed before it was over.
        }
    }

    /** What looks at the machine; waits until it has been made, but for no look. Closed together with this. */
    SamplingLoop loop() {
        try {
            return loop.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the machine could be looked at", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the machine can't be looked at", e.getCause());
        }
    }

    Words words() {
        return words;
    }

    ServiceNames names() {
        return names;
    }

    /** What a query can name here. */
    Here here() {
        return here;
    }

    /** What was done on this machine. */
    Journal journal() {
        return journal;
    }

    PortRange ephemeral() {
        return ephemeral;
    }

    /** This process and its ancestors, which are not to be stopped without a warning. */
    Self self() {
        return self;
    }

    Threads threads() {
        return threads;
    }

    SettingsStore store() {
        return store;
    }

    Loaded loaded() {
        return loaded;
    }

    /** What the program is. */
    About about() {
        return about;
    }

    /** Where settings are kept, as a sentence. */
    String place() {
        return folder.map(path -> words.get("ui.settings.place", path.toString())).orElseGet(() -> words.get("ui.settings.noPlace"));
    }

    /** Hands on every notice, also those from before; called on the thread that had the trouble. */
    synchronized void listen(Consumer<Notice> newListener) {
        listener = newListener;
        early.forEach(newListener);
        early.clear();
    }

    private synchronized void tell(Notice notice) {
        if (listener == null) {
            early.add(notice);
        } else {
            listener.accept(notice);
        }
    }

    @Override
    public void close() {
        // First, for what was chosen is all that can be lost.
        store.close();
        if (loop.state() == Future.State.SUCCESS) {
            loop.resultNow().close();
        }
        threads.close();
    }
}
