package quaywatch.cli;

import java.io.PrintWriter;

import quaywatch.text.Words;

/**
 * Where a command writes.
 *
 * @param out    results
 * @param err    what went wrong
 * @param words  the texts
 */
record Console(PrintWriter out, PrintWriter err, Words words) {

    /** Of a text that comes back in a sentence, so many characters. */
    static final int MOST = 200;

    /** Writes a sentence about what went wrong. */
    void complain(String key, Object... values) {
        err.println(values.length == 0 ? words.get(key) : words.get(key, values));
    }
}
