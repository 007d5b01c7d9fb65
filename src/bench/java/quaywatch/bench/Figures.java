package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a bench measured, as JSON. */
final class Figures {

    private final JsonObject all = new JsonObject();

    Figures with(String name, Object value) {
        all.addProperty(name, value.toString());
        return this;
    }

    Figures with(String name, Number value) {
        all.addProperty(name, value);
        return this;
    }

    Figures lanes(List<Lane> lanes) {
        JsonObject costs = new JsonObject();
        for (Lane lane : lanes) {
            JsonObject cost = new JsonObject();
            @Nullable
            Cost median = lane.median();
            cost.addProperty("wall_ms", median == null ? null : (Double) median.wallMillis());
            cost.addProperty("cpu_ms", median == null ? null : (Double) median.cpuMillis());
            cost.addProperty("runs", lane.runs());
            cost.addProperty("note", lane.note());
            costs.add(lane.name(), cost);
        }
        all.add("lanes", costs);
        return this;
    }

    Figures targets(List<Target> targets) {
        JsonArray array = new JsonArray();
        for (Target target : targets) {
            JsonObject each = new JsonObject();
            each.addProperty("what", target.what());
            each.addProperty("figure", target.figure());
            each.addProperty(target.most() ? "at_most" : "at_least", target.bound());
            each.addProperty("verdict", target.verdict());
            each.addProperty("note", target.note());
            array.add(each);
        }
        all.add("targets", array);
        return this;
    }

    Path write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(all) + "\n");
        return file;
    }
}
