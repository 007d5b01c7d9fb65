package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static quaywatch.model.SocketState.ESTABLISHED;
import static quaywatch.model.SocketState.TIME_WAIT;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.connection;
import static quaywatch.monitor.Scene.forgotten;
import static quaywatch.monitor.Scene.listener;
import static quaywatch.monitor.Scene.process;

class RememberedOwnersTest {

    private final RememberedOwners owners = new RememberedOwners();
    private final Socket waiting = connection(5000, TIME_WAIT, 0);

    @Test
    void ownerIsTheOneThatHeldTheSameEnds() {
        remember(5000, 1, START);
        assertEquals(new Sighting(waiting, process(1), Evidence.REMEMBERED), owners.completed(forgotten(waiting), null, START));
    }

    @Test
    void clockThatIsSetBackKeepsNothingForLonger() {
        remember(5000, 1, START);
        Sighting sighting = forgotten(waiting);
        assertSame(sighting, owners.completed(sighting, null, START.minus(Duration.ofHours(1))));
    }

    @Test
    void otherEndsAreNotConfused() {
        remember(5001, 1, START);
        Sighting sighting = forgotten(waiting);
        assertSame(sighting, owners.completed(sighting, null, START));
    }

    @Test
    void sightingWithAnOwnerIsBelieved() {
        remember(5000, 1, START);
        Sighting sighting = Scene.held(waiting, 2);
        assertSame(sighting, owners.completed(sighting, null, START));
    }

    @Test
    void userAloneIsCompletedOnlyForAnOrphan() {
        remember(5000, 1, START);
        Owner user = new Owner.UserOnly(new User(0, "root"));
        assertEquals(Evidence.REMEMBERED, owners.completed(new Sighting(waiting, user, Evidence.EXACT), null, START).evidence());
        Sighting open = new Sighting(connection(5000, ESTABLISHED, 11), user, Evidence.EXACT);
        assertSame(open, owners.completed(open, null, START));
    }

    @Test
    void unitIsRememberedThoughItsProcessIsHidden() {
        Owner unit = new Owner.Service(new Belonging.Unit("web.service", false), new User(0, "root"));
        owners.remember(new Row(connection(5000, ESTABLISHED, 11), Live.first(unit, new Evidence.Inferred(2), START, false)), START);
        assertEquals(new Sighting(waiting, unit, Evidence.REMEMBERED), owners.completed(forgotten(waiting), null, START));
    }

    @Test
    void guessesAndListenersAreNotRemembered() {
        Live guess = Live.first(process(1), new Evidence.Inferred(2), START, false);
        owners.remember(new Row(connection(5000, ESTABLISHED, 11), guess), START);
        owners.remember(new Row(listener(80, 12), Live.first(process(1), Evidence.EXACT, START, false)), START);
        assertEquals(0, owners.size());
    }

    @Test
    void memoryEndsFiveMinutesAfterItsLastUse() {
        remember(5000, 1, START);
        Instant used = START.plus(Duration.ofMinutes(4));
        assertEquals(process(1), owners.completed(forgotten(waiting), null, used).owner());
        assertEquals(process(1), owners.completed(forgotten(waiting), null, used.plus(Duration.ofSeconds(299))).owner());
        assertEquals(Scene.FORGOTTEN, owners.completed(forgotten(waiting), null, used.plus(Duration.ofSeconds(599))).owner());
        assertEquals(0, owners.size());
    }

    @Test
    void oldestIsDroppedBeyondTheLimit() {
        RememberedOwners few = new RememberedOwners(2);
        for (int port = 5000; port < 5003; port++) {
            few.remember(gone(port, port), START);
        }
        assertEquals(2, few.size());
        assertEquals(Scene.FORGOTTEN, few.completed(forgotten(waiting), null, START).owner());
        assertEquals(process(5002), few.completed(forgotten(connection(5002, TIME_WAIT, 0)), null, START).owner());
    }

    private void remember(int port, long pid, Instant now) {
        owners.remember(gone(port, pid), now);
    }

    private static Row gone(int port, long pid) {
        return new Row(connection(port, ESTABLISHED, 11), Live.first(process(pid), Evidence.EXACT, START, false).withClosed(START));
    }
}
