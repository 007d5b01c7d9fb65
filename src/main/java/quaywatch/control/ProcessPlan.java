package quaywatch.control;

import java.util.List;

import quaywatch.control.StopPlan.ClosesToo;
import quaywatch.control.StopPlan.Cut;
import quaywatch.control.StopPlan.Warning;
import quaywatch.model.ProcessFacts;

/** What ending one process means, before anything is done. No port is spoken of: it may hold none. */
public sealed interface ProcessPlan {

    /** The process that was named. */
    ProcessFacts who();

    /**
     * It can be done.
     *
     * @param who        the process that was named
     * @param own        whether it belongs to the user of Quaywatch
     * @param closes     the ports that close with what is stopped, in order
     * @param cuts       open TCP connections that are cut, by the program at the far end, most first
     * @param warnings   what speaks against it
     * @param comesBack  who looks after the process
     * @param ways       it alone, and where it has any children, it with all below it
     * @param way        the chosen one of them
     */
    record Possible(ProcessFacts who, boolean own, List<ClosesToo> closes, List<Cut> cuts, List<Warning> warnings, Supervision comesBack,
            List<Way> ways, Way way) implements ProcessPlan, Stoppable {

        public Possible {
            closes = List.copyOf(closes);
            cuts = List.copyOf(cuts);
            warnings = List.copyOf(warnings);
            ways = List.copyOf(ways);
            if (!ways.contains(way)) {
                throw new IllegalArgumentException("the chosen way is none of the plan's");
            }
        }

        @Override
        public List<ProcessFacts> holders() {
            return List.of(who);
        }

        @Override
        public StopOrder order() {
            return StopOrder.ofProcesses(way, closes);
        }
    }

    /** It can't. */
    record Impossible(ProcessFacts who, Obstacle why) implements ProcessPlan {}
}
