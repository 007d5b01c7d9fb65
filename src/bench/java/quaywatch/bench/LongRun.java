package quaywatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import quaywatch.collect.NoSocketEvents;
import quaywatch.collect.linux.LinuxSocketSource;
import quaywatch.collect.linux.ProcInterfaceSource;
import quaywatch.kernel.ProcFs;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;
import quaywatch.text.Words;
import quaywatch.view.Scope;
import quaywatch.view.ViewState;
import quaywatch.view.Viewer;

/**
 * Whether anything grows: {@code LongRun [TICKS]}. Ticks as fast as it can, a second apart by its own clock, while connections open and close
 * and processes come and go, and compares open files, threads and the heap after a collection early on and at the end. Linux only.
 */
final class LongRun {

    private static final int KEPT = 200;
    private static final int OPENED_EACH_TICK = 10;
    private static final int TICKS_A_PROCESS = 20;
    private static final double MOST_GROWTH = 1.10;

    private final TurnedClock clock = new TurnedClock();
    private final Viewer viewer = new Viewer(new Words(Locale.ENGLISH), ServiceNames.parse(List.of()));
    private final Deque<Socket> open = new ArrayDeque<>();

    private LongRun() {}

    /** What must not grow. */
    private record Held(long files, int threads, long heap, int rows) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        new LongRun().run(args.length > 0 ? Integer.parseInt(args[0]) : 3_000);
    }

    private void run(int ticks) throws IOException, InterruptedException {
        Held early = new Held(0, 0, 0, 0);
        try (ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
                SamplingLoop loop = new SamplingLoop(LinuxSocketSource.netlink(clock, Runnable::run),
                        new ProcInterfaceSource(ProcFs.LIVE_ROOT),
                        new NoSocketEvents(), clock,
                        Executors.newSingleThreadScheduledExecutor())) {
            for (int tick = 1; tick <= ticks; tick++) {
                churn(server, tick);
                int rows = look(loop);
                clock.turn();
                if (tick == ticks / 4) {
                    early = held(rows);
                }
            }
            report(ticks, early, held(look(loop)));
        }
        open.forEach(LongRun::close);
    }

    private int look(SamplingLoop loop) {
        Snapshot snapshot = loop.tickOnce();
        viewer.rows(snapshot, ViewState.of(Scope.ALL), snapshot.taken());
        return snapshot.rows().size();
    }

    private void churn(ServerSocket server, int tick) throws IOException, InterruptedException {
        for (int i = 0; i < OPENED_EACH_TICK; i++) {
            open.add(resetting(new Socket(server.getInetAddress(), server.getLocalPort())));
            open.add(resetting(server.accept()));
        }
        while (open.size() > KEPT) {
            close(open.remove());
        }
        if (tick % TICKS_A_PROCESS == 0) {
            new ProcessBuilder("true").start().waitFor();
        }
    }

    /** Leaves no TIME_WAIT, of which there would be more and more. */
    private static Socket resetting(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Held held(int rows) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return new Held(files.count(), ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), rows);
        }
    }

    private static void report(int ticks, Held early, Held late) {
        print("jvm flags  %s%n", ManagementFactory.getRuntimeMXBean().getInputArguments());
        print("load       %d ticks, %d connections opened and closed, %d rows%n", ticks, ticks * OPENED_EACH_TICK, late.rows());
        figure("open files", early.files(), late.files(), early.files());
        figure("threads", early.threads(), late.threads(), early.threads());
        figure("heap kB", early.heap() / 1024, late.heap() / 1024, Math.round(early.heap() / 1024 * MOST_GROWTH));
    }

    private static void figure(String name, long early, long late, long most) {
        print("%-10s %d after a quarter, %d at the end, target %d: %s%n", name, early, late, most, late <= most ? "met" : "missed");
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }
}
