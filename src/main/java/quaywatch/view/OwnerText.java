package quaywatch.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Puts an owner into words, and into the values that owners are sorted by. */
final class OwnerText {

    private static final int NAME_LIMIT = 200;

    private OwnerText() {}

    static String name(Owner owner, Words words) {
        return switch (owner) {
            case Owner.Processes processes -> Visible.shortened(processes.first().name(), NAME_LIMIT);
            case Owner.Service(var belonging, _) -> unitName(belonging.name());
            case Owner.UserOnly(var user) -> words.get("view.owner.hidden", Visible.shortened(user.name(), NAME_LIMIT));
            case Owner.Kernel _ -> words.get("view.owner.kernel");
            case Owner.Unknown _ -> words.get("view.notKnown");
        };
    }

    /** The name of a unit without the suffix that its icon says. */
    static String unitName(String name) {
        return Visible.shortened(name.endsWith(".service") ? name.substring(0, name.length() - ".service".length()) : name, NAME_LIMIT);
    }

    static String pidText(Live live, Words words) {
        return switch (live.owner()) {
            case Owner.Processes processes -> {
                int more = processes.holders().size() - 1;
                String sign = live.evidence() instanceof Evidence.Inferred ? "≈" : "";
                yield sign + processes.first().id().pid() + (more == 0 ? "" : " +" + more);
            }
            case Owner.Kernel _ -> words.get("view.pid.none");
            case Owner.Service _,Owner.UserOnly _,Owner.Unknown _ -> words.get("view.pid.hidden");
        };
    }

    /** The name in one case; null for an owner that can't be named, so that it sorts last. */
    static @Nullable String sortName(Owner owner) {
        return switch (owner) {
            case Owner.Processes processes -> processes.first().name().toLowerCase(Locale.ROOT);
            case Owner.Service(var belonging, _) -> belonging.name().toLowerCase(Locale.ROOT);
            case Owner.Kernel _ -> "kernel";
            case Owner.UserOnly _,Owner.Unknown _ -> null;
        };
    }

    static @Nullable Long pid(Owner owner) {
        return owner instanceof Owner.Processes processes ? processes.first().id().pid() : null;
    }
}
