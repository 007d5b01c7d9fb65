package quaywatch.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class QueryParserTest {

    /** Quarter past four in the morning in Vienna. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T03:15:00Z"), ZoneId.of("Europe/Vienna"));

    private final ServiceNames names = ServiceNames.parse(List.of("80\ttcp\thttp", "8008\ttcp\thttp-alt", "8080\ttcp\thttp-alt"));
    private final QueryParser parser = new QueryParser(new Here(names, new PortRange(32_768, 60_999), new User(1000, "ada"), CLOCK));

    /** The second text is the tree printed: fully canonical, so that it says how the first one was understood. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "8080 # port:8080", //
            "08080 # port:8080", //
            ":8080 # port:8080", //
            "3000-3999 # port:3000-3999", //
            "port:80,443,3000-3999 # port:80,443,3000-3999", //
            "port:1024.. # port:1024-65535", //
            "port:..1023 # port:0-1023", //
            "port>1023 # port:1024-65535", //
            "lport<1024 # lport:0-1023", //
            "lport<=1 # lport:0-1", //
            "rport>=65535 # rport:65535", //
            "PORT:=80 # port:80", //
            "port:http # port:80", //
            "port:HTTP-alt # port:8008,8080", //
            "lport:well-known # lport:0-1023", //
            "lport:registered # lport:1024-49151", //
            "rport:dynamic # rport:49152-65535", //
            "port:ephemeral # port:32768-60999", //
            "java # java", //
            "a b # a b", //
            "a and b # a b", //
            "a AND b or c # a b | c", //
            "a | b c # a | b c", //
            "(a | b) c # (a | b) c", //
            "((a)) # a", //
            "!a # !a", //
            "not a b # !a b", //
            "not (a b) # !(a b)", //
            "!!a # !!a", //
            "a|b # a | b", //
            "a!b # `\"a!b\"`", //
            "\"and\" # `\"and\"`", //
            "\"8080\" # `\"8080\"`", //
            "\"a \\\"b\\\" \\\\ \\n\" # `\"a \\\"b\\\" \\\\ \\\\n\"`", //
            "x\"y\" # x y", //
            "process:java # process:java", //
            "process:=java # process:=java", //
            "process:\"my server\" # process:\"my server\"", //
            "process:=\"=x\" # process:=\"=x\"", //
            "cmd:a:b=c # cmd:\"a:b=c\"", //
            "--port=8080 # \"--port=8080\"", //
            "user:=root service:ssh container:3f # user:=root service:ssh container:3f", //
            "pid:42 # pid:42", //
            "proto:UDP # proto:udp", //
            "state:time_wait # state:time_wait", //
            "state:Time-Wait # state:time_wait", //
            "is:exposed # is:exposed", //
            "!is:loopback # !is:loopback", //
            "raddr:10.1.2.3/8 # raddr:10.0.0.0/8", //
            "addr:fe80::1/10 # addr:fe80::/10", //
            "addr:::1 # addr:::1", //
            "laddr:[::1] # laddr:::1", //
            "laddr:::ffff:10.1.2.3/104 # laddr:10.0.0.0/8", //
            "laddr:::ffff:0:0/96 # laddr:0.0.0.0/0", //
            "addr:10.1. # addr:\"10.1.\"", //
            "addr:localhost # addr:localhost", //
            "10.0.0.0/8 # addr:10.0.0.0/8", //
            "10.0.0.1 # \"10.0.0.1\"", //
            "/usr/bin # \"/usr/bin\"", //
            "::1 # \"::1\"", //
            "[::1] # addr:::1", //
            "[::1]:8080 # [::1]:8080", //
            "10.0.0.1:22 # 10.0.0.1:22", //
            "LocalHost:3000 # localhost:3000", //
            "age<5m # age<5m", //
            "age<5min # age<5m", //
            "age>=90s # age>=90s", //
            "age>24h # age>1d", //
            "age<1500ms # age<1500ms", //
            "age:1m..5m # age>=1m age<=5m", //
            "age:..5m # age<=5m", //
            "age:2h.. # age>=2h", //
            "rate>1M # rate>1M", //
            "RATE>=1.5mb/s # rate>=1500k", //
            "rate<0 # rate<0", //
            "rate<1234 # rate<1234", //
            "rate:1M.. # rate>=1M", //
            "rate:..2G # rate<=2G", //
            "rate:500k..1M # rate>=500k rate<=1M", //
            "rtt>200ms # rtt>200ms", //
            "rtt<0.5ms # rtt<500us", //
            "rtt>=1000us # rtt>=1ms", //
            "rtt<40\u00b5s # rtt<40us", //
            "rtt:1ms..1.5s # rtt>=1ms rtt<=1500ms", //
            "idle>5m # idle>5m", //
            "idle:..90s # idle<=90s", //
            "retrans>0 # retrans>0", //
            "retrans:1..10 # retrans>=1 retrans<=10", //
            "time:04:02:40-04:03:25 # time:2026-11-24T03:02:40Z-2026-11-24T03:03:25Z", //
            "time:4:02-4:03 # time:2026-11-24T03:02:00Z-2026-11-24T03:03:59Z", //
            "time:04:02:40 # time:2026-11-24T03:02:40Z", //
            "time:04:15:00..04:20:00 # time:2026-11-24T03:15:00Z-2026-11-24T03:20:00Z", //
            "time:04:15:01-04:20:00 # time:2026-11-23T03:15:01Z-2026-11-23T03:20:00Z", // still to come today
            "time:14:02:40-14:03:25 # time:2026-11-23T13:02:40Z-2026-11-23T13:03:25Z", //
            "time:23:50-00:10 # time:2026-11-23T22:50:00Z-2026-11-23T23:10:59Z", // over midnight
            "time:2026-11-20T14:02:40-14:03:25 # time:2026-11-20T13:02:40Z-2026-11-20T13:03:25Z", //
            "time:2026-07-01t23:00-2026-07-02T01:00:00 # time:2026-07-01T21:00:00Z-2026-07-01T23:00:00Z", // in summer
            "time:14:02:40Z-2026-11-24T03:00:00Z # time:2026-11-23T14:02:40Z-2026-11-24T03:00:00Z", //
            "TIME:=\"04:02:40\" # time:2026-11-24T03:02:40Z", //
            "user:=me # user:=1000", //
            "user:=\"me\" # user:=me", //
            "user:me # user:me", //
            "is:System # is:system", //
            "!rate>1M | rtt>1s # !rate>1M | rtt>1s", //
            "a age:1m..5m # a (age>=1m age<=5m)"})
    void readsEveryForm(String text, String understood) {
        assertEquals(understood, good(text).toString());
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "'\t\n\u00a0'"})
    void blankTextMeansEverything(String text) {
        assertEquals(Query.EVERYTHING, good(text));
    }

    @Test
    void readsIntoATree() {
        Query port = new PortTerm(Side.EITHER, List.of(new PortRange(8080, 8080)));
        Query java = new TextTerm(TextField.PROCESS, "java", false);
        assertEquals(new Query.Or(List.of(new Query.And(List.of(port, new Query.Not(java))), new WordTerm("x"))),
                good("8080 !process:java | x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "port:70000 # 5 # 10 # Port 70000 does not exist. A port is 0 to 65535.", //
            "70000 # 0 # 5 # Port 70000 does not exist. A port is 0 to 65535.", //
            ":70000 # 1 # 6 # Port 70000 does not exist. A port is 0 to 65535.", //
            "a 99999999999999999999 # 2 # 22 # Port 99999999999999999999 does not exist. A port is 0 to 65535.", //
            "port:80,70000 # 8 # 13 # Port 70000 does not exist. A port is 0 to 65535.", //
            "port:3000-70000 # 5 # 15 # Port 70000 does not exist. A port is 0 to 65535.", //
            "port:80, # 5 # 8 # \"\" is no port. Write a number, a range such as 3000-3999, well-known, registered, dynamic, or the registered name of a service.", //
            "port:3999-3000 # 5 # 14 # A range goes upwards: 3000-3999.", //
            "port:nonsense # 5 # 13 # \"nonsense\" is no port. Write a number, a range such as 3000-3999, well-known, registered, dynamic, or the registered name of a service.", //
            "port>65535 # 5 # 10 # Port 65536 does not exist. A port is 0 to 65535.", //
            "port<0 # 5 # 6 # Port -1 does not exist. A port is 0 to 65535.", //
            "port>http # 5 # 9 # \"http\" is no port. A limit for ports is a number from 0 to 65535.", //
            "10.0.0.1:70000 # 9 # 14 # Port 70000 does not exist. A port is 0 to 65535.", //
            "10.0.0.256:22 # 0 # 10 # \"10.0.0.256\" is no address. Write one such as 10.0.0.1, [::1] or localhost; other host names are not looked up.", //
            "[nonsense]:1 # 1 # 9 # \"nonsense\" is no address. Write one such as 10.0.0.1, [::1] or localhost; other host names are not looked up.", //
            "[]:1 # 0 # 4 # \"[]\" is no address. Write one such as 10.0.0.1, [::1] or localhost; other host names are not looked up.", //
            "addr:10.0.0.0/33 # 5 # 16 # \"10.0.0.0/33\" is no network. Write an address and the bits its network shares, such as 10.0.0.0/8 or fe80::/10.", //
            "addr:::ffff:10.0.0.0/8 # 5 # 22 # \"::ffff:10.0.0.0/8\" is no network. Write an address and the bits its network shares, such as 10.0.0.0/8 or fe80::/10.", //
            "time:noon # 5 # 9 # \"noon\" is no time of day. Write 14:02, 14:02:40-14:03:25, or with a date 2026-11-24T14:02:40.", //
            "a time:24:00 # 7 # 12 # \"24:00\" is no time of day. Write 14:02, 14:02:40-14:03:25, or with a date 2026-11-24T14:02:40.", //
            "time:2026-02-30T10:00 # 5 # 21 # \"2026-02-30T10:00\" is no time of day. Write 14:02, 14:02:40-14:03:25, or with a date 2026-11-24T14:02:40.", //
            "time:04:02:40- # 5 # 14 # \"04:02:40-\" is no time of day. Write 14:02, 14:02:40-14:03:25, or with a date 2026-11-24T14:02:40.", //
            "time:2026-11-20T10:00-2026-11-19T10:00 # 5 # 38 # A range goes upwards: 2026-11-19T10:00-2026-11-20T10:00.", //
            "time<10:00 # 4 # 5 # time has no order, so < can't be asked. Write time: or time:= instead.", //
            "pid:x # 4 # 5 # \"x\" is no process number. Write one above 0, such as pid:4242.", //
            "pid:0 # 4 # 5 # \"0\" is no process number. Write one above 0, such as pid:4242.", //
            "a proces:java # 2 # 8 # There is no field \"proces\". Did you mean process? Fields are port, lport, rport, addr, laddr, raddr, process, pid, user, cmd, service, container, proto, state, is, rate, rtt, age, idle, retrans, time.", //
            "jitter>200ms # 0 # 6 # There is no field \"jitter\". Fields are port, lport, rport, addr, laddr, raddr, process, pid, user, cmd, service, container, proto, state, is, rate, rtt, age, idle, retrans, time. Text with such signs stands in double quotes.", //
            "example.com:80 # 0 # 11 # There is no field \"example.com\". Fields are port, lport, rport, addr, laddr, raddr, process, pid, user, cmd, service, container, proto, state, is, rate, rtt, age, idle, retrans, time. Text with such signs stands in double quotes.", //
            "proto:tpc # 6 # 9 # \"tpc\" can't stand after proto. Did you mean tcp? It takes tcp, udp, raw.", //
            "proto:sctp # 6 # 10 # \"sctp\" can't stand after proto. Did you mean tcp? It takes tcp, udp, raw.", //
            "is:round # 3 # 8 # \"round\" can't stand after is. It takes listening, exposed, loopback, hidden, new, closed, connected, system.", //
            "state:listening # 6 # 15 # \"listening\" can't stand after state. It takes established, syn_sent, syn_recv, fin_wait1, fin_wait2, time_wait, close, close_wait, last_ack, listen, closing, bound, connected.", //
            "state:estab # 6 # 11 # \"estab\" can't stand after state. Did you mean established? It takes established, syn_sent, syn_recv, fin_wait1, fin_wait2, time_wait, close, close_wait, last_ack, listen, closing, bound, connected.", //
            "process>java # 7 # 8 # process has no order, so > can't be asked. Write process: or process:= instead.", //
            "user=root # 4 # 5 # Write user: for a part of the text, or user:= for the whole.", //
            "process: # 0 # 8 # process needs a value, such as process:java.", //
            "a user:= # 2 # 8 # user needs a value, such as user:root.", //
            "process:\" \" # 0 # 11 # process needs a value, such as process:java.", //
            "age<5 # 4 # 5 # 5 needs a unit: 5s, 5m, 5h or 5d.", //
            "age<soon # 4 # 8 # \"soon\" is no length of time. Write 500ms, 30s, 5m, 2h or 1d.", //
            "age:5m # 4 # 6 # Write age<5m, age>1h, or a range such as age:1m..5m.", //
            "age:.. # 4 # 6 # Write age<5m, age>1h, or a range such as age:1m..5m.", //
            "age:5m..1m # 4 # 10 # A range goes upwards: 1m..5m.", //
            "rate>fast # 5 # 9 # \"fast\" is no rate. Write bytes a second: 800, 48k, 1.5M or 2G.", //
            "rate>1T # 5 # 7 # \"1T\" is no rate. Write bytes a second: 800, 48k, 1.5M or 2G.", //
            "rate>9999999999M # 5 # 16 # \"9999999999M\" is no rate. Write bytes a second: 800, 48k, 1.5M or 2G.", //
            "rate:1M # 5 # 7 # Write rate>1M, rate<10k, or a range such as rate:1M..5M.", //
            "rate:5M..1M # 5 # 11 # A range goes upwards: 1M..5M.", //
            "rate: # 0 # 5 # rate needs a value, such as rate>1M.", //
            "rtt>200 # 4 # 7 # 200 needs a unit: 200us, 200ms or 200s.", //
            "rtt>1m # 4 # 6 # \"1m\" is no round-trip time. Write 500us, 20ms or 1s.", //
            "rtt:20ms # 4 # 8 # Write rtt>200ms, rtt<1ms, or a range such as rtt:1ms..20ms.", //
            "idle>5 # 5 # 6 # 5 needs a unit: 5s, 5m, 5h or 5d.", //
            "idle:5m # 5 # 7 # Write idle>5m, idle<30s, or a range such as idle:1m..5m.", //
            "retrans>1.5 # 8 # 11 # \"1.5\" is no count. Write a whole number, such as 0 or 10.", //
            "retrans:1 # 8 # 9 # Write retrans>0, retrans<10, or a range such as retrans:1..10.", //
            "age:1m..x # 4 # 9 # \"x\" is no length of time. Write 500ms, 30s, 5m, 2h or 1d.", //
            "a \"b # 2 # 4 # This quote is never closed. Add a second one behind the text.", //
            "cmd:\"b c # 4 # 8 # This quote is never closed. Add a second one behind the text.", //
            "a \"\" # 2 # 4 # Nothing stands between these quotes.", //
            "a ( ) # 2 # 5 # Nothing stands between these brackets.", //
            "(a # 0 # 1 # This bracket is never closed.", //
            "a | ( # 4 # 5 # This bracket is never closed.", //
            "a) # 1 # 2 # This bracket closes nothing.", //
            ") # 0 # 1 # This bracket closes nothing.", //
            "a | # 2 # 3 # A condition is expected after \"|\", such as port:8080.", //
            "a or | b # 2 # 4 # A condition is expected after \"or\", such as port:8080.", //
            "(a !) # 3 # 4 # A condition is expected after \"!\", such as port:8080.", //
            "a and # 2 # 5 # A condition is expected after \"and\", such as port:8080.", //
            "| a # 0 # 1 # A condition is expected before \"|\", such as port:8080.", //
            "(and a) # 1 # 4 # A condition is expected before \"and\", such as port:8080."})
    void marksThePlaceAndSaysWhatWasExpected(String text, int start, int end, String message) {
        QueryError error = assertInstanceOf(Parsed.Wrong.class, parser.parse(text)).error();
        assertEquals(List.of(start, end, message), List.of(error.start(), error.end(), error.message(new Words(Locale.ENGLISH))));
    }

    @Test
    void depthIsBounded() {
        assertEquals(new QueryError(100, 101, "query.tooDeep", List.of()),
                assertInstanceOf(Parsed.Wrong.class, parser.parse("(".repeat(100_000))).error());
        assertEquals(new QueryError(100, 101, "query.tooDeep", List.of()),
                assertInstanceOf(Parsed.Wrong.class, parser.parse("!".repeat(100_000))).error());
    }

    @Test
    void foreignTextInAMessageIsMadeSafe() {
        QueryError error = assertInstanceOf(Parsed.Wrong.class, parser.parse("pid:\u001b[31m\u202e")).error();
        assertEquals("\"\\x1b[31m\\u202e\" is no process number. Write one above 0, such as pid:4242.",
                error.message(new Words(Locale.ENGLISH)));
    }

    private Query good(String text) {
        return assertInstanceOf(Parsed.Good.class, parser.parse(text), () -> parser.parse(text).toString()).query();
    }
}
