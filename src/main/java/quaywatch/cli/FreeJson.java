package quaywatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import quaywatch.control.Outcome;
import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.StopPlan;
import quaywatch.control.StopPlan.Impossible;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopSeries.Part;
import quaywatch.control.words.ObstacleWords;
import quaywatch.control.words.OutcomeWords;
import quaywatch.control.words.PlanWords;
import quaywatch.model.Protocol;
import quaywatch.view.SocketJson;

/**
 * Writes plans and their outcomes as JSON, an array with one object for each port and holder: {@code quaywatch/schema/free.schema.json}.
 * Sentences are in the words of the terminal; all else is independent of the locale.
 */
final class FreeJson {

    private static final Result NO_PROOF = new Result(List.of());

    private final Console console;
    private final PlanWords plans;
    private final PlanJson fields;
    private final ObstacleWords obstacles;
    private final OutcomeWords outcomes;
    private final Instant now;
    private final Protocol protocol;
    private final Duration watch;

    /** @param watch  for how long the ports are watched afterwards */
    FreeJson(Console console, Instant now, Protocol protocol, Duration watch) {
        this.console = console;
        this.plans = new PlanWords(console.words());
        this.fields = new PlanJson(console.words());
        this.obstacles = new ObstacleWords(console.words());
        this.outcomes = new OutcomeWords(console.words());
        this.now = now;
        this.protocol = protocol;
        this.watch = watch;
    }

    /** @param parts  how the possible ones of the plans ended, in their order; empty where nothing was done */
    void write(List<StopPlan> found, List<Part<Possible>> parts, Unheld unheld) {
        try (JsonGenerator out = SocketJson.generator(console.out())) {
            out.writeStartArray();
            int next = 0;
            for (StopPlan plan : found) {
                switch (plan) {
                    case Possible possible -> possible(out, possible, parts.isEmpty() ? null : parts.get(next++).outcome());
                    case Impossible impossible -> impossible(out, impossible);
                }
            }
            for (int port : unheld.ports()) {
                nobody(out, port, unheld.sentence(console.words(), port));
            }
            out.writeEndArray();
        } catch (IOException _) {
            // Nobody reads any more: a print writer tells of it in another way.
        }
        console.out().println();
    }

    private void possible(JsonGenerator out, Possible plan, @Nullable Outcome outcome) throws IOException {
        head(out, plan.port(), outcome == null ? "planned" : StopCodes.word(outcome),
                outcome == null ? plans.sentence(plan, now) : outcomes.of(plan, outcome).text());
        fields.planned(out, plan, plans.text(plan, now, watch));
        out.writeFieldName("socket");
        out.writeRawValue(SocketJson.text(plan.row(), now));
        proof(out, outcome);
        out.writeEndObject();
    }

    private void impossible(JsonGenerator out, Impossible plan) throws IOException {
        head(out, plan.port(), StopCodes.word(plan.why()), obstacles.of(plan).text());
        fields.nothingPlanned(out);
        out.writeFieldName("socket");
        out.writeRawValue(SocketJson.text(plan.row(), now));
        proof(out, null);
        out.writeEndObject();
    }

    private void nobody(JsonGenerator out, int port, String text) throws IOException {
        head(out, port, "not_held", text);
        fields.nothingPlanned(out);
        out.writeNullField("socket");
        proof(out, null);
        out.writeEndObject();
    }

    private void head(JsonGenerator out, int port, String result, String text) throws IOException {
        out.writeStartObject();
        out.writeNumberField("port", port);
        out.writeStringField("protocol", StopCodes.word(protocol));
        out.writeStringField("result", result);
        out.writeStringField("text", text);
    }

    private static void proof(JsonGenerator out, @Nullable Outcome outcome) throws IOException {
        Result proof = switch (outcome) {
            case Outcome.Ended(Result result, _) -> result;
            case Outcome.AlreadyGone(Result result) -> result;
            case Outcome.PortStillHeld(_, Result result) -> result;
            case null -> NO_PROOF;
            case Outcome.StillRunning _,Outcome.NotPermitted _,Outcome.PidReused _,Outcome.Refused _,Outcome.Cancelled _ -> NO_PROOF;
            case Outcome.RespawnedBy _,Outcome.Failed _ -> NO_PROOF;
        };
        out.writeArrayFieldStart("binds");
        for (Bind bind : proof.binds()) {
            out.writeStartObject();
            out.writeStringField("address", bind.address().toString());
            out.writeStringField("result", StopCodes.word(bind.verdict()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeFieldName("watched_seconds");
        if (outcome instanceof Outcome.Ended(_, Duration watched)) {
            out.writeNumber(watched.toMillis() / 1e3);
        } else {
            out.writeNull();
        }
        PlanJson.heldBy(out, outcome);
    }
}
