package quaywatch.query;

import java.time.Instant;

import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;

/**
 * A bare word: some text of the socket holds it, whatever its case.
 *
 * @param word  not empty; kept in lower case
 */
public record WordTerm(String word) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        if (row.live().owner() instanceof Owner.Processes processes) {
            for (ProcessFacts holder : processes.holders()) {
                if (Fold.contains(holder.name(), word) || Fold.contains(holder.commandLine(), word)) {
                    return true;
                }
            }
        }
        return Fold.contains(row.socket().state().name(), word);
    }

    @Override
    public String toString() {
        return Quotes.word(word);
    }
}
