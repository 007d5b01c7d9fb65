package quaywatch.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.model.Protocol.TCP;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

/** What a line is, in one sentence. */
class IntroductionTest {

    private static final Instant NOW = START.plusSeconds(720);
    private static final User ADA = new User(1000, "ada");
    private static final User ROOT = new User(0, "root");
    private static final ProcessFacts NODE = new ProcessFacts(new ProcessId(25_310, 7), 1, "node", "node server.js", "", "/home/ada/shop",
            ADA,
            START, new Belonging.StartedBy("npm"));
    private static final ProcessFacts SSHD = new ProcessFacts(new ProcessId(1_042, 7), 1, "sshd", "sshd -D", "", "/", ROOT, null,
            new Belonging.Unit("ssh.service", false));
    private static final ProcessFacts REDIS = new ProcessFacts(new ProcessId(9, 7), 1, "redis", "", "", "", ROOT, null,
            new Belonging.Container("3f2a9c0d1e4b", "docker"));

    private final Wording wording = new Wording(new Words(Locale.ROOT), ServiceNames.NONE, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0 | no client", "1 | 0 | 1 client, none on this machine", "1 | 1 | 1 client, on this machine",
            "4 | 2 | 4 clients, 2 on this machine", "4 | 4 | 4 clients, all on this machine",
            "12000 | 0 | 12,000 clients, none on this machine"})
    void listenerTellsItsClients(int clients, int here, String tail) {
        SocketLine line = new SocketLine(List.of(listener("0.0.0.0:3000").by(NODE).row()), clients, Grouping.NONE, false, null, Mark.NONE);
        assertEquals("node, started 12 min ago by npm in ~/shop, listens on 3000 for every interface; " + tail + ".",
                Introduction.of(line, here, wording, NOW));
    }

    @Test
    void whoIsToldAsSurelyAsItIsKnown() {
        assertEquals("Probably sshd listens on 22 for every interface; no client.",
                said(listener("0.0.0.0:22").by(new Owner.Processes(List.of(SSHD)), new Evidence.Inferred(1))));
        assertEquals("A process of user root, hidden from you, listens on 9000 for one address; no client.",
                said(listener("192.168.1.24:9000").by(new Owner.UserOnly(ROOT), Evidence.EXACT)));
        assertEquals("A process of ssh.service, hidden from you, listens on 22 for this machine only; no client.",
                said(listener("127.0.0.1:22").by(new Owner.Service(new Belonging.Unit("ssh.service", false), ROOT), Evidence.EXACT)));
        assertEquals("The kernel itself receives UDP on 51820 for every interface.",
                said(udp("0.0.0.0:51820").by(new Owner.Kernel(), Evidence.EXACT)));
        assertEquals("A process that can't be named listens on 9 for every interface; no client.", said(listener("0.0.0.0:9")));
        assertEquals("A process that is being looked up listens on 9 for every interface; no client.",
                said(listener("0.0.0.0:9").by(new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.RESOLVING)));
        assertEquals("redis, started in container 3f2a9c0d1e4b, listens on 6379 for every interface; no client.",
                said(listener("0.0.0.0:6379").by(REDIS)));
        assertEquals("node and another process, started 12 min ago by npm in ~/shop, listens on 1 for every interface; no client.",
                said(listener("0.0.0.0:1").by(NODE, REDIS)));
        assertEquals("node and 2 other processes, started 12 min ago by npm in ~/shop, listens on 1 for every interface; no client.",
                said(listener("0.0.0.0:1").by(NODE, REDIS, SSHD)));
    }

    @Test
    void connectionTellsWhereItGoesAndHowItStands() {
        String who = "node, started 12 min ago by npm in ~/shop, ";
        assertEquals(who + "is connected to 10.0.0.2 port 443.", said(connection("10.0.0.1:5000", "10.0.0.2:443").by(NODE)));
        assertEquals(who + "is trying to connect to 10.0.0.2 port 443.", said(state(SocketState.SYN_SENT)));
        assertEquals(who + "still holds a connection that 10.0.0.2 port 443 has closed.", said(state(SocketState.CLOSE_WAIT)));
        assertEquals(who + "is closing its connection to 10.0.0.2 port 443.", said(state(SocketState.LAST_ACK)));
        assertEquals(who + "was connected to 10.0.0.2 port 443; the connection is kept until 12:01:00.",
                said(state(SocketState.TIME_WAIT).until(Instant.parse("2026-03-01T12:01:00Z"))));
        assertEquals(who + "was connected to 10.0.0.2 port 443. Closed a moment ago: this is what was known last.",
                said(connection("10.0.0.1:5000", "10.0.0.2:443").by(NODE).closed(NOW)));
        assertEquals(who + "held port 80. Closed a moment ago: this is what was known last.",
                said(listener("0.0.0.0:80").by(NODE).closed(NOW)));
        assertEquals(who + "has bound 80 for every interface without listening.",
                said(socket(TCP, "0.0.0.0:80", "", SocketState.BOUND).by(NODE)));
    }

    @Test
    void otherEndOnThisMachineIsNamed() {
        Peer postgres = new Peer(new Owner.Processes(List.of(REDIS)), connection("127.0.0.1:6379", "127.0.0.1:1").row().socket().key());
        SampleRow out = connection("127.0.0.1:1", "127.0.0.1:6379").by(NODE);
        SampleRow in = connection("127.0.0.1:3000", "127.0.0.1:1").by(NODE);
        assertEquals("node, started 12 min ago by npm in ~/shop, is connected to redis on port 6379 of this machine.",
                Introduction.of(new SocketLine(List.of(out.row()), 0, Grouping.NONE, false, postgres, Mark.NONE), 0, wording, NOW));
        assertEquals("node, started 12 min ago by npm in ~/shop, serves redis of this machine on its port 3000.",
                Introduction.of(new SocketLine(List.of(in.row()), 0, Grouping.NONE, true, postgres, Mark.NONE), 0, wording, NOW));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, no port and no connection", "1, 1, 1 port and 1 connection", "3, 4, 3 ports and 4 connections"})
    void ownerTellsHowMuchItHolds(int ports, int connections, String held) {
        List<Integer> numbers = IntStream.range(0, ports).boxed().toList();
        OwnerLine line = new OwnerLine(NODE.id(), listener("0.0.0.0:1").by(NODE).row(),
                new OwnerLine.Figures(ports + connections, ports, connections, numbers), null, null, null, Grouping.NONE, Mark.NONE);
        assertEquals("node, started 12 min ago by npm in ~/shop, holds " + held + ".", Introduction.of(line, wording, NOW));
    }

    @ParameterizedTest
    @CsvSource({"/home/ada, ~", "/home/ada/x, ~/x", "/home/adam/x, /home/adam/x", "/srv, /srv", "/root/x, /root/x"})
    void homeFolderIsShort(String folder, String shown) {
        assertEquals(shown, Introduction.tilde(folder, ADA));
        assertEquals("~/x", Introduction.tilde("/root/x", ROOT));
        assertEquals("/home/ada", Introduction.tilde("/home/ada", null));
    }

    private static SampleRow state(SocketState state) {
        return socket(TCP, "10.0.0.1:5000", "10.0.0.2:443", state).by(NODE);
    }

    private String said(SampleRow row) {
        return Introduction.of(SocketLine.alone(row.row()), 0, wording, NOW);
    }
}
