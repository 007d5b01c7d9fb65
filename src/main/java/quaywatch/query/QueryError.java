package quaywatch.query;

import java.util.List;

import quaywatch.text.Words;

/**
 * Where a query text went wrong, and what was expected.
 *
 * @param start  first character of the wrong place, counted from 0; inside the text
 * @param end    the character after its last one; above {@code start}, at most the length of the text
 * @param key    the key of the sentence in {@link Words}
 * @param args   what fills its places, as text
 */
public record QueryError(int start, int end, String key, List<String> args) {

    public QueryError {
        args = List.copyOf(args);
    }

    /** The whole sentence: what is wrong and what was expected. */
    public String message(Words words) {
        return words.get(key, args.toArray());
    }
}
