package quaywatch.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Why a process runs: from the first process of the machine down to it, with the unit, container, terminal or timetable it comes from. */
public final class Chain {

    private static final Set<String> TIMETABLES = Set.of("cron", "crond", "anacron", "atd", "fcron");
    private static final Set<String> SHELLS = Set.of("bash", "zsh", "fish", "sh", "dash", "ksh", "tcsh", "nu", "tmux: server", "screen");
    private static final int LONGEST_NAME = 40;
    /** Of a longer line only so many are told at either end. */
    private static final int MOST = 8;
    private static final int KEPT_FIRST = 2;

    private Chain() {}

    /** What a link is. */
    public enum Kind {
        FIRST, MANAGER, UNIT, CONTAINER, TIMETABLE, SHELL, PROGRAM, SELF, LEFT_OUT
    }

    /**
     * One step.
     *
     * @param kind     what it is
     * @param name     made safe to show
     * @param pid      its process number; empty for what is no process
     * @param note     what else is to be said of it; empty where nothing is
     * @param process  whose sockets it may have; null for what is no process
     */
    public record Link(Kind kind, String name, String pid, String note, @Nullable ProcessId process) {}

    /** The links, the first process of the machine first. */
    public static List<Link> of(ProcessDetail detail, Words words) {
        List<Link> links = new ArrayList<>();
        List<ProcessFacts> down = detail.line().reversed();
        for (ProcessFacts process : down) {
            boolean self = process == detail.self();
            Belonging belonging = detail.self().belongsTo();
            if (self && belonging != null && !(belonging instanceof Belonging.StartedBy)) {
                links.add(home(belonging, words));
            }
            links.add(link(process, self, detail, words));
        }
        return shortened(links, words);
    }

    private static Link home(Belonging belonging, Words words) {
        String name = Visible.shortened(belonging.name(), LONGEST_NAME);
        return switch (belonging) {
            case Belonging.Container(_, String runtime) ->
                new Link(Kind.CONTAINER, name, "", words.get("view.chain.container", Visible.shortened(runtime, LONGEST_NAME)), null);
            case Belonging.Unit(_, boolean user) ->
                new Link(Kind.UNIT, name, "", user ? words.get("view.chain.userUnit") : "", null);
            case Belonging.StartedBy _ -> new Link(Kind.PROGRAM, name, "", "", null);
        };
    }

    private static Link link(ProcessFacts process, boolean self, ProcessDetail detail, Words words) {
        Kind kind = self ? Kind.SELF : kind(process);
        String note = switch (kind) {
            case TIMETABLE -> words.get("view.chain.timetable");
            case MANAGER -> words.get("view.chain.manager",
                    process.user() == null ? words.get("view.notKnown") : Visible.shortened(process.user().name(), LONGEST_NAME));
            case SELF -> detail.terminal().isEmpty() ? "" : words.get("view.chain.terminal", detail.terminal());
            case FIRST, UNIT, CONTAINER, SHELL, PROGRAM, LEFT_OUT -> "";
        };
        return new Link(kind, Visible.name(process.name(), LONGEST_NAME), Long.toString(process.id().pid()), note, process.id());
    }

    private static Kind kind(ProcessFacts process) {
        if (process.id().pid() == 1) {
            return Kind.FIRST;
        }
        if (process.name().equals("systemd")) {
            return Kind.MANAGER;
        }
        if (TIMETABLES.contains(process.name())) {
            return Kind.TIMETABLE;
        }
        if (process.name().startsWith("containerd-shim") || process.name().equals("conmon")) {
            return Kind.CONTAINER;
        }
        return SHELLS.contains(process.name()) ? Kind.SHELL : Kind.PROGRAM;
    }

    private static List<Link> shortened(List<Link> links, Words words) {
        if (links.size() <= MOST) {
            return List.copyOf(links);
        }
        List<Link> kept = new ArrayList<>(links.subList(0, KEPT_FIRST));
        int left = links.size() - MOST + 1;
        kept.add(new Link(Kind.LEFT_OUT, words.get("view.chain.leftOut", Figures.count(left)), "", "", null));
        kept.addAll(links.subList(KEPT_FIRST + left, links.size()));
        return List.copyOf(kept);
    }
}
