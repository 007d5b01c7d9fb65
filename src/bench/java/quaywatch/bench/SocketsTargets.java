package quaywatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What the source should reach, held against what was measured. Processor time decides against the C program, wall time against the tools. */
final class SocketsTargets {

    /** From here on the superlinear cost of {@code ss -tunap} shows. */
    private static final int MANY = 60_000;
    private static final int MILLION = 1_000_000;
    private static final int DAY_OF_TICKS = 100_000;
    private static final double SECOND_MILLIS = 1_000;
    private static final double MEGABYTE = 1e6;

    private final Lanes lanes;
    private final int sockets;
    private final Options options;

    SocketsTargets(Lanes lanes, int sockets, Options options) {
        this.lanes = lanes;
        this.sockets = sockets;
        this.options = options;
    }

    List<Target> all(Tally tally, Growth growth) {
        List<Target> targets = new ArrayList<>();
        targets.add(because(Target.atMost("list without owners / C dump, CPU", Ratio.cpu(lanes.list, lanes.dump), 1.25), lanes.list,
                lanes.dump));
        targets.add(because(
                Target.atMost("tick with owners and tcp_info / C dump with tcp_info, CPU", Ratio.cpu(lanes.tick, lanes.dumpInfo), 1.6),
                lanes.tick, lanes.dumpInfo));
        Lane walk = lanes.walk.isOff() ? lanes.dumpWalk : lanes.walk;
        targets.add(because(finding(walk), lanes.owners, walk));
        targets.add(rival(lanes.ssOwners, sockets < MANY ? 10 : 40));
        targets.add(rival(lanes.oshi, 8));
        owners(tally, targets);
        targets.add(size());
        targets.add(idle());
        targets.addAll(day(growth));
        return targets;
    }

    /** Reading a tenth of what is held again is a tenth of a walk, whatever else is done. */
    private Target finding(Lane walk) {
        Target target = Target.atMost("finding owners / full walk, CPU", Ratio.cpu(lanes.owners, walk), 1.0 / 20);
        @Nullable
        Double verifying = Ratio.cpu(lanes.verifying, walk);
        return verifying == null ? target : target.noting(String.format(Locale.ROOT, "verifying a tenth, beside it: %.3f", verifying));
    }

    private Target rival(Lane lane, double bound) {
        Target target = Target.atLeast(lane.name() + " / tick, wall", Ratio.wall(lane, lanes.tick), bound);
        @Nullable
        Double cpu = Ratio.cpu(lane, lanes.tick);
        return because(cpu == null ? target : target.noting(String.format(Locale.ROOT, "CPU: %.2f", cpu)), lane, lanes.tick);
    }

    /** Every tick counts: judged by the last one alone, luck would decide. */
    private static void owners(Tally tally, List<Target> targets) {
        String in = " in " + tally.ticks() + " ticks with changes, together";
        targets.add(Target.atMost("wrong owners" + in, (double) tally.wrong(), 0)
                .noting(tally.last().wrong() + " in the last; none stayed wrong for more than " + tally.oldest() + " ticks"));
        targets.add(Target.atMost("missing owners older than 2 ticks" + in, (double) tally.missing(), 0)
                .noting(tally.last().pending() + " younger ones in the last; closed sockets told: " + tally.ghosts()));
    }

    private Target size() {
        return sockets < MILLION
                ? Target.atLeast("sockets in a run that ends well", null, MILLION).noting("not tried at " + sockets)
                : Target.atLeast("sockets in a run that ends well", (double) sockets, MILLION);
    }

    private Target idle() {
        @Nullable
        Cost quiet = lanes.quiet.median();
        boolean asked = sockets <= 1_000 && quiet != null;
        Target target = Target.atMost("collector at one tick a second, nothing changing",
                asked && quiet != null ? (Double) (100 * quiet.cpuMillis() / SECOND_MILLIS) : null, 0.5).in(" % of a core");
        return asked ? target : target.noting("for 500 sockets of 300 processes");
    }

    private List<Target> day(Growth growth) {
        boolean asked = options.get("ticks") >= DAY_OF_TICKS;
        String note = asked ? "" : "for --ticks " + DAY_OF_TICKS + " --pace 0; in these ticks ";
        return List.of(grown("heap", growth.heap() / MEGABYTE, 1, " MB", asked, note),
                grown("open files", growth.descriptors(), 0, "", asked, note),
                grown("memory outside the heap", growth.outside() / MEGABYTE, 8, " MB", asked, note));
    }

    private static Target grown(String what, double figure, double bound, String unit, boolean asked, String note) {
        Target target = Target.atMost("growth in a day of ticks, " + what, asked ? (Double) figure : null, bound).in(unit);
        return asked ? target : target.noting(note + Math.round(figure * 10) / 10.0 + unit);
    }

    /** Says why there is no figure, or that it is a bound. */
    private static Target because(Target target, Lane... needed) {
        for (Lane lane : needed) {
            if (lane.isOff()) {
                return target.noting(lane.name() + ": " + lane.note());
            }
        }
        return target;
    }
}
