package quaywatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import quaywatch.control.Outcome;
import quaywatch.control.ProcessPlan;
import quaywatch.control.ProcessPlan.Impossible;
import quaywatch.control.ProcessPlan.Possible;
import quaywatch.control.StopPlan.ClosesToo;
import quaywatch.control.StopSeries.Part;
import quaywatch.control.words.ObstacleWords;
import quaywatch.control.words.OutcomeWords;
import quaywatch.control.words.ProcessWords;
import quaywatch.model.ProcessFacts;
import quaywatch.view.SocketJson;

/**
 * Writes plans to end processes and their outcomes as JSON, an array with one object for each number:
 * {@code quaywatch/schema/kill.schema.json}. Sentences are in the words of the terminal; all else is independent of the locale.
 */
final class KillJson {

    private final Console console;
    private final ProcessWords plans;
    private final PlanJson fields;
    private final ObstacleWords obstacles;
    private final OutcomeWords outcomes;
    private final Instant now;
    private final Duration watch;

    /** @param watch  for how long the ports that close are watched afterwards */
    KillJson(Console console, Instant now, Duration watch) {
        this.console = console;
        this.plans = new ProcessWords(console.words());
        this.fields = new PlanJson(console.words());
        this.obstacles = new ObstacleWords(console.words());
        this.outcomes = new OutcomeWords(console.words());
        this.now = now;
        this.watch = watch;
    }

    /** @param parts  how the possible ones of the plans ended, in their order; empty where nothing was done */
    void write(KillCommand.Found found, List<Part<Possible>> parts) {
        try (JsonGenerator out = SocketJson.generator(console.out())) {
            out.writeStartArray();
            int next = 0;
            for (ProcessPlan plan : found.plans()) {
                switch (plan) {
                    case Possible possible -> possible(out, possible, parts.isEmpty() ? null : parts.get(next++).outcome());
                    case Impossible impossible -> {
                        head(out, impossible.who().id().pid(), impossible.who(), StopCodes.word(impossible.why()),
                                obstacles.of(impossible).text());
                        nothingPlanned(out);
                    }
                }
            }
            for (long pid : found.missing()) {
                head(out, pid, null, "not_found", console.words().get("cli.kill.none", Long.toString(pid)));
                nothingPlanned(out);
            }
            out.writeEndArray();
        } catch (IOException _) {
            // Nobody reads any more: a print writer tells of it in another way.
        }
        console.out().println();
    }

    private void possible(JsonGenerator out, Possible plan, @Nullable Outcome outcome) throws IOException {
        head(out, plan.who().id().pid(), plan.who(), outcome == null ? "planned" : StopCodes.word(outcome),
                outcome == null ? plans.sentence(plan, now) : outcomes.of(plan, outcome).text());
        fields.planned(out, plan, plans.text(plan, now, watch));
        closes(out, plan.closes());
        PlanJson.heldBy(out, outcome);
        out.writeEndObject();
    }

    private static void closes(JsonGenerator out, List<ClosesToo> ports) throws IOException {
        out.writeArrayFieldStart("closes");
        for (ClosesToo port : ports) {
            out.writeStartObject();
            out.writeNumberField("port", port.port());
            out.writeStringField("protocol", StopCodes.word(port.protocol()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void nothingPlanned(JsonGenerator out) throws IOException {
        fields.nothingPlanned(out);
        closes(out, List.of());
        PlanJson.heldBy(out, null);
        out.writeEndObject();
    }

    private static void head(JsonGenerator out, long pid, @Nullable ProcessFacts who, String result, String text) throws IOException {
        out.writeStartObject();
        out.writeNumberField("pid", pid);
        out.writeFieldName("process");
        if (who == null) {
            out.writeNull();
        } else {
            process(out, who);
        }
        out.writeStringField("result", result);
        out.writeStringField("text", text);
    }

    private static void process(JsonGenerator out, ProcessFacts who) throws IOException {
        out.writeStartObject();
        out.writeNumberField("pid", who.id().pid());
        out.writeFieldName("start_time");
        if (who.started() == null) {
            out.writeNull();
        } else {
            out.writeNumber(who.started().getEpochSecond());
        }
        out.writeStringField("name", who.name());
        out.writeStringField("cmdline", who.commandLine().isEmpty() ? null : who.commandLine());
        out.writeEndObject();
    }
}
