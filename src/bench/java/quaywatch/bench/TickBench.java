package quaywatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import quaywatch.collect.SocketSample;
import quaywatch.collect.linux.LinuxSocketSource;

/**
 * What a tick of the Linux source costs: {@code TickBench [SOCKETS] [PROCESSES] [TICKS]}. Opens loopback connections and starts idle processes
 * of its own, then prints the first tick and the median and the garbage of the later ones.
 */
final class TickBench {

    private static final double GOAL_MILLIS = 100;

    private TickBench() {}

    public static void main(String[] args) throws Exception {
        int sockets = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int processes = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        int ticks = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        List<AutoCloseable> open = new ArrayList<>();
        try (LinuxSocketSource source = LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run)) {
            connect(sockets / 2, open);
            start(processes, open);
            measure(source, ticks);
        } finally {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    private static void measure(LinuxSocketSource source, int ticks) throws Exception {
        long first = System.nanoTime();
        SocketSample sample = source.sample();
        double cold = (System.nanoTime() - first) / 1e6;
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] millis = new double[ticks];
        long[] bytes = new long[ticks];
        for (int i = 0; i < ticks; i++) {
            long garbage = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            sample = source.sample();
            millis[i] = (System.nanoTime() - start) / 1e6;
            bytes[i] = threads.getCurrentThreadAllocatedBytes() - garbage;
        }
        Arrays.sort(millis);
        Arrays.sort(bytes);
        print("jvm flags  %s%n", ManagementFactory.getRuntimeMXBean().getInputArguments());
        print("load       %d sockets seen, %d processes%n", sample.sightings().size(), ProcessHandle.allProcesses().count());
        print("first tick %.1f ms%n", cold);
        print("tick       %.1f ms median of %d, worst %.1f ms, %,d bytes allocated%n", millis[ticks / 2], ticks, millis[ticks - 1],
                bytes[ticks / 2]);
        print("target     %.1f ms of %.0f ms: %s%n", millis[ticks / 2], GOAL_MILLIS, millis[ticks / 2] <= GOAL_MILLIS ? "met" : "missed");
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }

    private static void connect(int pairs, List<AutoCloseable> open) throws IOException {
        ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        open.add(server);
        for (int i = 0; i < pairs; i++) {
            open.add(new Socket(server.getInetAddress(), server.getLocalPort()));
            open.add(server.accept());
        }
    }

    private static void start(int processes, List<AutoCloseable> open) throws IOException {
        for (int i = 0; i < processes; i++) {
            Process child = new ProcessBuilder("sleep", "300").start();
            open.add(child::destroy);
        }
    }
}
