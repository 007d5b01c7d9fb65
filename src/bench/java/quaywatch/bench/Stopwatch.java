package quaywatch.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs other programs and tells what they cost; see {@code stopwatch.py}. */
final class Stopwatch implements AutoCloseable {

    private static final int NOT_INSTALLED = 127;
    private static final int ENDED = -9;

    private final Talk talk;
    private final int limit;

    /** @param limit  seconds after which a program is ended */
    Stopwatch(Surroundings around, int limit) throws IOException {
        this.talk = new Talk(around.python("stopwatch.py"));
        this.limit = limit;
    }

    private record Run(int exit, Cost cost, long lines) {}

    /** Runs a program once and notes what it took, or why not. */
    void time(Lane lane, List<String> command) throws IOException {
        if (lane.isOff()) {
            return;
        }
        Run run = run(limited("", command));
        switch (run.exit) {
            case 0 -> lane.add(run.cost);
            case NOT_INSTALLED -> lane.giveUp("not installed");
            case ENDED -> {
                lane.add(run.cost);
                lane.giveUp("ended after " + limit + " s: figures are a lower bound");
            }
            default -> lane.giveUp("failed with exit code " + run.exit);
        }
    }

    /** Likewise for psutil, inside a process that has it loaded. */
    void timePsutil(Lane lane) throws IOException {
        if (lane.isOff()) {
            return;
        }
        Run run = run(List.of("psutil"));
        if (run.exit == 0) {
            lane.add(run.cost);
            lane.note(run.lines + " rows");
            tire(lane);
        } else {
            lane.giveUp("not installed");
        }
    }

    /** Leaves out of later rounds what can't be ended but takes longer than the limit. */
    void tire(Lane lane) {
        Cost cost = lane.median();
        if (cost != null && cost.wallMillis() > limit * 1_000.0) {
            lane.giveUp("run " + lane.runs() + " times, as it takes longer than " + limit + " s");
        }
    }

    /** How many lines a program prints; -1 if it can't be run. */
    long lines(String... command) throws IOException {
        Run run = run(limited("=", List.of(command)));
        return run.exit == 0 ? run.lines : -1;
    }

    private List<String> limited(String mark, List<String> command) {
        List<String> words = new ArrayList<>(List.of(mark + limit));
        words.addAll(command);
        return words;
    }

    private Run run(List<String> words) throws IOException {
        String[] said = talk.ask(Figures.array(words)).split(" ");
        return new Run(Integer.parseInt(said[0]), Cost.ofMicros(Double.parseDouble(said[1]), Double.parseDouble(said[2])),
                Long.parseLong(said[3]));
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
