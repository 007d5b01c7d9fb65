package quaywatch.view;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessFacts;
import quaywatch.model.Rates;
import quaywatch.model.Traffic;
import quaywatch.model.User;

/** Writes somebody who holds sockets as one JSON object: {@code $defs/holder} in {@code quaywatch/schema/processes.schema.json}. */
final class OwnerObject {

    private final JsonGenerator out;
    private final OwnerJson owners;

    OwnerObject(JsonGenerator out, OwnerJson owners) {
        this.out = out;
        this.owners = owners;
    }

    void write(OwnerLine line, @Nullable String group) throws IOException {
        ProcessFacts first = OwnerText.first(line.owner());
        OwnerLine.Figures figures = line.figures();
        Rates rates = line.rates();
        Traffic.Sum total = line.total();
        User user = OwnerText.user(line.row());
        out.writeStartObject();
        if (group != null) {
            out.writeStringField("group", group);
        }
        number("pid", first == null ? null : (Long) first.id().pid());
        out.writeStringField("name", first == null ? null : first.name());
        out.writeFieldName("ports");
        out.writeArray(figures.ports().stream().mapToInt(Integer::intValue).toArray(), 0, figures.ports().size());
        out.writeNumberField("sockets", figures.sockets());
        out.writeNumberField("listening", figures.listening());
        out.writeNumberField("connections", figures.connections());
        number("bytes_in_per_second", rates == null ? null : (Long) rates.in());
        number("bytes_out_per_second", rates == null ? null : (Long) rates.out());
        number("bytes_received", total == null ? null : (Long) total.received());
        number("bytes_sent", total == null ? null : (Long) total.sent());
        number("rtt_us", line.rttMicros());
        number("uid", user == null ? null : (Long) user.uid());
        out.writeStringField("user", user == null ? null : user.name());
        out.writeFieldName("owner");
        out.writeRawValue(owners.of(line.owner(), line.live().evidence()));
        out.writeEndObject();
    }

    private void number(String name, @Nullable Long value) throws IOException {
        if (value == null) {
            out.writeNullField(name);
        } else {
            out.writeNumberField(name, value);
        }
    }
}
