package quaywatch.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.process;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

/** A small machine, and which of its sockets each query finds. */
class QueryMatchTest {

    private static final Map<String, Row> MACHINE = machine();

    private static Map<String, Row> machine() {
        User root = new User(0, "root");
        Belonging.Unit unit = new Belonging.Unit("ssh.service", false);
        Map<String, SampleRow> rows = new LinkedHashMap<>();
        rows.put("ssh", listener("0.0.0.0:22").user(0, "root").by(new Owner.Service(unit, root), Evidence.EXACT).seen(START, true));
        rows.put("web", listener("[::]:8080").user(1000, "ada").by(
                process(42, "java", "java -jar Orders.jar --mode=fast", new Belonging.Unit("orders-api.service", true)),
                process(43, "javac", "javac", null)).seen(START, true));
        rows.put("dev", listener("127.0.0.1:3000").by(process(50, "node", "node server.js", new Belonging.StartedBy("npm run dev"))));
        rows.put("box", listener("192.168.1.24:6379").namespace(7).by(
                process(60, "redis-server", "redis", new Belonging.Container("3f2a9c0d1e4b", "docker"))));
        rows.put("dns", udp("127.0.0.53:53").user(0, "root").by(new Owner.UserOnly(root), Evidence.EXACT));
        rows.put("wg", udp("0.0.0.0:51820").by(new Owner.Kernel(), Evidence.EXACT));
        rows.put("bound", socket(Protocol.TCP, "127.0.0.1:8443", "", SocketState.BOUND).by(70, "python3"));
        rows.put("out", connection("192.168.1.24:52806", "151.101.1.140:443").by(80, "firefox")
                .tcp(5, 5, 3, 11_000, START.plusSeconds(50)).rates(1_000_000, 100_000));
        rows.put("six", connection("[fe80::1%eth0]:40122", "[2606:4700::6812:15e]:443").by(80, "firefox")
                .tcp(5, 5, 0, 0, START).rates(0, 0));
        rows.put("in", connection("mapped:127.0.0.1:8080", "mapped:127.0.0.1:52144").by(42, "java"));
        rows.put("wait", socket(Protocol.TCP, "192.168.1.24:53290", "140.82.121.5:443", SocketState.TIME_WAIT)
                .closed(START.plusSeconds(10)));
        Map<String, Row> machine = new LinkedHashMap<>();
        rows.forEach((name, row) -> machine.put(name, row.row()));
        return machine;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "'' # ssh web dev box dns wg bound out six in wait", //
            "8080 # web in", //
            "808 # ''", //
            "443 # out six wait", //
            "lport:443 # ''", //
            "rport:443 # out six wait", //
            "rport:0 # ''", //
            "lport:well-known # ssh dns", //
            "port:3000-9000 # web dev box bound in", //
            "port>51000 # wg out in wait", //
            "port:https # out six wait", //
            "process:java # web in", //
            "process:=java # web in", //
            "process:=javac # web", //
            "process:JAVA # web in", //
            "process:kernel # wg", //
            "cmd:orders # web", //
            "user:root # ssh dns", //
            "user:=ro # ''", //
            "user:0 # ssh dns", //
            "user:=1000 # web dev box bound out six in", //
            "user:ada # web dev box bound out six in", //
            "service:ssh # ssh", //
            "service:=ssh # ssh", //
            "service:=SSH.service # ssh", //
            "service:=ss # ''", //
            "container:3f2a # box", //
            "container:docker # box", //
            "container:ssh # ''", //
            "pid:43 # web", //
            "pid:4 # ''", //
            "proto:udp # dns wg", //
            "udp # dns wg", //
            "ud # ''", //
            "state:bound # dns wg bound", //
            "wait # wait", //
            "npm # dev", //
            "fire # out six", //
            "server # dev box", //
            "151.101 # out", //
            "4700 # ''", //
            "\"4700\" # six", //
            "eth0 # six", //
            "fe80 # six", //
            "addr:192.168.0.0/16 # box out wait", //
            "raddr:192.168.0.0/16 # ''", //
            "addr:127.0.0.0/8 # dev dns bound in", //
            "addr:::ffff:127.0.0.0/104 # dev dns bound in", //
            "raddr:2606::/16 # six", //
            "addr:::/0 # web six", //
            "raddr:0.0.0.0/0 # out in wait", //
            "addr:::1 # ''", //
            "addr:localhost # dev dns bound in", //
            "laddr:fe80::1 # six", //
            "laddr:fe80::1%eth0 # six", //
            "laddr:192.168 # box out wait", //
            "laddr:=192.168 # ''", //
            "127.0.0.1:3000 # dev", //
            "127.0.0.1:8080 # in", //
            "151.101.1.140:443 # out", //
            "192.168.1.24:443 # ''", //
            "localhost:8080 # web in", //
            "localhost:22 # ssh", //
            "localhost:6379 # ''", //
            "is:listening # ssh web dev box dns wg", //
            "is:connected # out six in wait", //
            "is:exposed # ssh web wg", //
            "is:loopback # dev dns bound in", //
            "is:hidden # ssh dns wait", //
            "is:closed # wait", //
            "is:system # ssh", //
            "is:new # dev box dns wg bound out six in wait", //
            "!is:new # ssh web", //
            "java | node # web dev in", //
            "java !is:listening # in", //
            "(java | node) is:listening # web dev", //
            "not (port:443 or port:8080 or is:listening) # bound"})
    void findsExactly(String text, String expected) {
        assertEquals(expected, found(text, START.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "rate>1M # out", //
            "rate>=1100k # out", // both directions together
            "rate>1100k # ''", //
            "rate<1 # six", //
            "rate:0.. # out six", // what has no rate never fits
            "rtt>200ms # ''", //
            "rtt:10ms..12ms # out", //
            "rtt<1s # out", // six has not been measured yet
            "idle>55s # six", //
            "idle<=10s # out", //
            "retrans>0 # out", //
            "retrans:..3 # out six", //
            "is:connected !rate>1M # six in wait"})
    void measuresFitWhereTheyAreKnown(String text, String expected) {
        assertEquals(expected, found(text, START.plusSeconds(60)));
    }

    @Test
    void closedConnectionWasIdleUntilItClosed() {
        Row row = connection("10.0.0.1:1", "10.0.0.2:2").tcp(1, 1, 0, 9, START).closed(START.plusSeconds(5)).row();
        assertEquals(5_000, Measure.IDLE.of(row, START.plusSeconds(600)));
    }

    @Test
    void queryTellsWhichMeasuresItAsksFor() {
        Query query = assertInstanceOf(Parsed.Good.class, new QueryParser(ServiceNames.NONE).parse("a | !(b (rate>1 | rtt>1s))")).query();
        assertEquals(List.of(Measure.RATE, Measure.RTT), Arrays.stream(Measure.values()).filter(query::asksFor).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "age<61s # dev box dns wg bound out six in wait", // a closed one is as old as it got
            "age<60s # wait", //
            "age<=60s # dev box dns wg bound out six in wait", //
            "age>59s # ssh web dev box dns wg bound out six in", //
            "age>60s # ''", //
            "age>=1m # ssh web dev box dns wg bound out six in", //
            "age:5s..15s # wait", //
            "age:..15s # wait", //
            "age:59s.. # ssh web dev box dns wg bound out six in"})
    void ageOfWhatWasThereFromTheStartHasNoUpperLimit(String text, String expected) {
        assertEquals(expected, found(text, START.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "time:11:58-11:59:59 # ''", //
            "time:11:58-12:00:00 # ssh web dev box dns wg bound out six in wait", //
            "time:12:00:10-12:00:20 # ssh web dev box dns wg bound out six in wait", // the last one closed at :10
            "time:12:00:11-12:00:20 # ssh web dev box dns wg bound out six in", //
            "time:12:00:59-13:00 # ssh web dev box dns wg bound out six in", //
            "!time:12:00:11-12:00:20 # wait"})
    void aSpanHasWhatWasOpenAtSomeMomentOfIt(String text, String expected) {
        assertEquals(expected, found(text, START.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"is:closed,true", "a (b | time:12:00),true", "!!is:closed,true", "!is:closed,false", "!(a is:closed),false", "is:new,false",
            "'',false"})
    void queryTellsWhetherItAsksForClosedOnes(String text, boolean asks) {
        Query query = assertInstanceOf(Parsed.Good.class, new QueryParser(ServiceNames.NONE).parse(text)).query();
        assertEquals(asks, query.asksForClosed());
    }

    @Test
    void newIsOverAfterFiveMinutes() {
        assertEquals("", found("is:new", START.plus(Duration.ofMinutes(5))));
    }

    @Test
    void clockThatWentBackMakesNothingNew() {
        assertEquals("", found("is:new", START.minus(Duration.ofHours(1))));
    }

    @Test
    void clockThatWentBackMakesNoNegativeAge() {
        assertEquals("wait", found("age:5s.. ", START.minusSeconds(60)));
    }

    private static String found(String text, Instant now) {
        QueryParser parser = new QueryParser(
                new Here(ServiceNames.parse(List.of("443\ttcp\thttps")), null, null,
                        Clock.fixed(START.plusSeconds(3_600), ZoneOffset.UTC)));
        return switch (parser.parse(text)) {
            case Parsed.Good(Query query) -> String.join(" ",
                    MACHINE.entrySet().stream().filter(entry -> query.matches(entry.getValue(), now)).map(Map.Entry::getKey).toList());
            case Parsed.Wrong(QueryError error) -> error.toString();
        };
    }
}
