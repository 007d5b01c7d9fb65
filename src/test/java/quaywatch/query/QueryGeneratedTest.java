package quaywatch.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.model.Address;
import quaywatch.model.PortRange;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Trees and texts by the ten thousand, always the same ones. */
class QueryGeneratedTest {

    private static final int ROUNDS = 20_000;
    private static final String ODD = " \t\u00a0()|!\"\\:=<>.,-_/%[]*0123456789abcfhilmnoprstuxyzABZ\u00e9\u0130\u202e\ud83d\ude00\ud800\n";
    private static final List<String> SNIPPETS = List.of("port:", "age<", "rate>", "1.5M", "rtt:", "time:", "14:02:40", "-14:03",
            "2026-11-24T", "user:=me", "idle>5m", "retrans", "and", "or ",
            "not", "is:", "..", ":=", "10.0.0.1", "::1", "[",
            "]:80", "\"", "state:time_wait", "70000", "raddr:10.0.0.0/8", "(", ")", "|", "!");

    private final Random random = new Random(20_260_301);
    private final QueryParser parser = new QueryParser(ServiceNames.NONE);
    private final Words words = new Words(Locale.ENGLISH);

    @Test
    void printedTreeReadsBackAsItself() {
        for (int i = 0; i < ROUNDS; i++) {
            Query query = tree(4);
            assertEquals(new Parsed.Good(query), parser.parse(query.toString()), query::toString);
        }
    }

    @Test
    void noTextThrowsAndEveryErrorPointsInside() {
        SampleRow row = SampleRow.listener("0.0.0.0:80").by(7, "java");
        for (int i = 0; i < ROUNDS; i++) {
            String text = garbage();
            switch (parser.parse(text)) {
                case Parsed.Good(Query query) -> {
                    query.matches(row.row(), SampleRow.START);
                    assertEquals(new Parsed.Good(query), parser.parse(query.toString()), text);
                }
                case Parsed.Wrong(QueryError error) -> {
                    assertTrue(0 <= error.start() && error.start() < error.end() && error.end() <= text.length(),
                            () -> error + " in " + text);
                    assertTrue(error.message(words).matches("[^{}]+\\."), () -> error.message(words) + " for " + text);
                }
            }
        }
    }

    @Test
    void piecesOfAnyTextAreInOrderAndTakeOutCleanly() {
        for (int i = 0; i < ROUNDS; i++) {
            String text = garbage();
            int last = 0;
            for (QueryText.Piece piece : QueryText.pieces(text)) {
                assertTrue(piece.start() >= last && piece.end() > piece.start(), text);
                assertEquals(text.substring(piece.start(), piece.end()), piece.text());
                last = piece.end();
                assertEquals(QueryText.pieces(text).size() - 1, QueryText.pieces(QueryText.without(text, piece)).size(), text);
            }
        }
    }

    @Test
    void addedConditionIsReadBackWhateverItsValue() {
        for (int i = 0; i < ROUNDS; i++) {
            String value = word();
            assertEquals(new Parsed.Good(new Query.And(List.of(new WordTerm("x"), new TextTerm(TextField.CMD, value, false)))),
                    parser.parse(QueryText.with("x", "cmd", value, false)), value);
        }
    }

    private String garbage() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                    random.nextInt(3) == 0 ? SNIPPETS.get(random.nextInt(SNIPPETS.size())) : "" + ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }

    private Query tree(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> new Query.And(parts(depth));
            case 1 -> new Query.Or(parts(depth));
            case 2 -> new Query.Not(tree(depth - 1));
            default -> term();
        };
    }

    private List<Query> parts(int depth) {
        return Stream.generate(() -> tree(depth - 1)).limit(2 + random.nextInt(3)).toList();
    }

    private Query term() {
        List<Supplier<Query>> kinds = List.of( //
                () -> new PortTerm(pick(Side.values()), IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> ports()).toList()),
                () -> new AddrTerm(pick(Side.values()), hosts()), () -> new AtTerm(exactHost(), random.nextInt(65_536)),
                () -> new TextTerm(pick(TextField.values()), word(), random.nextBoolean()), () -> new WordTerm(word()),
                () -> new PidTerm(1 + random.nextInt(99_999)), () -> new ProtocolTerm(pick(Protocol.values())),
                () -> new StateTerm(pick(SocketState.values())), () -> new TraitTerm(pick(Trait.values())),
                this::span, () -> measure(pick(Measure.values()), 1L + random.nextInt(1_000) * (random.nextBoolean() ? 1L : 1_000_000L)),
                () -> new AgeTerm(pick(Comparison.values()),
                        Duration.ofMillis(random.nextInt(100_000) * (random.nextBoolean() ? 1L : 60_000L))));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Query span() {
        Instant from = Instant.ofEpochSecond(random.nextLong(253_402_300_799L));
        return new TimeTerm(from,
                random.nextBoolean() ? from : Instant.ofEpochSecond(random.nextLong(from.getEpochSecond(), 253_402_300_800L)));
    }

    private Query measure(Measure measure, long limit) {
        return new MeasureTerm(measure, pick(Comparison.values()),
                random.nextInt(50) == 0 ? 0 : limit * (random.nextBoolean() ? 1 : 1_000));
    }

    private PortRange ports() {
        int first = random.nextInt(65_536);
        return new PortRange(first, random.nextBoolean() ? first : first + random.nextInt(65_536 - first));
    }

    private Hosts hosts() {
        return switch (random.nextInt(3)) {
            case 0 -> new Hosts.Written(word(), random.nextBoolean());
            case 1 -> exactHost();
            default -> random.nextBoolean()
                    ? new Hosts.Net(Address.v4(random.nextInt()), random.nextInt(33))
                    : new Hosts.Net(Address.v6(random.nextLong(), random.nextLong()), random.nextInt(129));
        };
    }

    private Hosts exactHost() {
        return switch (random.nextInt(3)) {
            case 0 -> new Hosts.Loopback();
            case 1 -> Hosts.Net.single(Address.v4(random.nextInt()));
            default -> Hosts.Net.single(Address.v6(random.nextBoolean() ? 0 : random.nextLong(), random.nextLong()));
        };
    }

    private String word() {
        String word;
        do {
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
            word = random.nextInt(20) == 0
                    ? pick(new String[]{"and", "OR", "not", "8080", "1-2", "::1", "a/b", "port:1", "..", "=x"})
                    : text.toString();
        } while (word.isBlank());
        return word;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
