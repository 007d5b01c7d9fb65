package quaywatch.layers;

import java.util.Map;
import java.util.Set;

import static java.util.Map.entry;

/** Which package may use which, as the architecture page draws it. {@code model} may use {@code java.*} only. */
final class Layers {

    /** Package below the root, and what it may use besides itself. Sub-packages of {@code ui} have their own rule. */
    static final Map<String, Set<String>> ARROWS = Map.ofEntries( //
            entry("model", Set.of()), //
            entry("text", Set.of()), //
            entry("query", Set.of("model", "text")), //
            entry("view", Set.of("query", "model", "text")), //
            entry("kernel", Set.of("model")), //
            entry("collect", Set.of("model")), //
            entry("collect.linux", Set.of("kernel", "collect", "model")), //
            entry("collect.oshi", Set.of("collect", "model")), //
            entry("monitor", Set.of("collect", "model")), //
            entry("control", Set.of("model", "text")), //
            entry("control.linux", Set.of("kernel", "control", "model")), //
            entry("control.words", Set.of("control", "model", "text")), //
            entry("control.portable", Set.of("control", "model")), //
            entry("settings", Set.of("model", "text")), //
            entry("demo", Set.of("collect", "control", "model")), //
            entry("cli", Set.of("monitor", "control", "control.words", "view", "query", "model", "text")), //
            entry("ui", Set.of("monitor", "control", "control.words", "settings", "view", "query", "model", "text")));

    /** The parts of {@code ui} that every screen may use. All other sub-packages are screens, and none imports another. */
    static final Set<String> UI_SHARED = Set.of("ui.fx", "ui.kit", "ui.theme", "ui.nav", "ui.plot", "ui.table");

    private Layers() {}

    /** The layer a package belongs to: {@code collect.linux}, {@code ui}; empty for the root package and {@code app}, which may use everything. */
    static String layer(String root, String packageName) {
        String inside = inside(root, packageName);
        if (inside.isEmpty() || inside.equals("app") || inside.startsWith("app.")) {
            return "";
        }
        String two = inside.matches("(collect|control)\\.\\w+.*")
                ? inside.replaceAll("^(\\w+\\.\\w+).*", "$1")
                : inside.replaceAll("\\..*", "");
        return two;
    }

    /** The package name below the root; empty for the root itself. */
    static String inside(String root, String packageName) {
        return packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
    }
}
