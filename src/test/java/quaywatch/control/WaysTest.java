package quaywatch.control;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.process;

/** The suggested way is the one that nothing known undoes. */
class WaysTest {

    private static final ProcessFacts JAVA = process("java", 70, ME);
    private static final ProcessFacts SHELL = process("sh", 60, ME);
    private static final ProcessFacts NODEMON = process("node", 50, ME);
    private static final Cause LOOP = new Cause.Loop(SHELL, "while true; do java; done");
    private static final Cause KEEPER = new Cause.Keeper(Cause.Kind.NODEMON, NODEMON, "/x/nodemon.js");
    private static final Service.Unit UNIT = new Service.Unit("a.service", true, List.of());

    private static List<Way> of(Supervision supervision) {
        return Ways.of(List.of(JAVA), supervision, Set.of(1L, 500L));
    }

    @Test
    void holderAloneIsAskedWhereNobodyIsKnown() {
        assertEquals(List.of(new Way.Ask(List.of(JAVA))), of(Supervision.NONE));
    }

    @Test
    void serviceComesBeforeThoseWhoStartItAgain() {
        assertEquals(List.of(new Way.Stop(UNIT), new Way.AskKeepers(List.of(SHELL), List.of(JAVA)), new Way.Ask(List.of(JAVA))),
                of(new Supervision(List.of(LOOP), UNIT, List.of(), null)));
    }

    @Test
    void outermostKeeperIsAskedFirst() {
        assertEquals(List.of(NODEMON, SHELL, JAVA),
                of(new Supervision(List.of(LOOP, KEEPER), null, List.of(), null)).getFirst().signalled());
    }

    @Test
    void treeIsOneOfTheWaysAndNeverSuggested() {
        ProcessFacts child = process("esbuild", 71, ME);
        assertEquals(List.of(new Way.Ask(List.of(JAVA)), new Way.AskTree(List.of(JAVA), List.of(child))),
                of(new Supervision(List.of(), null, List.of(child), null)));
    }

    @Test
    void quaywatchAndTheFirstProcessAreInNoWay() {
        Cause own = new Cause.Loop(process("sh", 500, ME), "while :; do java; done");
        assertEquals(List.of(new Way.Ask(List.of(JAVA))),
                of(new Supervision(List.of(own), null, List.of(process("quaywatch", 500, ME)), null)));
    }

    @Test
    void parentThatHoldsTheSocketIsAskedBeforeItsWorkers() {
        ProcessFacts worker = new ProcessFacts(new ProcessId(71, 1), 70, "java", "", "", "", ME, null, null);
        assertEquals(List.of(new Way.Ask(List.of(JAVA, worker))), Ways.of(List.of(worker, JAVA),
                new Supervision(List.of(new Cause.Workers(JAVA, 1)), null, List.of(), null), Set.of()));
    }

    @Test
    void managerThatListensForASocketUnitGetsNoSignal() {
        ProcessFacts manager = process("systemd", 900, ME);
        Service.Unit unit = new Service.Unit("a.service", true, List.of("a.socket"));
        assertEquals(List.of(new Way.Stop(unit)), Ways.of(List.of(manager, JAVA),
                new Supervision(List.of(new Cause.SocketUnit("a.socket", "a.service", true)), unit, List.of(), null), Set.of()));
    }

    @Test
    void forwarderGetsNoSignal() {
        Service.Container container = new Service.Container("docker", "0123", "web", "nginx", JAVA);
        assertEquals(List.of(new Way.Stop(container)), of(new Supervision(List.of(), container, List.of(), null)));
    }
}
