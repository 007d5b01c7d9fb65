package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.udp;

/** Which sockets of one owner stand on one line, and what that line says. */
class TwinsTest {

    private final Words words = new Words(Locale.ENGLISH);
    private final Viewer viewer = new Viewer(words, ServiceNames.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = { //
            "0.0.0.0 [::]                       # 0.0.0.0 [::] EVERY_INTERFACE", //
            "127.0.0.1 [::1]                    # 127.0.0.1 [::1] THIS_MACHINE", //
            "127.0.0.53 127.0.0.54 [::1]        # 127.0.0.53 +2 THIS_MACHINE", //
            "192.168.1.24 [2001:db8::24]        # 192.168.1.24 +1 ONE_ADDRESS", //
            "[fe80::1%eth0] [fe80::1%wlan0]     # [fe80::1%eth0] +1 ONE_ADDRESS", //
            "0.0.0.0 [::1]                      # 0.0.0.0 EVERY_INTERFACE, [::1] THIS_MACHINE", //
            "127.0.0.1 [::]                     # 127.0.0.1 THIS_MACHINE, [::] EVERY_INTERFACE", //
            "127.0.0.1 192.168.1.24 0.0.0.0     # 0.0.0.0 EVERY_INTERFACE, 127.0.0.1 THIS_MACHINE, 192.168.1.24 ONE_ADDRESS"})
    void onlyWhatReachesEquallyFarIsOneLine(String addresses, String lines) {
        SampleRow[] rows = Stream.of(addresses.strip().split(" ")).map(host -> listener(host + ":80").by(1, "web"))
                .toArray(SampleRow[]::new);
        assertEquals(lines, String.join(", ", lines(rows).stream()
                .map(line -> LineText.addresses(line) + " " + line.socket().exposure()).toList()));
    }

    @Test
    void othersOnTheSamePortAreNoTwins() {
        assertEquals(4, lines(listener("0.0.0.0:80").by(1, "web"), listener("[::]:80").by(2, "web"), udp("[::]:80").by(1, "web"),
                listener("[::]:81").by(1, "web")).size());
        assertEquals(2, lines(listener("0.0.0.0:80").by(1, "web"), listener("[::]:80").by(1, "web").namespace(7)).size());
        assertEquals(2, lines(listener("0.0.0.0:80").by(1, "web"), listener("[::]:80").by(1, "web").closed(START)).size());
    }

    @Test
    void aFilterThatMeetsOneTwinShowsThatOneAlone() {
        List<SocketLine> lines = viewer
                .rows(snapshot(listener("0.0.0.0:80").by(1, "web"), listener("[::]:80").by(1, "web")),
                        ViewState.of(Scope.LISTENING).withQuery(query("laddr:0.0.0.0")), START)
                .lines().stream().map(SocketLine.class::cast).toList();
        assertEquals(List.of("0.0.0.0"), lines.stream().map(LineText::addresses).toList());
    }

    @Test
    void dataHasOneObjectForEachSocket() throws IOException {
        List<Row> rows = lines(listener("0.0.0.0:80").by(1, "web"), listener("[::]:80").by(1, "web")).getFirst().rows();
        StringWriter out = new StringWriter();
        try (SocketJson json = new SocketJson(out)) {
            for (Row row : rows) {
                json.write(row, START);
            }
        }
        assertEquals(List.of("0.0.0.0 ipv4 every_interface", ":: ipv6 every_interface"),
                JsonParser.parseString(out.toString()).getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject)
                        .map(one -> one.get("local_address").getAsString() + " " + one.get("family").getAsString() + " "
                                + one.get("exposure").getAsString())
                        .toList());
    }

    private static Query query(String text) {
        return assertInstanceOf(Parsed.Good.class, new QueryParser(ServiceNames.NONE).parse(text)).query();
    }

    private List<SocketLine> lines(SampleRow... rows) {
        return viewer.rows(snapshot(rows), ViewState.of(Scope.LISTENING), START).lines().stream().map(SocketLine.class::cast).toList();
    }
}
