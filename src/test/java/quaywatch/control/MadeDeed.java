package quaywatch.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.User;

/** Deeds for tests. */
public final class MadeDeed {

    /** What acts on a terminal, ends a line or a quote, reads from right to left, or is no text at all. */
    private static final List<String> HOSTILE = List.of("\033[2J", "\n", "\r", "\t", "'", "\"", "\\", "$(id)", "`id`", "\u202e", "\u200b",
            "\0177", "\u0003", " ", "#", "~", "!", "ß", "\ud83d\ude00", "\udcff", "\udc80", ";", "&&", "{\"id\":1}", "%s", "a", "-", "");

    private MadeDeed() {}

    /** A deed of one process that listened on a port. */
    public static Deed of(String id, int port, String... arguments) {
        return new Deed(id, Instant.parse("2026-11-23T14:03:04Z"), new User(1000, "mira"), Deed.Means.WINDOW, Way.Kind.PROCESS, null,
                List.of(new Deed.Port(Protocol.TCP, port)),
                List.of(new Deed.Stopped(new ProcessId(4711, 12), arguments[0], new Launch(List.of(arguments), "", "/srv/shop"),
                        new User(1000, "mira"), new Belonging.StartedBy("npm start"))),
                false, Deed.Result.ENDED, "");
    }

    /** The closing of a connection of firefox. */
    public static Deed closing(String id) {
        return Deed.closing(id, Instant.parse("2026-11-23T14:03:04Z"), new User(1000, "mira"), Deed.Means.WINDOW,
                new Deed.Connection("127.0.0.1:40000", "127.0.0.1:3000", "firefox 4711"), Deed.Result.ENDED, "");
    }

    /** Any deed at all. */
    static Deed random(Random random) {
        if (random.nextInt(5) == 0) {
            return Deed.closing("id" + random.nextLong(), Instant.ofEpochMilli(random.nextLong(1L << 42)), maybe(random, MadeDeed::user),
                    one(random, Deed.Means.values()), new Deed.Connection(text(random), text(random), text(random)),
                    one(random, Deed.Result.values()), text(random));
        }
        Deed.Result result = maybe(random, it -> one(it, Deed.Result.values()));
        // Where nobody agreed nothing was sent.
        boolean forced = random.nextBoolean() && result != Deed.Result.DECLINED;
        return new Deed("id" + random.nextLong(), Instant.ofEpochMilli(random.nextLong(1L << 42)), maybe(random, MadeDeed::user),
                one(random, Deed.Means.values()), one(random, Way.Kind.values()), maybe(random, MadeDeed::belonging),
                some(random, MadeDeed::port), some(random, MadeDeed::process), forced, result, text(random));
    }

    /** Any text at all, also one that no program should have. */
    public static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }

    private static <T> @Nullable T maybe(Random random, Function<Random, T> make) {
        return random.nextInt(3) == 0 ? null : make.apply(random);
    }

    private static <T> List<T> some(Random random, Function<Random, T> make) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(make.apply(random));
        }
        return all;
    }

    private static <E> E one(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static User user(Random random) {
        return new User(random.nextLong(1L << 32), text(random));
    }

    private static Belonging belonging(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Belonging.Unit(text(random), random.nextBoolean());
            case 1 -> new Belonging.Container(text(random), "podman");
            default -> new Belonging.StartedBy(text(random));
        };
    }

    private static Deed.Port port(Random random) {
        return new Deed.Port(one(random, Protocol.values()), 1 + random.nextInt(65_535));
    }

    private static Deed.Stopped process(Random random) {
        List<String> arguments = some(random, MadeDeed::text);
        return new Deed.Stopped(new ProcessId(1 + random.nextInt(4_000_000), random.nextLong()), text(random),
                new Launch(arguments, arguments.isEmpty() ? text(random) : "", text(random)), maybe(random, MadeDeed::user),
                maybe(random, MadeDeed::belonging));
    }
}
