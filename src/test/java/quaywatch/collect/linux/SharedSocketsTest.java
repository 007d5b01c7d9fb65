package quaywatch.collect.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Sockets that several descriptors or processes hold, or that pass from one to another while they live: nothing in the tables tells of that. */
class SharedSocketsTest {

    private static final Owner NOT_FOUND = new Owner.Unknown(Owner.Reason.NOT_FOUND);

    private final Looks looks = new Looks();

    @BeforeEach
    void needsLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this machine has no readable socket table");
    }

    @AfterEach
    void close() {
        looks.close();
    }

    @Test
    void listenerOfFourProcessesHasThreeHoldersWhenItsMakerClosesIt() throws Exception {
        try (Actor actor = Actor.start()) {
            int port = actor.listen("shared");
            assertEquals(List.of(actor.pid()), Looks.pids(looks.listener(port)));
            List<Long> forks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                forks.add((long) actor.number("park()"));
            }
            forks.sort(null);
            List<Long> all = new ArrayList<>(forks);
            all.add(actor.pid());
            all.sort(null);
            looks.until(1, port, Looks.heldBy(all));
            actor.run("shared.close()");
            looks.until(Looks.ROUND, port, Looks.heldBy(forks));
            actor.run("os.kill(" + forks.removeFirst() + ", signal.SIGKILL)");
            actor.run("os.wait()");
            looks.until(1, port, Looks.heldBy(forks));
        }
    }

    @Test
    void holderThatPutsSomethingElseInThePlaceOfASharedSocketIsNoHolderThoughItsDescriptorsChangeAllTheTime() throws Exception {
        try (Actor actor = Actor.start()) {
            int port = actor.listen("shared");
            long fork = actor.number("park()");
            looks.listener(port);
            actor.run("os.dup2(os.open('/dev/null', os.O_RDONLY), shared.fileno())");
            List<Long> left = List.of(fork);
            boolean noticed = false;
            for (int look = 0; look < 2 * Looks.ROUND && !noticed; look++) {
                actor.run("os.open('/dev/null', os.O_RDONLY)");
                noticed = Looks.pids(looks.listener(port)).equals(left);
            }
            assertTrue(noticed, "a descriptor that is another file by now is still taken for the socket");
        }
    }

    @Test
    void losingOneOfTwoDescriptorsIsNotLosingTheSocket() throws Exception {
        try (Actor actor = Actor.start()) {
            int port = actor.listen("one");
            actor.run("two = one.dup()");
            Sighting before = looks.listener(port);
            assertEquals(List.of(actor.pid()), Looks.pids(before));
            actor.run("one.close()");
            for (int look = 0; look < Looks.ROUND; look++) {
                Sighting now = looks.listener(port);
                assertEquals(before.owner(), now.owner());
                assertEquals(Evidence.EXACT, now.evidence());
            }
        }
    }

    @Test
    void socketThatWasPassedOnBelongsToItsReceiver() throws Exception {
        try (Actor giver = Actor.start(); Actor taker = Actor.start()) {
            int port = giver.listen("passed");
            connect(giver, taker);
            assertEquals(List.of(giver.pid()), Looks.pids(looks.listener(port)));
            giver.run("socket.send_fds(way, [b'.'], [passed.fileno()])");
            taker.run("got = socket.recv_fds(way, 1, 1)[1][0]");
            giver.run("passed.close()");
            List<Sighting> seen = looks.until(Looks.ROUND, port, Looks.heldBy(List.of(taker.pid())));
            seen.forEach(it -> assertTrue(List.of(giver.pid(), taker.pid()).containsAll(Looks.pids(it)), it::toString));
        }
    }

    @Test
    void socketOnItsWayHasAUserButNoHolderUntilItIsReceived() throws Exception {
        try (Actor giver = Actor.start(); Actor taker = Actor.start()) {
            int port = giver.listen("passed");
            connect(giver, taker);
            Sighting before = looks.listener(port);
            giver.run("socket.send_fds(way, [b'.'], [passed.fileno()])");
            giver.run("passed.close()");
            List<Sighting> seen = looks.until(Looks.ROUND, port, it -> it.owner().equals(NOT_FOUND));
            assertEquals(Evidence.RESOLVING, seen.getLast().evidence());
            seen = looks.until(Looks.SEARCH, port, it -> it.evidence().equals(Evidence.EXACT));
            assertEquals(NOT_FOUND, seen.getLast().owner());
            assertEquals(before.socket().knownUser().orElseThrow(), seen.getLast().socket().knownUser().orElseThrow());
            taker.run("got = socket.recv_fds(way, 1, 1)[1][0]");
            looks.until(Looks.ROUND, port, Looks.heldBy(List.of(taker.pid())));
        }
    }

    /** Connects the two by a socket of another kind, which each calls its way. */
    private static void connect(Actor giver, Actor taker) throws Exception {
        String name = "'\\0quaywatch-" + giver.pid() + "'";
        taker.run("door = socket.socket(socket.AF_UNIX)");
        taker.run("door.bind(" + name + ")");
        taker.run("door.listen()");
        giver.run("way = socket.socket(socket.AF_UNIX)");
        giver.run("way.connect(" + name + ")");
        taker.run("way = door.accept()[0]");
    }
}
