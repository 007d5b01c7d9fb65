package quaywatch.control;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.control.StopPlan.Impossible;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.words.DeedWords;
import quaywatch.control.words.PlanWords;
import quaywatch.control.words.StepWords;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.ROOT;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.snapshot;
import static quaywatch.control.Samples.with;

/** Plans for the processes of other users: with an administrator's consent where one can be asked, through their unit where it is known. */
class ConsentTest {

    private static final ProcessFacts NGINX = process("nginx", 700, ROOT);
    private static final ProcessFacts UNIT_NGINX = process("nginx", 700, ROOT, new Belonging.Unit("nginx.service", false));
    private static final Service.Unit UNIT = new Service.Unit("nginx.service", false, List.of());
    private static final Words WORDS = new Words(Locale.ENGLISH);

    private final Planner asking = new Planner(new Self(500, Set.of(400L, 1L), ME, true));
    private final Planner alone = new Planner(new Self(500, Set.of(400L, 1L), ME, false));

    private static Row row(ProcessFacts holder, long cookie, Evidence evidence) {
        Row bare = listener("0.0.0.0", 80, owner(holder));
        Socket socket = bare.socket();
        return with(new Row(new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), socket.state(), socket.inode(),
                cookie, null, 0, socket.queues(), null), bare.live()), evidence);
    }

    private static Possible possible(StopPlan plan) {
        return assertInstanceOf(Possible.class, plan);
    }

    private static Obstacle obstacle(StopPlan plan) {
        return assertInstanceOf(Impossible.class, plan).why();
    }

    @Test
    void othersProcessIsAskedThroughAnAdministratorAndInNoOtherWay() {
        Row row = row(NGINX, 7, Evidence.EXACT);
        Possible plan = possible(asking.plan(snapshot(row), row));
        assertEquals(List.of(new Way.AskAdministrator(List.of(NGINX))), plan.ways());
        assertEquals(List.of(new Target(row.socket(), NGINX)), plan.order().targets());
        PlanWords words = new PlanWords(WORDS);
        assertEquals("Ask the process to end, with an administrator's permission (SIGTERM)", words.way(plan, plan.way()).title());
        assertTrue(words.way(plan, plan.way()).detail().contains("it is this process and that it holds this port"));
        assertEquals("Ask nginx to end", words.button(plan));
        assertEquals(new Obstacle.OthersProcess(NGINX, ROOT), obstacle(alone.plan(snapshot(row), row)));
    }

    @Test
    void probableHolderTooAsTheHelperChecksIt() {
        Row row = row(NGINX, 7, new Evidence.Inferred(1));
        Possible plan = possible(asking.plan(snapshot(row), row));
        assertEquals(List.of(new Way.AskAdministrator(List.of(NGINX))), plan.ways());
        assertTrue(new PlanWords(WORDS).sentence(plan, Samples.NOW).contains("That it holds the port is probable, not certain."));
        assertEquals(new Obstacle.OnlyInferred(NGINX, 1), obstacle(alone.plan(snapshot(row), row)));
    }

    @Test
    void oneOfSeveralIsAGuess() {
        Row row = row(NGINX, 7, new Evidence.Inferred(2));
        assertEquals(new Obstacle.OnlyInferred(NGINX, 2), obstacle(asking.plan(snapshot(row), row)));
    }

    @Test
    void withoutACookieTheHelperCouldCheckNothing() {
        Row row = row(NGINX, 0, Evidence.EXACT);
        assertEquals(new Obstacle.OthersProcess(NGINX, ROOT), obstacle(asking.plan(snapshot(row), row)));
    }

    @Test
    void firstProcessIsRefusedAllTheSame() {
        Row row = row(process("init", 1, ROOT), 7, Evidence.EXACT);
        assertInstanceOf(Obstacle.Refused.class, obstacle(asking.plan(snapshot(row), row)));
    }

    /** Which process it is is a guess; the unit is not, and no process gets a signal from us. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void unitOfAProbableHolderIsStoppedAndNothingElse(int candidates) {
        Row row = row(UNIT_NGINX, 7, new Evidence.Inferred(candidates));
        for (Planner planner : List.of(asking, alone)) {
            Possible plan = possible(planner.plan(snapshot(row), row, new Supervision(List.of(), UNIT, List.of(), null)));
            assertEquals(List.of(new Way.Stop(UNIT)), plan.ways());
            assertEquals(List.of(), plan.order().targets());
            assertEquals("nginx.service holds port 80. Its processes are hidden from other users.",
                    new PlanWords(WORDS).sentence(plan, Samples.NOW));
        }
    }

    @Test
    void unitThatTheControlGroupDoesNotNameIsNotStoppedOnAGuess() {
        Row row = row(UNIT_NGINX, 7, new Evidence.Inferred(1));
        for (Service other : List.of(new Service.Unit("apache.service", false, List.of()),
                new Service.Unit("nginx.service", true, List.of()),
                new Service.Container("docker", "0123", "web", "nginx", null))) {
            assertEquals(new Obstacle.OnlyInferred(UNIT_NGINX, 1),
                    obstacle(asking.plan(snapshot(row), row, new Supervision(List.of(), other, List.of(), null))));
        }
    }

    @Test
    void orderWithConsentGoesThroughTheAdministratorsLever() {
        FakeMachine own = new FakeMachine();
        FakeMachine administrators = new FakeMachine();
        Lever lever = new Lever() {
            @Override
            public Hold take(Target target) {
                return own.take(target);
            }

            @Override
            public Optional<Lever> administrators() {
                return Optional.of(administrators);
            }
        };
        administrators.lives.put(700L, Duration.ZERO);
        StopTools tools = new StopTools(lever, own, own, own, own, Patience.ATTENDED.withoutWatch(), own);
        Row row = row(NGINX, 7, Evidence.EXACT);
        Possible plan = possible(asking.plan(snapshot(row), row));
        StepWords steps = new StepWords(WORDS, ZoneOffset.UTC);
        List<String> said = new ArrayList<>();
        Outcome outcome = tools.flow(plan.order()).run(progress -> progress.steps()
                .forEach(step -> said.add(steps.of(plan, progress, step).title())));
        assertInstanceOf(Outcome.Ended.class, outcome);
        assertEquals(List.of("take 700", "ask 700", "close 700"), administrators.events);
        assertEquals(List.of("test"), own.events);
        assertTrue(said.contains("Waiting for an administrator's permission"), said::toString);
    }

    /** In the journal, too, nobody was asked to end where nobody agreed. */
    @Test
    void deedWithoutConsentTellsOfNoSignal() {
        DeedWords words = new DeedWords(WORDS);
        Deed deed = new Deed("1", Samples.NOW, ME, Deed.Means.WINDOW, Way.Kind.ADMINISTRATOR, null, List.of(),
                List.of(new Deed.Stopped(NGINX.id(), "nginx", new Launch(List.of("nginx"), "nginx", ""), ROOT, null)), false,
                Deed.Result.of(new Outcome.Cancelled(false)), "");
        assertEquals("Asked for an administrator's permission to end nginx 700", words.what(deed));
        assertEquals(List.of("No permission", "none, without permission", ""),
                List.of(words.result(deed), words.signals(deed), words.note(deed)));
        assertEquals(List.of(), deed.signals());
    }

    /** The second question was for force, so the process may still end. */
    @Test
    void noToForceTellsThatItWasAskedBefore() {
        FakeMachine machine = new FakeMachine();
        Row row = row(NGINX, 7, Evidence.EXACT);
        StopFlow flow = machine.tools(Patience.ATTENDED.withoutWatch()).flow(possible(asking.plan(snapshot(row), row)).order());
        Outcome outcome = flow.run(_ -> {
            if (flow.force()) {
                machine.sendings.put(700L, new Lever.Sent.Cancelled());
            }
        });
        assertEquals(new Outcome.Cancelled(true), outcome);
    }
}
