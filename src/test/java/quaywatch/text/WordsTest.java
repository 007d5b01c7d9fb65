package quaywatch.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.cli.Diagnosis;
import quaywatch.control.Cause;
import quaywatch.control.CloseObstacle;
import quaywatch.control.Deed;
import quaywatch.control.Journal;
import quaywatch.control.Outcome;
import quaywatch.control.PortAnswer;
import quaywatch.control.PortProbe;
import quaywatch.control.Progress;
import quaywatch.control.Reason;
import quaywatch.control.StopPlan;
import quaywatch.control.linux.HelperAnswer;
import quaywatch.model.Counting;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.query.Parsed;
import quaywatch.query.QueryError;
import quaywatch.query.QueryParser;
import quaywatch.settings.Confirmation;
import quaywatch.settings.Palette;
import quaywatch.settings.Theme;
import quaywatch.ui.export.ExportViewModel;
import quaywatch.ui.header.SavedFiltersViewModel;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Column;
import quaywatch.view.Columns;
import quaywatch.view.Export;
import quaywatch.view.Grouping;
import quaywatch.view.OwnerColumns;
import quaywatch.view.PortUse;
import quaywatch.view.Scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The program and its bundle of texts know the same keys. A key is either spelled out in the source, or put together from a part that is and
 * an id; those are listed here as families, each with the ids that really occur.
 */
class WordsTest {

    private static final Path BUNDLE = Path.of("src/main/resources/quaywatch/words.properties");
    private static final Pattern KEY = Pattern.compile("(app|query|view|control|settings|cli|ui)(\\.[\\w-]+)+\\.?");
    /** Literals that look like keys and are file names. */
    private static final Set<String> FILES = Set.of("settings.properties", "settings.properties.bad");

    private final List<SourceFile> sources = SourceFile.below(Path.of("src/main/java"));
    private final List<Family> families = Stream.of(model(), window(), control(), commandLine()).flatMap(List::stream).toList();

    /** Keys that begin with the same text. */
    private record Family(String beginning, Set<String> endings) {

        Stream<String> keys() {
            return endings.stream().map(beginning::concat);
        }
    }

    private List<Family> model() {
        return List.of(of("view.range", PortClass.values()), of("view.exposure", Exposure.values()),
                of("view.column.",
                        Stream.of(Columns.ports(), Columns.connections(), OwnerColumns.all()).flatMap(List::stream).map(Column::id)
                                .toList()),
                of("view.group.", constants("quaywatch.view.GroupText$Kind")),
                of("view.health.", source("Health").arguments("figure", 0)), of("view.ill.", source("Health").arguments("ill", 0)),
                of("query.", fieldsThatNeedASign(), "NeedsSign"));
    }

    /** The parser says itself which fields take a limit but no plain value. */
    private static List<String> fieldsThatNeedASign() {
        QueryParser parser = new QueryParser(ServiceNames.parse(List.of()));
        return constants("quaywatch.query.Field").stream().map(name -> name.toLowerCase(Locale.ROOT))
                .filter(field -> parser.parse(field + ":1") instanceof Parsed.Wrong(QueryError error) && error.key().endsWith("NeedsSign"))
                .toList();
    }

    private List<Family> window() {
        return List.of(of("ui.screen", Screen.values()), of("ui.screen.", names(Screen.PORTS, Screen.CONNECTIONS, Screen.PROCESSES)),
                of("ui.screen.hint", Screen.values()), of("ui.scope", Scope.values()), of("ui.scope.name", Scope.values()),
                of("ui.group", Grouping.values()), of("ui.range", PortClass.values()), of("ui.map.class", PortClass.values()),
                of("ui.map.use", PortUse.values()), of("ui.reach", Exposure.values()),
                of("ui.saved.ready", SavedFiltersViewModel.Ready.values()),
                of("ui.advice", Exposure.values()), of("ui.owner.reason", Owner.Reason.values()),
                of("ui.keys", Key.values()), of("ui.keys.place", Key.Place.values()),
                of("ui.settings.theme", Theme.values()), of("ui.settings.palette", Palette.values()),
                of("ui.settings.confirmation", Confirmation.values()),
                of("ui.export.format", Export.Format.values()),
                of("ui.export.note", Export.Format.values()),
                of("ui.export.extent", ExportViewModel.Extent.values()), of("ui.empty.in", Scope.LISTENING, Scope.CONNECTED),
                of("ui.owner.", source("OwnerCard").arguments("fact", 2)),
                of("ui.settings.", source("SettingsView").arguments("row", 0), "", ".detail"),
                of("ui.settings.section.", source("SettingsView").arguments("section", 0)),
                of("ui.status.", source("StatusView").arguments("pair", 1)),
                of("ui.status.counting", Counting.values()), of("ui.status.counting.hint", Counting.values()),
                of("ui.mark.", source("MarkCell").arguments("sign", 1)),
                of("ui.activity.state.", List.of("ESTABLISHED", "LISTENING", "WAITING", "OTHER")),
                of("ui.activity.span.", constants("quaywatch.ui.activity.Span")),
                of("ui.activity.span.hint.", constants("quaywatch.ui.activity.Span")),
                of("ui.activity.by.", constants("quaywatch.ui.activity.By")),
                of("ui.activity.by.hint.", constants("quaywatch.ui.activity.By")),
                of("ui.chart.series.", source("StateChart").arguments("Layer", 0)),
                of("ui.chart.series.", source("ThroughputChart").arguments("Legend", 1)),
                of("", source("EmptyState").arguments("say", 1), ".title", ".sentence"));
    }

    private List<Family> control() {
        SourceFile outcomes = source("OutcomeWords");
        return List.of(of("control.title.", names(Protocol.values())), of("control.port.", names(Protocol.values())),
                of("control.head.", names(Protocol.values())), of("control.journal.", names(Journal.Trouble.Kind.values())),
                of("control.deed.result.", names(Deed.Result.values())), of("control.deed.means", Deed.Means.values()),
                of("control.deed.through", Deed.Means.values()),
                of("control.deed.asked", List.of("", ".forced", ".parent.forced", ".tree.forced", ".administrator.forced")),
                of("control.why.verdict.", names(PortAnswer.Verdict.values())),
                of("control.why.bind.", names(PortProbe.Verdict.values())), of("control.why.not.", names(PortAnswer.RuledOut.values())),
                of("control.why.offer", PortAnswer.Offer.Kind.values()), of("control.reason.reach", Reason.Reach.values()),
                of("control.plan.closes.", names(Protocol.values())),
                of("control.plan.reach", Exposure.values()), of("control.plan.danger.", names(StopPlan.Danger.values()), "", ".detail"),
                of("control.plan.", source("PlanWords").variable("how"), source("PlanWords").variable("when")),
                of("control.obstacle.", source("ObstacleWords").arguments("line", 0).stream().filter(id -> !id.endsWith(".")).toList(), "",
                        ".detail"),
                of("control.obstacle.", names(Outcome.Refusal.values()), "", ".detail"),
                of("control.obstacle.", names(Owner.Reason.values()).stream().map("unknown."::concat).toList(), "", ".detail"),
                of("control.step.", names(Progress.Kind.values()), ".todo", ".running", ".done", ".failed"),
                of("control.step.", List.of("CHECKED.done.noTime", "CHECKED.gone", "CHECKED.gone.process", "WAITING.todo.process",
                        "WAITING.running.process", "TESTED.warning", "WATCHED.warning")),
                of("control.step.ASKED.service", List.of(".todo", ".running", ".done", ".failed")),
                of("control.cause.", source("CauseWords").arguments("line", 0), "", ".detail"),
                of("control.cause.", names(Cause.Kind.values()), "", ".detail"),
                of("control.cause.unit", List.of(".once", ".after", ".again")),
                of("control.cause.would", List.of(".once", ".after", ".again")),
                of("control.way.", List.of("unit", "container")),
                of("control.close.", source("CloseWords").arguments("line", 0), "", ".detail"),
                of("app.helper", HelperAnswer.values()), of("control.close.obstacle", CloseObstacle.values()),
                of("control.close.obstacle.detail", CloseObstacle.values()),
                of("control.outcome.", outcomes.arguments("get", 1).stream().filter(id -> !KEY.matcher(id).matches()).toList()),
                of("control.outcome.", outcomes.arguments("line", 1)),
                of("control.outcome.", outcomes.arguments("line", 2)));
    }

    private List<Family> commandLine() {
        SourceFile syntax = source("Syntax");
        Collection<String> options = Stream.of("flag", "value", "everywhere").flatMap(method -> syntax.arguments(method, 0).stream())
                .map(option -> option.substring(2)).toList();
        return List.of(of("cli.exit.", constants("quaywatch.cli.ExitCode")), of("cli.doctor.consent", Diagnosis.Consent.values()),
                of("cli.help.", options),
                of("cli.help.", List.of("quaywatch", "list", "watch", "who", "why", "free", "kill", "history", "doctor")));
    }

    @Test
    void everyKeyThatTheProgramUsesIsInTheBundle() throws IOException {
        Set<String> missing = new TreeSet<>(used());
        missing.removeAll(bundle());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyKeyOfTheBundleIsUsed() throws IOException {
        Set<String> unused = new TreeSet<>(bundle());
        unused.removeAll(used());
        assertEquals(Set.of(), unused);
    }

    /** A family that is no longer built would go on excusing its keys. */
    @Test
    void everyFamilyIsStillBuiltAndHasMembers() {
        Set<String> literals = literals();
        assertEquals(List.of(), families.stream().filter(family -> family.endings().isEmpty()
                || !family.beginning().isEmpty() && !literals.contains(family.beginning().replaceAll("\\.$", ""))
                        && !literals.contains(family.beginning()))
                .toList());
    }

    /** The bundle keeps the last of two lines with one key, and says nothing. */
    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys = Files.readAllLines(BUNDLE).stream().filter(line -> line.matches("[a-z].* = .*"))
                .map(line -> line.substring(0, line.indexOf(" = "))).toList();
        assertEquals(bundle().size(), keys.size());
        assertEquals(bundle(), Set.copyOf(keys));
    }

    @Test
    void everyPatternCanBeFilled() throws IOException {
        Words words = new Words(Locale.ROOT);
        for (String key : bundle()) {
            assertTrue(!words.get(key, 1, 2, 3, 4, 5).isBlank(), key);
        }
    }

    private Set<String> used() {
        Set<String> beginnings = families.stream().map(Family::beginning).collect(Collectors.toSet());
        Set<String> stems = families.stream().filter(family -> family.beginning().isEmpty())
                .flatMap(family -> family.keys().map(key -> key.substring(0, key.lastIndexOf('.')))).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        literals().stream().filter(text -> KEY.matcher(text).matches())
                .filter(text -> !FILES.contains(text) && !stems.contains(text) && !beginnings.contains(text)
                        && !beginnings.contains(text + "."))
                .forEach(used::add);
        families.forEach(family -> family.keys().forEach(used::add));
        return used;
    }

    private Set<String> literals() {
        return sources.stream().flatMap(source -> source.literals().stream()).collect(Collectors.toSet());
    }

    private static Set<String> bundle() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLE)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    private SourceFile source(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst().orElseThrow();
    }

    /** What {@link Words#of} makes of these constants. */
    private static Family of(String beginning, Enum<?>... constants) {
        return new Family(beginning + ".", Set.copyOf(names(constants)));
    }

    private static Family of(String beginning, Collection<String> ids, String... ends) {
        return of(beginning, ids, List.of(ends.length == 0 ? new String[]{""} : ends));
    }

    private static Family of(String beginning, Collection<String> ids, Collection<String> ends) {
        return new Family(beginning, ids.stream().flatMap(id -> ends.stream().map(id::concat)).collect(Collectors.toSet()));
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static List<String> constants(String type) {
        try {
            return Stream.of(Class.forName(type).getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The texts are English, and ports beside a count are never in other digits. */
    @Test
    void aCountIsInTheDigitsOfThePorts() {
        for (String tag : List.of("ar-EG", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "tr-TR", "und")) {
            String said = new Words(Locale.forLanguageTag(tag)).get("control.journal.broken", 17);
            assertEquals("17 lines could not be read.", said, tag);
        }
    }
}
