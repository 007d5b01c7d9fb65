package quaywatch.collect.linux;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import quaywatch.collect.SocketSample.Sighting;

/**
 * A program for tests to start where nothing else runs: it has sockets made and looks at them while nothing changes. Arguments: how many sockets
 * each of {@value #HOLDERS} processes has, for as many times as there are numbers; or {@code marked} and a folder, which is listed before and
 * after the quiet looks. Prints a line for each quiet look: sockets, tables listed, descriptors read, sightings that are others than before,
 * bytes allocated.
 */
final class QuietLooks implements AutoCloseable {

    static final int HOLDERS = 8;
    /** Looks after which no process is young any more, and all that is compiled early is. */
    private static final int SETTLED = 40;

    private final List<Actor> actors = new ArrayList<>();
    private final Looks looks = new Looks();
    private List<Sighting> before = List.of();
    private List<Sighting> now = List.of();

    private QuietLooks() {}

    public static void main(String[] args) throws Exception {
        try (QuietLooks quiet = new QuietLooks()) {
            quiet.start();
            if (args[0].equals("marked")) {
                quiet.make(10);
                quiet.marked(new File(args[1]));
            } else {
                quiet.measured(args);
            }
        }
    }

    private void start() throws IOException {
        for (int i = 0; i < HOLDERS; i++) {
            Actor actor = Actor.start();
            actors.add(actor);
            actor.run("made = []");
            actor.run("door = listener()");
            actor.run("way = connected(port(door))");
            actor.run("taken = door.accept()[0]");
            actor.run("pour(way, taken, 1000)");
            actor.run("datagram = bound(kind=socket.SOCK_DGRAM)");
        }
    }

    /** Brings each process to so many sockets of one kind. */
    private void make(int each) throws IOException {
        for (Actor actor : actors) {
            actor.run("made += [listener() for _ in range(" + each + " - len(made))]");
        }
    }

    private void measured(String[] numbers) throws Exception {
        try (Engine engine = Engine.live()) {
            for (String each : numbers) {
                make(Integer.parseInt(each));
                for (int look = 0; look < SETTLED + 2 * Looks.ROUND; look++) {
                    long bytes = Allocated.by(() -> now = looks.sample().sightings());
                    int others = others();
                    engine.tick();
                    CountedTables.Asked asked = engine.asked();
                    if (look >= SETTLED) {
                        System.out.println(before.size() + " " + asked.lists() + " " + asked.reads() + " " + others + " " + bytes);
                    }
                }
            }
        }
    }

    private int others() {
        int others = Math.abs(now.size() - before.size());
        for (int i = 0; i < Math.min(now.size(), before.size()); i++) {
            others += now.get(i) == before.get(i) ? 0 : 1;
        }
        before = now;
        return others;
    }

    private void marked(File folder) throws Exception {
        for (int look = 0; look < Looks.ROUND; look++) {
            looks.sample();
        }
        folder.list();
        for (int look = 0; look < 2 * Looks.ROUND; look++) {
            now = looks.sample().sightings();
            System.out.println("others " + others());
        }
        folder.list();
    }

    @Override
    public void close() {
        actors.forEach(Actor::close);
        looks.close();
    }
}
