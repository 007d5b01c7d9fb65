package quaywatch.control;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Says what was done, and what went wrong with writing it down. */
public final class DeedWords {

    private final Words words;

    public DeedWords(Words words) {
        this.words = words;
    }

    /** Why the journal is not what it should be, as a sentence. */
    public String trouble(Journal.Trouble trouble) {
        return words.get("control.journal." + trouble.kind().name(), Visible.of(trouble.place()), Visible.of(trouble.cause()));
    }
}
