package quaywatch.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;
import quaywatch.model.User;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Puts owners into words, and into the values they are sorted by. All text is safe to show. */
public final class OwnerText {

    private static final int LIMIT = 200;
    private static final String SUFFIX = ".service";

    private OwnerText() {}

    /** The name to show: {@code java}, {@code ssh}, {@code Hidden, user root}, {@code Kernel}, {@code not known}. */
    public static String name(Live live, Words words) {
        return live.evidence() instanceof Evidence.Resolving && live.owner() instanceof Owner.Unknown
                ? words.get("view.resolving")
                : name(live.owner(), words);
    }

    /** As {@link #name(Live, Words)}, of an owner that stands alone. */
    public static String name(Owner owner, Words words) {
        return switch (owner) {
            case Owner.Processes processes -> Visible.name(processes.first().name(), LIMIT);
            case Owner.Service(var belonging, _) -> belonging(belonging, words);
            case Owner.UserOnly(var user) -> words.get("view.owner.hidden", safe(user.name(), words));
            case Owner.Kernel _ -> words.get("view.owner.kernel");
            case Owner.Unknown _ -> words.get("view.notKnown");
        };
    }

    /** The process number to show: {@code 24187}, {@code ≈1104} if inferred, {@code ≈1733 +7} if shared; a word if there is none. */
    public static String pid(Live live, Words words) {
        return switch (live.owner()) {
            case Owner.Processes processes -> {
                int more = processes.holders().size() - 1;
                String sign = live.evidence() instanceof Evidence.Inferred ? "≈" : "";
                yield sign + processes.first().id().pid() + (more == 0 ? "" : " +" + Figures.count(more));
            }
            case Owner.Kernel _ -> words.get("view.none");
            case Owner.Service _,Owner.UserOnly _ -> words.get("view.pid.hidden");
            case Owner.Unknown _ -> words.get(live.evidence() instanceof Evidence.Resolving ? "view.resolving" : "view.notKnown");
        };
    }

    /** Where an inferred process was told from: {@code inferred from tailscaled.service}; null where none is inferred. */
    public static @Nullable String inference(Live live, Words words) {
        if (!isInferred(live)) {
            return null;
        }
        return switch (live.owner().belongsTo()) {
            case Belonging.Unit(String name, _) -> words.get("view.group.inferredFrom", safe(name, words));
            case Belonging.Container(String name, _) -> words.get("view.group.inferredFrom", safe(name, words));
            case Belonging.StartedBy _ -> words.get("view.group.inferred");
            case null -> words.get("view.group.inferred");
        };
    }

    /** Whether a process is named that was not seen to hold the socket. */
    public static boolean isInferred(Live live) {
        return live.owner() instanceof Owner.Processes && live.evidence() instanceof Evidence.Inferred;
    }

    /** What the owner belongs to: unit without its suffix, container or starting command; {@code not known} otherwise. */
    public static String belongsTo(Owner owner, Words words) {
        Belonging belonging = owner.belongsTo();
        return belonging == null ? words.get("view.notKnown") : belonging(belonging, words);
    }

    private static String belonging(Belonging belonging, Words words) {
        String name = belonging.name();
        boolean drop = belonging instanceof Belonging.Unit && name.endsWith(SUFFIX) && name.length() > SUFFIX.length();
        return safe(drop ? name.substring(0, name.length() - SUFFIX.length()) : name, words);
    }

    /** The user to show. */
    static String user(Row row, Words words) {
        User user = user(row);
        return user == null ? words.get("view.notKnown") : safe(user.name(), words);
    }

    /** Other people's text, safe to show and never empty. */
    static String safe(String text, Words words) {
        return text.isBlank() ? words.get("view.notKnown") : Visible.shortened(text, LIMIT);
    }

    /** Who opened the socket, else who its owner is; null if neither is known. */
    static @Nullable User user(Row row) {
        User socketUser = row.socket().user();
        return socketUser != null ? socketUser : row.live().owner().user();
    }

    /** The name in one case; null for an owner that has none, so that it sorts last. */
    static @Nullable String sortName(Owner owner) {
        return switch (owner) {
            case Owner.Processes processes -> lower(processes.first().name());
            case Owner.Service(var belonging, _) -> lower(belonging.name());
            case Owner.Kernel _ -> "kernel";
            case Owner.UserOnly _,Owner.Unknown _ -> null;
        };
    }

    static @Nullable Long pidValue(Owner owner) {
        return owner instanceof Owner.Processes processes ? processes.first().id().pid() : null;
    }

    static @Nullable String belongingValue(Owner owner) {
        Belonging belonging = owner.belongsTo();
        return belonging == null ? null : lower(belonging.name());
    }

    static @Nullable String userValue(Row row) {
        User user = user(row);
        return user == null ? null : lower(user.name());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether no process can be named although there is one. */
    public static boolean isHidden(Owner owner) {
        return switch (owner) {
            case Owner.Service _,Owner.UserOnly _,Owner.Unknown _ -> true;
            case Owner.Processes _,Owner.Kernel _ -> false;
        };
    }

    /** The process to name first; null if none is known. */
    static @Nullable ProcessFacts first(Owner owner) {
        return owner instanceof Owner.Processes processes ? processes.first() : null;
    }
}
