package quaywatch.collect.linux;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SocketSource;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;

/**
 * A program for tests to start in straitened circumstances: it looks once and prints what a test wants to know. Arguments: a port, and
 * {@code exhaust} to use up all descriptors after a first look.
 */
final class OneLook {

    private OneLook() {}

    public static void main(String[] args) throws Exception {
        try (SocketSource source = LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run)) {
            source.sample();
            List<InputStream> taken = args.length > 1 ? exhaust() : List.of();
            String told = tell(source, Integer.parseInt(args[0]));
            for (InputStream each : taken) {
                each.close();
            }
            System.out.println(told);
        }
    }

    private static String tell(SocketSource source, int port) throws Exception {
        SocketSample sample = source.sample();
        StringBuilder told = new StringBuilder("complete " + sample.report().complete() + ", hidden "
                + (sample.report().hiddenProcesses() > 0) + ", troubles " + sample.report().troubles().size());
        sample.sightings().stream().filter(it -> it.socket().protocol() == Protocol.TCP && it.socket().local().port() == port)
                .forEach(it -> told.append(", ").append(kind(it)).append(' ').append(it.evidence()));
        return told.toString();
    }

    private static String kind(Sighting seen) {
        return switch (seen.owner()) {
            case Owner.UserOnly(var user) -> "only " + user.name();
            case Owner.Service(var belonging, _) -> "service " + belonging.name();
            case Owner.Processes it when seen.evidence() instanceof Evidence.Inferred -> "process " + it.first().id().pid();
            case Owner.Processes _,Owner.Kernel _,Owner.Unknown _ -> seen.owner().getClass().getSimpleName();
        };
    }

    private static List<InputStream> exhaust() throws Exception {
        loadClasses();
        List<InputStream> taken = new ArrayList<>();
        try {
            while (taken.size() < 100_000) {
                taken.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            // None is left.
        }
        return taken;
    }

    /** No class file can be opened once descriptors have run out. */
    private static void loadClasses() throws Exception {
        Path root = Path.of(LinuxSocketSource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(root.resolve("quaywatch"))) {
            for (Path file : files.filter(it -> it.toString().matches(".*/(collect/linux|kernel|model)/.*\\.class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.');
                if (!name.endsWith("package-info.class")) {
                    Class.forName(name.substring(0, name.length() - ".class".length()));
                }
            }
        }
    }
}
