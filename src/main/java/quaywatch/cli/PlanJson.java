package quaywatch.cli;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import quaywatch.control.Stoppable;
import quaywatch.control.words.Line;
import quaywatch.control.words.PlanWords;
import quaywatch.text.Words;

/** Writes the fields that are alike in all plans, whether for a port or a process: what is planned, and by which lever. */
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

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
