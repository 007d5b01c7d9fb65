package quaywatch.cli;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import quaywatch.control.Outcome;
import quaywatch.control.Stoppable;
import quaywatch.control.words.Line;
import quaywatch.control.words.PlanWords;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.text.Words;

/**
 * Writes the fields that are alike in all plans, whether for a port or a process: what is planned, by which lever, and who holds a port afterwards.
 */
final class PlanJson {

    private final PlanWords plans;

    PlanJson(Words words) {
        this.plans = new PlanWords(words);
    }

    /** @param text  the whole plan, a sentence each */
    void planned(JsonGenerator out, Stoppable plan, List<String> text) throws IOException {
        texts(out, "plan", text);
        texts(out, "warnings", plans.warnings(plan).stream().map(Line::text).toList());
        texts(out, "levers", plan.ways().stream().map(way -> StopCodes.word(way.kind())).toList());
        out.writeStringField("lever", StopCodes.word(plan.way().kind()));
    }

    /** The same fields where nothing can be done. */
    void nothingPlanned(JsonGenerator out) throws IOException {
        for (String list : List.of("plan", "warnings", "levers")) {
            texts(out, list, List.of());
        }
        out.writeNullField("lever");
    }

    /**
     * Who holds a port now that was to become free.
     *
     * @param outcome  null where nothing was done
     */
    static void heldBy(JsonGenerator out, @Nullable Outcome outcome) throws IOException {
        List<Owner> owners = switch (outcome) {
            case Outcome.PortStillHeld(List<Owner> by, _) -> by;
            case Outcome.RespawnedBy(Owner by, _, _) -> List.of(by);
            case null -> List.of();
            case Outcome.Ended _,Outcome.AlreadyGone _,Outcome.StillRunning _,Outcome.NotPermitted _,Outcome.PidReused _ -> List.of();
            case Outcome.Refused _,Outcome.Cancelled _,Outcome.Failed _ -> List.of();
        };
        out.writeArrayFieldStart("held_by");
        for (Owner owner : owners) {
            if (owner instanceof Owner.Processes(List<ProcessFacts> holders)) {
                for (ProcessFacts who : holders) {
                    out.writeStartObject();
                    out.writeNumberField("pid", who.id().pid());
                    out.writeStringField("name", who.name());
                    out.writeEndObject();
                }
            }
        }
        out.writeEndArray();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
