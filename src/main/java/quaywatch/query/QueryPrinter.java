package quaywatch.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as query text with no more brackets than it takes to read back the same tree. */
final class QueryPrinter {

    private QueryPrinter() {}

    static String print(Query query) {
        return switch (query) {
            case Query.Or(List<Query> parts) -> parts.stream().map(QueryPrinter::insideOr).collect(Collectors.joining(" | "));
            case Query.And(List<Query> parts) -> parts.stream().map(QueryPrinter::insideAnd).collect(Collectors.joining(" "));
            case Query.Not(Query part) -> "!" + insideAnd(part);
            case Query.Everything _ -> "";
            case Query.Term term -> term.toString();
        };
    }

    private static String insideOr(Query part) {
        return part instanceof Query.Or ? "(" + print(part) + ")" : print(part);
    }

    private static String insideAnd(Query part) {
        return part instanceof Query.Or || part instanceof Query.And ? "(" + print(part) + ")" : print(part);
    }
}
