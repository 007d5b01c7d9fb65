package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.util.IdentityHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;

/** Owners as JSON text. Whoever holds one socket mostly holds more, so each is put into text once. */
final class OwnerJson {

    private final boolean commandLines;
    private final Map<Owner, Written> owners = new IdentityHashMap<>();

    /** An owner's text, with the evidence in it. */
    private record Written(Evidence evidence, String text) {}

    /** @param commandLines  whether command lines are told, which may hold secrets */
    OwnerJson(boolean commandLines) {
        this.commandLines = commandLines;
    }

    String of(Owner owner, Evidence evidence) throws IOException {
        Written known = owners.get(owner);
        if (known == null || known.evidence != evidence) {
            known = new Written(evidence, text(owner, evidence));
            owners.put(owner, known);
        }
        return known.text;
    }

    private String text(Owner owner, Evidence evidence) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFields.generator(text)) {
            json.writeStartObject();
            json.writeStringField("kind", owner.kind());
            json.writeStringField("evidence", evidence.kind());
            json.writeFieldName("candidates");
            if (evidence instanceof Evidence.Inferred inferred) {
                json.writeNumber(inferred.candidates());
            } else {
                json.writeNull();
            }
            json.writeArrayFieldStart("processes");
            if (owner instanceof Owner.Processes processes) {
                for (ProcessFacts holder : processes.holders()) {
                    process(json, holder);
                }
            }
            json.writeEndArray();
            Belonging belonging = owner.belongsTo();
            json.writeStringField("service", belonging instanceof Belonging.Unit unit ? unit.name() : null);
            json.writeStringField("container", belonging instanceof Belonging.Container container ? container.name() : null);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void process(JsonGenerator json, ProcessFacts holder) throws IOException {
        json.writeStartObject();
        json.writeNumberField("pid", holder.id().pid());
        json.writeFieldName("start_time");
        if (holder.started() == null) {
            json.writeNull();
        } else {
            json.writeNumber(holder.started().getEpochSecond());
        }
        json.writeStringField("name", holder.name());
        json.writeStringField("cmdline", !commandLines || holder.commandLine().isEmpty() ? null : holder.commandLine());
        json.writeEndObject();
    }
}
