package quaywatch.monitor;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Socket;

/** The lives of one sample in its order. The next sample mostly repeats it, which saves making and hashing a hundred thousand keys. */
final class Sequence {

    static final Sequence EMPTY = new Sequence(new Life[0]);

    /** How many that may have gone are stepped over. */
    private static final int REACH = 4;

    private final @Nullable Life[] lives;
    private int next;

    /** @param lives  with a null where a duplicate stood; from now on this sequence's own */
    Sequence(@Nullable Life[] lives) {
        this.lives = lives;
        for (int i = 0; i < lives.length; i++) {
            Life life = lives[i];
            if (life != null) {
                life.place = i;
            }
        }
    }

    /** The life that comes next if its socket is exactly this one; null if not. */
    @Nullable
    Life next(Socket socket) {
        for (int i = next; i < Math.min(next + REACH, lives.length); i++) {
            Life life = lives[i];
            if (life != null && life.row.socket().equals(socket)) {
                next = i + 1;
                return life;
            }
        }
        return null;
    }

    /** Goes on behind a life that was found otherwise. */
    void goOnAfter(@Nullable Life life) {
        if (life != null && life.place < lives.length && lives[life.place] == life) {
            next = life.place + 1;
        }
    }
}
