package quaywatch.control.words;

import org.jspecify.annotations.Nullable;

import quaywatch.control.CloseObstacle;
import quaywatch.control.CloseOutcome;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.text.Words;

/** Says what closing a connection means, what speaks against it and how it ended. */
public final class CloseWords {

    private final Words words;
    private final Naming naming;

    public CloseWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
    }

    /** {@code Close connection}: the head of a dialog and the text of its button. */
    public String title() {
        return words.get("control.close.title");
    }

    /** What happens, in one sentence. */
    public String lead() {
        return words.get("control.close.lead");
    }

    /** The end that is chosen, and that its program stays. */
    public Line near(Row row) {
        return new Line(end(row.live().owner(), row.socket().local().toString()), stays(row.live().owner()));
    }

    /** The other end. @param owner  who holds it; null where it is not on this machine, or not known */
    public Line far(Row row, @Nullable Owner owner) {
        String at = row.socket().remote().toString();
        return owner instanceof Owner.Processes
                ? new Line(end(owner, at), words.get("control.close.far.stays", naming.owner(owner)))
                : new Line(owner == null ? at : end(owner, at), words.get("control.close.far.detail"));
    }

    private String end(Owner owner, String at) {
        return words.get("control.close.end", naming.owner(owner), at);
    }

    private String stays(Owner owner) {
        return owner instanceof Owner.Processes
                ? words.get("control.close.stays", naming.owner(owner))
                : words.get("control.close.stays.unnamed");
    }

    /** Why it can't be closed. */
    public Line obstacle(CloseObstacle why) {
        return new Line(words.of("control.close.obstacle", why), words.of("control.close.obstacle.detail", why));
    }

    /** How it ended, for the connection that was chosen. */
    public Line outcome(Row row, CloseOutcome outcome) {
        return switch (outcome) {
            case CloseOutcome.Closed() -> new Line(words.get("control.close.closed"), stays(row.live().owner()));
            case CloseOutcome.AlreadyGone() -> line("gone");
            case CloseOutcome.NotPermitted() -> new Line(words.get("control.close.notPermitted"),
                    words.get("control.close.notPermitted.detail"), "sudo quaywatch");
            case CloseOutcome.Cancelled() -> line("cancelled");
            case CloseOutcome.Unsupported() -> line("unsupported");
            case CloseOutcome.OtherSocket() -> line("other");
            case CloseOutcome.Refused(CloseObstacle why) -> obstacle(why);
            case CloseOutcome.StillOpen() -> line("open");
            case CloseOutcome.Failed(String cause) -> new Line(words.get("control.close.failed"),
                    words.get("control.close.failed.detail", Naming.safe(cause)));
        };
    }

    private Line line(String key) {
        return new Line(words.get("control.close." + key), words.get("control.close." + key + ".detail"));
    }
}
