package quaywatch.view;

import java.io.IOException;
import java.io.Writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.jspecify.annotations.Nullable;

/** Writes the fields of an object, each with its name; what is not known is null. */
final class JsonFields {

    /** ASCII alone, as a terminal's encoding turns what it lacks into question marks. What stands between two objects is the caller's. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder().rootValueSeparator("").enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;

    JsonFields(JsonGenerator out) {
        this.out = out;
    }

    /** One that flushes its target, but never closes it. */
    static JsonGenerator generator(Writer target) throws IOException {
        return FACTORY.createGenerator(target);
    }

    void none(SerializedString name) throws IOException {
        out.writeFieldName(name);
        out.writeNull();
    }

    void number(SerializedString name, long value) throws IOException {
        out.writeFieldName(name);
        out.writeNumber(value);
    }

    /** A number of which 0 means that it is not known. */
    void known(SerializedString name, long value) throws IOException {
        if (value == 0) {
            none(name);
        } else {
            number(name, value);
        }
    }

    void unsigned(SerializedString name, long value) throws IOException {
        if (value < 0) {
            out.writeFieldName(name);
            out.writeNumber(Long.toUnsignedString(value));
        } else {
            known(name, value);
        }
    }

    void flag(SerializedString name, @Nullable Boolean value) throws IOException {
        if (value == null) {
            none(name);
        } else {
            out.writeFieldName(name);
            out.writeBoolean(value);
        }
    }

    void word(SerializedString name, @Nullable SerializedString value) throws IOException {
        if (value == null) {
            none(name);
        } else {
            out.writeFieldName(name);
            out.writeString(value);
        }
    }

    void text(SerializedString name, @Nullable String value) throws IOException {
        out.writeFieldName(name);
        out.writeString(value);
    }
}
