package quaywatch.query;

import java.time.Instant;

import quaywatch.model.Row;
import quaywatch.model.Socket;

/**
 * A bare word: some text of the socket holds it, whatever its case. Looked at are process, command line, user, unit, container, starting
 * command, state and addresses; a protocol must be named in full.
 *
 * @param word  not empty
 */
public record WordTerm(String word) implements Query.Term {

    private static final TextField[] FIELDS = TextField.values();

    @Override
    public boolean matches(Row row, Instant now) {
        for (TextField field : FIELDS) {
            if (field.fits(row, word, false)) {
                return true;
            }
        }
        Socket socket = row.socket();
        return Fold.contains(socket.state().name(), word) || socket.protocol().name().equalsIgnoreCase(word)
                || TextField.startedBy(row, word) || addressFits(socket);
    }

    private boolean addressFits(Socket socket) {
        return mayBeAddress()
                && (new Hosts.Written(word, false).hold(socket.local())
                        || socket.hasPeer() && new Hosts.Written(word, false).hold(socket.remote()))
                || Fold.contains(socket.local().scope(), word);
    }

    /** Writing out every address is dear, so it is done only for words that could be part of one. */
    private boolean mayBeAddress() {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '.' && c != ':' && (c > 'f' || Character.digit(c, 16) < 0)) {
                return word.indexOf('%') >= 0;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Quotes.word(word);
    }
}
