package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Belonging;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.model.Protocol.TCP;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

/** How a socket fares, why its process runs, and who else belongs to it. */
class HealthTest {

    private static final Instant NOW = START.plusSeconds(90);

    private final Words words = new Words(Locale.ROOT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 128 | 0 of 128 | ''",
            "1 | 128 | 1 of 128 | 1 connection waits to be accepted by the program.",
            "5 | 128 | 5 of 128 | 5 connections wait to be accepted by the program.",
            "128 | 128 | 128 of 128 | Accept queue full: 128 of 128 wait to be accepted. The program doesn't keep up, and who comes next is turned away.",
            "129 | 128 | 129 of 128 | Accept queue full: 129 of 128 wait to be accepted. The program doesn't keep up, and who comes next is turned away.",
            "2 | 0 | 2 | 2 connections wait to be accepted by the program."})
    void acceptQueueIsTold(long waiting, long limit, String figure, String ill) {
        Health health = health(listener("0.0.0.0:80").queues(waiting, limit));
        assertEquals(figure, health.figures().getFirst().value());
        assertEquals(ill.isEmpty() ? List.of() : List.of(ill), health.ills());
        assertEquals(limit > 0 && waiting >= limit, Health.isFull(listener("0.0.0.0:80").queues(waiting, limit).row().socket()));
    }

    @Test
    void queuesOfAConnectionSayWhoDoesNotRead() {
        assertEquals(List.of(), health(flowing().queues(0, 0)).ills());
        assertEquals(List.of("The program has not read 5.00 kB that came in."), health(flowing().queues(5_000, 0)).ills());
        assertEquals(List.of("5.00 kB are under way and not acknowledged yet."), health(flowing().rates(0, 10).queues(0, 5_000)).ills());
        assertEquals(List.of("The peer has not acknowledged 5.00 kB and nothing goes out: it doesn't read, or the way is broken."),
                health(flowing().rates(10, 0).queues(0, 5_000)).ills());
        assertEquals(List.of("The peer has closed the connection, the program has not: many of these are a leak."),
                health(socket(TCP, "10.0.0.1:1", "10.0.0.2:2", SocketState.CLOSE_WAIT)).ills());
        assertEquals(List.of("The program has not read 9 B that came in."), health(udp("0.0.0.0:5").queues(9, 0)).ills());
    }

    @ParameterizedTest
    @CsvSource({"1, 1 segment was lost on the way and sent again.", "1200, '1200 segments were lost on the way and sent again.'",
            "12000, '12,000 segments were lost on the way and sent again.'"})
    void lossIsTold(long again, String ill) {
        assertEquals(List.of(ill), health(connection("10.0.0.1:1", "10.0.0.2:2").tcp(1, 1, again, 900, START)).ills());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"212 | 1024 | 212 of 1024 | ''", "921 | 1024 | 921 of 1024 | ''",
            "922 | 1024 | 922 of 1024 | 922 of 1024 descriptors are in use: soon no connection can be opened or accepted.",
            "7 | 9223372036854775807 | 7, no limit | ''", "null | 1024 | hidden of 1024 | ''", "7 | null | 7 | ''"})
    void descriptorsAreTold(@Nullable Long open, @Nullable Long most, String figure, String ill) {
        ProcessDetail detail = new ProcessDetail(List.of(process(5, 1, "x", null)), "", open, most);
        Health health = Health.of(SocketLine.alone(listener("0.0.0.0:80").row()), detail, words, NOW);
        assertEquals(figure, health.figures().getLast().value());
        assertEquals(ill.isEmpty() ? List.of() : List.of(ill), health.ills());
    }

    @Test
    void chainLeadsFromTheFirstProcessThroughTheUnitDownToIt() {
        ProcessDetail detail = new ProcessDetail(List.of(process(24_187, 1_893, "java", new Belonging.Unit("orders-api.service", true)),
                process(1_893, 1, "systemd", null), process(1, 0, "systemd", null)), "", null, null);
        assertEquals(
                List.of("FIRST systemd 1 ", "MANAGER systemd 1893 of ada", "UNIT orders-api.service  user service", "SELF java 24187 "),
                chain(detail));
    }

    @Test
    void chainNamesTerminalTimetableAndContainer() {
        assertEquals(List.of("FIRST init 1 ", "SHELL bash 7 ", "SELF node 9 on pts/3"), chain(new ProcessDetail(
                List.of(process(9, 7, "node", new Belonging.StartedBy("bash")), process(7, 1, "bash", null), process(1, 0, "init", null)),
                "pts/3", null, null)));
        assertEquals(List.of("TIMETABLE cron 7 by timetable", "SELF sh 9 "),
                chain(new ProcessDetail(List.of(process(9, 7, "sh", null), process(7, 1, "cron", null)), "", null, null)));
        assertEquals(List.of("CONTAINER containerd-shim 7 ", "CONTAINER 3f2a  docker container", "SELF redis 9 "),
                chain(new ProcessDetail(
                        List.of(process(9, 7, "redis", new Belonging.Container("3f2a", "docker")), process(7, 1, "containerd-shim", null)),
                        "",
                        null, null)));
    }

    @Test
    void longChainLeavesItsMiddleOut() {
        List<ProcessFacts> line = IntStream.rangeClosed(1, 20).mapToObj(i -> process(21 - i, 20 - i, "p" + (21 - i), null))
                .toList();
        List<String> links = chain(new ProcessDetail(line, "", null, null));
        assertEquals(8, links.size());
        assertEquals("LEFT_OUT 13 more  ", links.get(2));
        assertEquals("SELF p20 20 ", links.getLast());
    }

    @Test
    void clientsHereAndElsewhereAreToldTheBusiestFirst() {
        List<Row> rows = List.of(listener("127.0.0.1:80").by(1, "nginx").row(), listener("10.0.0.1:80").by(2, "other").row(),
                connection("127.0.0.1:80", "127.0.0.1:5000").cookie(1).by(1, "nginx").rates(10, 0).row(),
                connection("127.0.0.1:5000", "127.0.0.1:80").cookie(2).by(3, "curl").row(),
                connection("127.0.0.1:80", "127.0.0.1:5001").cookie(3).by(1, "nginx").rates(500, 0).row(),
                connection("10.0.0.1:80", "10.0.0.9:5002").cookie(4).by(2, "other").row());
        Callers callers = Callers.of(snapshot(rows));
        assertEquals(List.of("127.0.0.1:5001 null", "127.0.0.1:5000 curl"), clients(callers, rows.get(0)));
        assertEquals(List.of("10.0.0.9:5002 null"), clients(callers, rows.get(1)));
        assertEquals(List.of("80 2 true"), Company.ports(callers, SocketLine.alone(rows.get(0))).stream()
                .map(port -> port.port() + " " + port.clients() + " " + port.selected()).toList());
    }

    @Test
    void clientIsOfTheListenerThatTookItAlone() {
        List<Row> rows = List.of(listener("0.0.0.0:80").by(1, "any").row(), listener("10.0.0.1:80").by(2, "one").row(),
                listener("[::]:80").v6Only(true).by(3, "six").row(),
                connection("10.0.0.1:80", "10.0.0.9:5001").cookie(1).row(), connection("10.0.0.2:80", "10.0.0.9:5002").cookie(2).row(),
                connection("[fd00::1]:80", "[fd00::9]:5003").cookie(3).row(),
                socket(TCP, "10.0.0.1:80", "", SocketState.BOUND).by(4, "bound").row());
        Callers callers = Callers.of(snapshot(rows));
        assertEquals(List.of("10.0.0.9:5002 null"), clients(callers, rows.get(0)));
        assertEquals(List.of("10.0.0.9:5001 null"), clients(callers, rows.get(1)));
        assertEquals(List.of("[fd00::9]:5003 null"), clients(callers, rows.get(2)));
        assertEquals(0, Company.ports(callers, SocketLine.alone(rows.getLast())).getFirst().clients());
    }

    @Test
    void portOfSeveralListenersHasTheClientsOfAll() {
        List<Row> rows = List.of(listener("0.0.0.0:80").by(1, "web").row(), listener("[::]:80").v6Only(true).by(1, "web").row(),
                listener("0.0.0.0:80").inode(7).by(1, "web").row(), connection("10.0.0.1:80", "10.0.0.9:5001").cookie(1).row(),
                connection("[fd00::1]:80", "[fd00::9]:5002").cookie(2).row());
        assertEquals(List.of(2), Company.ports(Callers.of(snapshot(rows)), SocketLine.alone(rows.getFirst())).stream()
                .map(Company.Port::clients).toList());
    }

    private List<String> clients(Callers callers, Row row) {
        return Company.clients(callers, SocketLine.alone(row)).stream()
                .map(client -> client.far() + " " + (client.other() == null ? null : OwnerText.name(client.other(), words))).toList();
    }

    private List<String> chain(ProcessDetail detail) {
        return Chain.of(detail, words).stream().map(link -> link.kind() + " " + link.name() + " " + link.pid() + " " + link.note())
                .toList();
    }

    private static ProcessFacts process(long pid, long parent, String name, @Nullable Belonging belonging) {
        return new ProcessFacts(new ProcessId(pid, pid), parent, name, name, "", "", new User(1000, "ada"), START, belonging);
    }

    private static SampleRow flowing() {
        return connection("10.0.0.1:1", "10.0.0.2:2").tcp(1, 1, 0, 900, START).rates(10, 10);
    }

    private Health health(SampleRow row) {
        return Health.of(SocketLine.alone(row.row()), null, words, NOW);
    }
}
