package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.fake.Schema;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.process;
import static quaywatch.model.SampleRow.socket;

class ExportTest {

    private final Wording wording = new Wording(new Words(Locale.ENGLISH), ServiceNames.NONE, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+1, '''+1'", "-1, '''-1'", "@a, '''@a'", "a=1, a=1", "'', ''"})
    void formulaIsMadeText(String text, String expected) {
        assertEquals(expected, CellText.safe(text));
    }

    @Test
    void controlSignsAtTheBeginningAreMadeText() {
        assertEquals(List.of("'\ta", "'\ra"), List.of(CellText.safe("\ta"), CellText.safe("\ra")));
    }

    @Test
    void lineHasTabsBetweenItsCellsOnly() {
        SocketLine line = new SocketLine(List.of(listener("0.0.0.0:22").by(7, "=cmd|'\t\n").row()), 3, Grouping.NONE, false, null,
                Mark.NONE);
        assertEquals("'=cmd|'\\t\\n\t7\t22\tTCP\tLISTEN\tEvery interface\t0.0.0.0\tnot known\t3",
                CellText.lines(new Shown(Columns.ports().subList(0, 9), List.of(line), wording, START)));
    }

    @Test
    void socketIsOneObject() throws IOException {
        Row row = listener("0.0.0.0:8080").v6Only(true).inode(77).cookie(-1).user(1000, "ada").by(
                process(42, "java", "java -jar \"x\".jar", new Belonging.Unit("orders-api.service", true)),
                process(43, "java", "", null)).row();
        assertEquals(JsonParser.parseString("""
                [{"pid": 42, "name": "java", "socket": 77, "family": "ipv4", "protocol": "tcp",
                  "local_address": "0.0.0.0", "local_port": 8080, "remote_address": null, "remote_port": null, "state": "LISTEN",
                  "net_namespace": 0, "port_range": "registered", "exposure": "every_interface", "cookie": 18446744073709551615,
                  "v6only": true, "bytes_sent": null, "bytes_received": null, "bytes_in_per_second": null,
                  "bytes_out_per_second": null, "rtt_us": null, "retransmits": null, "idle_seconds": null,
                  "uid": 1000, "user": "ada", "owner": {"kind": "processes", "evidence": "exact", "candidates": null, "processes": [
                    {"pid": 42, "start_time": 1772366400, "name": "java", "cmdline": "java -jar \\"x\\".jar"},
                    {"pid": 43, "start_time": 1772366400, "name": "java", "cmdline": null}],
                    "service": "orders-api.service", "container": null}}]
                """), json(row));
    }

    @Test
    void unknownIsNull() throws IOException {
        Row row = connection("mapped:10.0.0.1:0", "[fe80::1%eth0]:443").by(new Owner.Unknown(Owner.Reason.FORGOTTEN), Evidence.RESOLVING)
                .row();
        assertEquals(JsonParser.parseString("""
                [{"pid": null, "name": null, "socket": null, "family": "ipv6", "protocol": "tcp",
                  "local_address": "10.0.0.1", "local_port": 0, "remote_address": "fe80::1%eth0", "remote_port": 443,
                  "state": "ESTABLISHED", "net_namespace": 0, "port_range": null, "exposure": null, "cookie": null,
                  "v6only": null, "bytes_sent": null, "bytes_received": null, "bytes_in_per_second": null,
                  "bytes_out_per_second": null, "rtt_us": null, "retransmits": null, "idle_seconds": null,
                  "uid": null, "user": null, "owner": {"kind": "unknown", "evidence": "resolving", "candidates": null, "processes": [],
                    "service": null, "container": null}}]
                """), json(row));
    }

    @Test
    void connectionTellsWhatWentThroughIt() throws IOException {
        SampleRow counted = connection("10.0.0.1:1", "10.0.0.2:443").tcp(5_000, 9_000, 3, 11_200, START.minusMillis(30_900));
        assertEquals("[null,5000,9000,null,null,11200,3,30]", flow(counted));
        assertEquals("[null,5000,9000,700,20,11200,3,30]", flow(counted.rates(700, 20)));
        assertEquals("[null,0,0,null,null,null,0,0]",
                flow(connection("10.0.0.1:1", "10.0.0.2:443").tcp(0, 0, 0, 0, START.plusSeconds(1))));
    }

    private String flow(SampleRow row) throws IOException {
        JsonObject socket = json(row.row()).getAsJsonArray().get(0).getAsJsonObject();
        JsonArray values = new JsonArray();
        List.of("v6only", "bytes_sent", "bytes_received", "bytes_in_per_second", "bytes_out_per_second", "rtt_us", "retransmits",
                "idle_seconds").forEach(name -> values.add(socket.get(name)));
        return values.toString();
    }

    @Test
    void noSocketIsAnEmptyArray() throws IOException {
        assertEquals("[]", text());
    }

    @Test
    void anyNameComesBackFromUtf8AsItWas() throws IOException {
        Random random = new Random(7);
        String odd = "\"\\\u0000\u001b\n\t\u2028\u202e\u00e9\ud83d\ude00\ud800\udc00</script>";
        for (int i = 0; i < 2_000; i++) {
            String name = random.ints(1 + random.nextInt(8), 0, odd.length()).mapToObj(at -> "" + odd.charAt(at))
                    .collect(Collectors.joining());
            byte[] bytes = text(listener("0.0.0.0:1").by(process(1, name, name, null)).row()).getBytes(StandardCharsets.UTF_8);
            JsonObject object = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonArray().get(0).getAsJsonObject();
            assertEquals(new JsonPrimitive(name), object.get("name"));
        }
    }

    @Test
    void schemaNamesWhatIsWrittenAndNothingElse() throws IOException {
        JsonObject written = json(listener("0.0.0.0:1").by(7, "a").row()).getAsJsonArray().get(0).getAsJsonObject();
        JsonObject owner = written.getAsJsonObject("owner");
        JsonObject process = owner.getAsJsonArray("processes").get(0).getAsJsonObject();
        assertEquals(List.of(written.keySet(), owner.keySet(), process.keySet()),
                List.of(properties("socket"), properties("owner"), properties("process")));
        for (String type : List.of("socket", "owner", "process")) {
            assertEquals(properties(type), Schema.texts(definition(type).getAsJsonArray("required")));
        }
    }

    @Test
    void schemaKnowsEveryWordThatIsWritten() throws IOException {
        assertEquals(lower(PortClass.values(), true), words("socket", "port_range"));
        assertEquals(lower(Exposure.values(), true), words("socket", "exposure"));
        assertEquals(lower(Protocol.values(), false), words("socket", "protocol"));
        assertEquals(Stream.of(SocketState.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                words("socket", "state"));
        User root = new User(0, "root");
        Belonging unit = new Belonging.Container("3f", "docker");
        List<Owner> owners = List.of(new Owner.Processes(List.of(process(1, "a", "", null))), new Owner.Service(unit, root),
                new Owner.UserOnly(root), new Owner.Kernel(), new Owner.Unknown(Owner.Reason.NOT_TOLD));
        List<Evidence> evidence = List.of(Evidence.EXACT, new Evidence.Inferred(1), Evidence.REMEMBERED, Evidence.RESOLVING);
        assertEquals(words("owner", "kind"), written("kind",
                owners.stream().map(owner -> listener("0.0.0.0:1").by(owner, Evidence.EXACT)).toList()));
        assertEquals(words("owner", "evidence"), written("evidence",
                evidence.stream().map(how -> socket(Protocol.RAW, "0.0.0.0:1", "", SocketState.CLOSE).by(owners.get(0), how)).toList()));
    }

    @Test
    void inferredOwnersSayOfHowManyAndNeverExact() throws IOException {
        Belonging unit = new Belonging.Unit("tailscaled.service", false);
        JsonObject one = json(listener("0.0.0.0:1").by(new Owner.Processes(List.of(process(1104, "tailscaled", "", unit))),
                new Evidence.Inferred(1)).row()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals(1104, one.get("pid").getAsInt());
        assertEquals("processes inferred 1 tailscaled.service", owner(one));
        JsonObject unitOnly = json(listener("0.0.0.0:1").by(new Owner.Service(unit, new User(0, "root")), new Evidence.Inferred(3)).row())
                .getAsJsonArray().get(0).getAsJsonObject();
        assertTrue(unitOnly.get("pid").isJsonNull());
        assertEquals("service inferred 3 tailscaled.service", owner(unitOnly));
    }

    private static String owner(JsonObject socket) {
        JsonObject owner = socket.getAsJsonObject("owner");
        return owner.get("kind").getAsString() + " " + owner.get("evidence").getAsString() + " " + owner.get("candidates").getAsInt() + " "
                + owner.get("service").getAsString();
    }

    @Test
    void rawSocketHasNoPort() throws IOException {
        JsonObject raw = json(socket(Protocol.RAW, "0.0.0.0:1", "", SocketState.BOUND).row()).getAsJsonArray().get(0).getAsJsonObject();
        assertTrue(raw.get("local_port").isJsonNull());
        assertEquals("0.0.0.0", raw.get("local_address").getAsString());
    }

    private static Set<String> written(String field, List<SampleRow> rows) throws IOException {
        Set<String> found = new TreeSet<>();
        for (SampleRow row : rows) {
            found.add(json(row.row()).getAsJsonArray().get(0).getAsJsonObject().getAsJsonObject("owner").get(field).getAsString());
        }
        return found;
    }

    private static Set<String> lower(Enum<?>[] constants, boolean orNull) {
        Set<String> names = Stream.of(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        if (orNull) {
            names.add("null");
        }
        return names;
    }

    private static Set<String> words(String type, String property) throws IOException {
        Set<String> words = new TreeSet<>();
        for (JsonElement word : definition(type).getAsJsonObject("properties").getAsJsonObject(property).getAsJsonArray("enum")) {
            words.add(word.isJsonNull() ? "null" : word.getAsString());
        }
        return words;
    }

    /** What every object has; {@code group} comes with an export of a table with groups only. */
    private static Set<String> properties(String type) throws IOException {
        Set<String> properties = new LinkedHashSet<>(definition(type).getAsJsonObject("properties").keySet());
        properties.remove("group");
        return properties;
    }

    private static JsonObject definition(String type) throws IOException {
        return Schema.read("sockets").getAsJsonObject("$defs").getAsJsonObject(type);
    }

    private static JsonElement json(Row... rows) throws IOException {
        return JsonParser.parseString(text(rows));
    }

    private static String text(Row... rows) throws IOException {
        StringWriter out = new StringWriter();
        try (SocketJson json = new SocketJson(out)) {
            for (Row row : rows) {
                json.write(row, START);
            }
        }
        return out.toString();
    }
}
