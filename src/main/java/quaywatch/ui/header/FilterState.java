package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.List;

import quaywatch.query.QueryText;

/**
 * All filters of the header at one moment.
 *
 * @param chips  the finished terms
 * @param typed  the text behind them
 * @param port   the text of the port box
 * @param tcp    whether TCP is shown
 * @param udp    whether UDP is shown
 */
public record FilterState(List<String> chips, String typed, String port, boolean tcp, boolean udp) {

    public FilterState {
        chips = List.copyOf(chips);
    }

    /** Finished terms alone, every protocol shown. */
    static FilterState of(List<String> terms) {
        return new FilterState(terms, "", "", true, true);
    }

    /** Whether nothing is filtered. */
    boolean isEmpty() {
        return text().isEmpty();
    }

    /** The filters as query text, a protocol that is switched off among them. */
    String text() {
        List<String> terms = new ArrayList<>(chips);
        if (!typed.isBlank()) {
            terms.add(typed.strip());
        }
        if (!port.isBlank()) {
            terms.add(portTerm(port));
        }
        terms.addAll(ShownProtocols.terms(tcp, udp));
        return String.join(" ", terms);
    }

    /** The query that the text of the port box stands for. */
    static String portTerm(String text) {
        return QueryText.condition("port", text.strip());
    }
}
