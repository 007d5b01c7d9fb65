package quaywatch.collect.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Processes that change while their sockets are watched. */
class ChangingHoldersTest {

    private final Looks looks = new Looks();

    @BeforeEach
    void needsLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this machine has no readable socket table");
    }

    @AfterEach
    void close() {
        looks.close();
    }

    private static ProcessFacts first(Sighting seen) {
        return ((Owner.Processes) seen.owner()).first();
    }

    @Test
    void programThatTakesOverAProcessIsNamedForTheSameSocket() throws Exception {
        try (Actor actor = Actor.start()) {
            int port = actor.listen("kept");
            Sighting before = looks.listener(port);
            actor.run("os.set_inheritable(kept.fileno(), True)");
            assertEquals("there", actor.run("os.execv('/bin/sh', ['sh', '-c', 'echo there; read line'])"));
            Sighting after = looks.until(Looks.ROUND, port, it -> first(it).name().equals("sh")).getLast();
            assertEquals(first(before).id(), first(after).id());
            assertNotEquals(first(before).commandLine(), first(after).commandLine());
            assertEquals(before.socket(), after.socket());
        }
    }

    @Test
    void socketOnANumberThatWasInUseBeforeHasItsOwnerInTheNextLook() throws Exception {
        try (Actor actor = Actor.start()) {
            int first = actor.listen("old");
            looks.listener(first);
            int number = actor.number("old.fileno()");
            actor.run("old.close()");
            int second = actor.listen("new");
            assertEquals(number, actor.number("new.fileno()"));
            looks.until(1, second, Looks.heldBy(List.of(actor.pid())));
        }
    }

    @Test
    void socketsOfTheOtherThreadsAreFoundWhenTheFirstHasEnded() throws Exception {
        try (Actor actor = Actor.start()) {
            int before = actor.listen("before");
            looks.listener(before);
            actor.run("without_leader()");
            int after = actor.listen("after");
            looks.until(Looks.ROUND, after, Looks.heldBy(List.of(actor.pid())));
            looks.until(Looks.ROUND, before, Looks.heldBy(List.of(actor.pid())));
            actor.run("before.close()");
            assertEquals(0, looks.sample().sightings().stream().filter(it -> Looks.listens(before).test(it.socket())).count());
        }
    }

    @Test
    void socketsOfAProcessWithoutItsFirstThreadAreFoundInTheFirstLook() throws Exception {
        try (Actor actor = Actor.start()) {
            int port = actor.listen("made");
            actor.run("without_leader()");
            for (int look = 0; look < 2 * Looks.ROUND; look++) {
                looks.until(1, port, Looks.heldBy(List.of(actor.pid())));
            }
        }
    }

    @Test
    void socketOfAThreadWithDescriptorsOfItsOwnBelongsToTheProcess() throws Exception {
        try (Actor actor = Actor.start()) {
            looks.sample();
            int port = actor.number("table()");
            looks.until(Looks.SEARCH, port, Looks.heldBy(List.of(actor.pid())));
            for (int look = 0; look < 2 * Looks.ROUND; look++) {
                looks.until(1, port, Looks.heldBy(List.of(actor.pid())));
            }
        }
    }

    @Test
    void acceptedConnectionIsFoundExactlyInTheNextLook() throws Exception {
        try (Actor server = Actor.start(); Actor client = Actor.start()) {
            int port = server.listen("door");
            client.run("way = connected(" + port + ")");
            int from = client.number("port(way)");
            Sighting waiting = looks.only(it -> it.local().port() == port && it.remote().port() == from);
            assertEquals(0, waiting.socket().inode());
            assertEquals(List.of(server.pid()), Looks.pids(waiting));
            assertEquals(new Evidence.Inferred(1), waiting.evidence());
            server.run("taken = door.accept()[0]");
            Sighting taken = looks.only(it -> it.local().port() == port && it.remote().port() == from);
            assertEquals(waiting.socket().cookie(), taken.socket().cookie());
            assertEquals(Evidence.EXACT, taken.evidence());
            assertEquals(List.of(server.pid()), Looks.pids(taken));
        }
    }

    @Test
    void thousandsOfDescriptorsOfOneProcessAreAllKnownAndStaySoWhenManyChange() throws Exception {
        try (Actor actor = Actor.start()) {
            actor.run("import resource");
            actor.run("resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)");
            assumeTrue(actor.number("resource.getrlimit(resource.RLIMIT_NOFILE)[0]") > 7_000, "too few descriptors are allowed");
            actor.run("files = [os.open('/dev/null', os.O_RDONLY) for _ in range(3000)]");
            actor.run("many = [listener() for _ in range(3000)]");
            assertEquals(3_000, heldListeners(actor));
            actor.run("[each.close() for each in many[::3]]");
            actor.run("more = [listener() for _ in range(500)]");
            actor.run("[os.close(each) for each in files[::2]]");
            actor.run("even_more = [listener() for _ in range(500)]");
            assertEquals(3_000, heldListeners(actor));
        }
    }

    private int heldListeners(Actor actor) throws Exception {
        List<Sighting> held = looks.sample().sightings().stream()
                .filter(it -> it.socket().state() == SocketState.LISTEN && Looks.pids(it).equals(List.of(actor.pid()))).toList();
        Set<Integer> ports = new HashSet<>(held.stream().map(it -> it.socket().local().port()).collect(Collectors.toSet()));
        assertEquals(held.size(), ports.size());
        return held.size();
    }
}
