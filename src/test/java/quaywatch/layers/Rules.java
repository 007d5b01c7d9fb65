package quaywatch.layers;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of the architecture page, for the classes under one root package. */
final class Rules {

    private static final Set<String> THREAD_MAKERS = Set.of("java.util.concurrent.Executors", "java.util.Timer",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ScheduledThreadPoolExecutor", "java.util.concurrent.ThreadPoolExecutor");

    private Rules() {}

    static List<Rule> of(String root) {
        return List.of( //
                new Rule("arrows only as drawn", "model.KnowsQuery", classes().should(new Conditions.FollowArrows(root))), //
                new Rule("no cycles between packages", "view.Cyclic",
                        slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true)), //
                new Rule("no screen imports another", "ui.ports.KnowsConnections", classes().should(new Conditions.KeepScreensApart(root))), //
                new Rule("the toolkit only in app and ui", "monitor.KnowsToolkit",
                        only(root, Set.of("app", "ui"), "javafx..", "org.controlsfx..", "org.kordamp..", "atlantafx..")), //
                new Rule("OSHI only in collect.oshi", "collect.linux.KnowsOshi", only(root, Set.of("collect.oshi"), "oshi..")), //
                new Rule("foreign memory only in kernel", "collect.KnowsForeign", only(root, Set.of("kernel"), "java.lang.foreign..")), //
                new Rule("the text /proc only in kernel", "collect.linux.NamesProc", classes().should(new Conditions.NotNameProc(root))), //
                new Rule("runLater only in ui.fx", "ui.ports.RunsLater", noCalls(root, Set.of("ui.fx"), "post to the FX thread",
                        call -> isOwner(call, "javafx.application.Platform") && call.getName().equals("runLater"))), //
                new Rule("signals only in control", "monitor.Destroys",
                        noCalls(root, Set.of("control", "kernel"), "send a signal", Rules::signals)), //
                new Rule("standard streams only in app", "cli.Prints", noStreams(root)), //
                new Rule("threads only from app", "monitor.StartsThread",
                        noCalls(root, Set.of("app"), "make a thread", Rules::makesThread)));
    }

    private static ArchRule only(String root, Set<String> rooms, String... packages) {
        return noClasses().that(outside(root, rooms)).should().dependOnClassesThat(resideInAnyPackage(packages)).allowEmptyShould(true);
    }

    private static ArchRule noCalls(String root, Set<String> rooms, String what, Predicate<CodeUnitCallTarget> test) {
        return noClasses().that(outside(root, rooms)).should()
                .callCodeUnitWhere(DescribedPredicate.<JavaCall<?>>describe(what, call -> test.test(call.getTarget()))).orShould()
                .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(what + " by reference", access -> refers(access, test)))
                .allowEmptyShould(true);
    }

    private static boolean refers(JavaAccess<?> access, Predicate<CodeUnitCallTarget> test) {
        return access.getTarget() instanceof CodeUnitCallTarget target && test.test(target);
    }

    private static ArchRule noStreams(String root) {
        return noClasses().that(outside(root, Set.of("app"))).should()
                .accessFieldWhere(DescribedPredicate.<JavaFieldAccess>describe("reach for a standard stream",
                        access -> access.getTargetOwner().getName().equals("java.lang.System")
                                && Set.of("out", "err", "in").contains(access.getName())))
                .allowEmptyShould(true);
    }

    private static boolean isOwner(CodeUnitCallTarget target, String name) {
        return target.getOwner().getName().equals(name);
    }

    private static boolean signals(CodeUnitCallTarget target) {
        return (isOwner(target, "java.lang.ProcessHandle") || isOwner(target, "java.lang.Process"))
                && target.getName().startsWith("destroy")
                || target.getOwner().getSimpleName().equals("PidFd") && target.getName().equals("signal");
    }

    private static boolean makesThread(CodeUnitCallTarget target) {
        boolean thread = isOwner(target, "java.lang.Thread")
                && (target.getName().equals("<init>") || target.getName().startsWith("of")
                        || target.getName().equals("startVirtualThread"));
        return thread || THREAD_MAKERS.contains(target.getOwner().getName())
                || isOwner(target, "java.util.concurrent.CompletableFuture") && target.getName().endsWith("Async")
                        && target.getRawParameterTypes().size() < 2;
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> outside(String root, Set<String> rooms) {
        return resideOutsideOfPackages(rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new));
    }
}
