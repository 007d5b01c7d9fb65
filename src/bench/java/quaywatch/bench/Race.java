package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;

/** Runs everything in turn, round after round, so that what the machine does meanwhile falls on all alike. */
final class Race implements AutoCloseable {

    /** Ticks in a round: the one after the rivals' turn comes late, so it is not counted. */
    private static final int TICKS = 3;
    private static final int WARM_UP = 5;

    private final Surroundings around;
    private final Lanes lanes;
    private final Ticks ticks;
    private final Stopwatch stopwatch;
    /** Lists and walks; apart from the one that ticks, so that it does not freshen what that one remembers. */
    private final Engine lister = Engine.fresh();
    private final SystemInfo oshi = new SystemInfo();
    private final List<Long> processNanos = new ArrayList<>();

    Race(Surroundings around, Lanes lanes, Ticks ticks, int limit) throws IOException {
        this.around = around;
        this.lanes = lanes;
        this.ticks = ticks;
        this.stopwatch = new Stopwatch(around, limit);
    }

    /** Lets the JVM compile what is to be measured. */
    void warmUp() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            ticks.afterChanges();
            lister.list();
        }
        lister.fullWalk();
        oshi();
        lanes.oshi.forget();
        lanes.ss.note(stopwatch.lines("ss", "-Htuna") + " rows");
    }

    void round() throws Exception {
        ticks.afterChanges();
        for (int i = 0; i < TICKS; i++) {
            if (i % 2 == 0) {
                ours();
                floors();
            } else {
                floors();
                ours();
            }
        }
        lanes.quiet.add(ticks.unchanged());
        first();
        offered(lanes.walk, lister::fullWalk);
        for (Lane each : lanes.commands()) {
            stopwatch.time(each, List.of(each.name().split(" ")));
        }
        stopwatch.timePsutil(lanes.psutil);
        oshi();
    }

    private void oshi() throws Exception {
        if (!lanes.oshi.isOff()) {
            try {
                lanes.oshi.add(Cost.of(() -> lanes.oshi.note(connections() + " rows")));
                stopwatch.tire(lanes.oshi);
            } catch (OutOfMemoryError e) {
                lanes.oshi.giveUp("not enough memory: " + e.getMessage());
            }
        }
    }

    private int connections() {
        return oshi.getOperatingSystem().getInternetProtocolStats().getConnections().size();
    }

    /** The middle of what the whole JVM used in a tick. */
    double processMillis() {
        return processNanos.stream().sorted().skip(processNanos.size() / 2).findFirst().orElse(0L) / 1e6;
    }

    private void ours() throws Exception {
        offered(lanes.list, lister::list);
        Cost cost = ticks.afterChanges();
        lanes.tick.add(cost);
        processNanos.add(ticks.processNanos());
        told(lanes.owners, ticks.ownerNanos());
        told(lanes.verifying, ticks.verifyNanos());
    }

    private static void told(Lane lane, OptionalLong nanos) {
        if (nanos.isPresent()) {
            lane.add(new Cost(nanos.getAsLong(), nanos.getAsLong()));
        } else {
            lane.giveUp("not told by the source");
        }
    }

    private interface Part {
        OptionalLong run() throws Exception;
    }

    private static void offered(Lane lane, Part part) throws Exception {
        OptionalLong[] rows = new OptionalLong[1];
        Cost cost = Cost.of(() -> rows[0] = part.run());
        if (rows[0].isPresent()) {
            lane.add(cost);
            lane.note(rows[0].getAsLong() + " rows");
        } else {
            lane.giveUp("not offered by the source");
        }
    }

    private void floors() {
        for (var each : lanes.floors().entrySet()) {
            @Nullable
            Path floor = around.floor();
            if (floor == null) {
                each.getKey().giveUp("no C compiler");
            } else {
                List<String> command = new ArrayList<>(List.of(floor.toString()));
                command.addAll(each.getValue());
                told(each.getKey(), command);
            }
        }
    }

    private void first() {
        told(lanes.first, around.java(FirstTick.class));
    }

    /** Runs a program that prints what it took itself. */
    private static void told(Lane lane, List<String> command) {
        if (lane.isOff()) {
            return;
        }
        try (Talk talk = new Talk(command)) {
            String[] said = talk.hear().split(" ");
            lane.add(Cost.ofMicros(Double.parseDouble(said[0]), Double.parseDouble(said[1])));
            lane.note(said[2] + " rows");
        } catch (IOException e) {
            lane.giveUp("failed: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        lister.close();
        stopwatch.close();
    }
}
