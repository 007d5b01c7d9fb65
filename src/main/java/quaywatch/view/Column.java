package quaywatch.view;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ServiceNames;
import quaywatch.text.Words;

/** A column: its title, the typed value it sorts by, and the text it shows. Sorting never looks at the text. Immutable. */
public final class Column {

    /** Puts a line's value into words. */
    @FunctionalInterface
    interface Text<L extends Entry> {
        String of(L line, Wording wording, Instant now);
    }

    /** Takes the value to sort by out of a line. */
    @FunctionalInterface
    interface Value<L extends Entry> {
        @Nullable
        Comparable<Object> of(L line, ServiceNames names);
    }

    /** Puts what a group has in a column into words; empty where it has nothing there. */
    @FunctionalInterface
    interface Head {
        String of(GroupLine group, Words words);
    }

    /** Says why a line has no value; null where it has one, or where its text says so itself. */
    @FunctionalInterface
    interface Lack<L extends Entry> {
        @Nullable
        String of(L line, Words words);
    }

    /** Where the text stands in its cell. */
    public enum Align {
        LEFT, RIGHT
    }

    private final String id;
    private final Value<Entry> value;
    private final Text<Entry> text;
    private final Align align;
    private final @Nullable Trend trend;
    private final boolean mono;
    private final boolean optional;
    private final Predicate<Entry> muted;
    private final BiFunction<Entry, Instant, @Nullable Filter> filter;
    private final Head head;
    private final Lack<Entry> lack;

    private Column(Builder<Entry, ?> from) {
        id = from.id;
        value = from.value;
        text = from.text;
        align = from.align;
        trend = from.trend;
        mono = from.mono;
        optional = from.optional;
        muted = from.muted;
        filter = from.filter;
        head = from.head;
        lack = from.lack;
    }

    private Column(Column from, boolean optional) {
        id = from.id;
        value = from.value;
        text = from.text;
        align = from.align;
        trend = from.trend;
        mono = from.mono;
        this.optional = optional;
        muted = from.muted;
        filter = from.filter;
        head = from.head;
        lack = from.lack;
    }

    /** The same column, hidden until asked for. */
    Column asOptional() {
        return new Column(this, true);
    }

    /** The stable name: kept in settings and given in {@link Sort}. */
    public String id() {
        return id;
    }

    /** The key of the title in {@link Words}. */
    public String titleKey() {
        return "view.column." + id;
    }

    /** The key of a title that stands alone, without the columns around it: it says which end a port belongs to. */
    public String fullTitleKey() {
        return switch (id) {
            case "lport" -> "view.title.lport";
            case "rport" -> "view.title.rport";
            case "rtttrend" -> "view.title.rtttrend";
            default -> titleKey();
        };
    }

    /** The value to sort by; null where the line has none. {@code names} are what ports are registered for. */
    public @Nullable Comparable<Object> value(Entry line, ServiceNames names) {
        return value.of(line, names);
    }

    /** The text of a cell, made safe to show; never empty. {@code now} is the moment that ages are counted to. */
    public String text(Entry line, Wording wording, Instant now) {
        return text.of(line, wording, now);
    }

    /** The text of the head of a group; empty where it has none in this column. */
    public String head(GroupLine group, Words words) {
        return head.of(group, words);
    }

    /** Why a line has no value here, in a sentence; empty where there is nothing to explain. */
    public Optional<String> lack(Entry line, Words words) {
        return Optional.ofNullable(lack.of(line, words));
    }

    public Align align() {
        return align;
    }

    /** What its cells draw of the last minute instead of their text, which is the value now; empty for a column of texts. */
    public Optional<Trend> trend() {
        return Optional.ofNullable(trend);
    }

    /** Whether the text is set in the fixed-width face. */
    public boolean mono() {
        return mono;
    }

    /** Whether it is hidden until asked for. */
    public boolean optional() {
        return optional;
    }

    /** Whether the text of a line is set in the quiet colour. */
    public boolean muted(Entry line) {
        return muted.test(line);
    }

    /**
     * What to ask for to see more lines like this one, or, of what is measured, those that have as much or more; empty where that can't be
     * asked. {@code now} is the moment that ages are counted to.
     */
    public Optional<Filter> filter(Entry line, Instant now) {
        return Optional.ofNullable(filter.apply(line, now));
    }

    @Override
    public String toString() {
        return id;
    }

    /** A column of sockets. */
    static <T extends Comparable<? super T>> Builder<SocketLine, T> of(String id, Function<SocketLine, @Nullable T> value) {
        return new Builder<>(id, (line, _) -> value.apply(line));
    }

    /** A column of sockets that is sorted by what a port is registered for. */
    static Builder<SocketLine, String> ofName(String id, BiFunction<SocketLine, ServiceNames, @Nullable String> value) {
        return new Builder<>(id, value);
    }

    /** A column of those who hold sockets. */
    static <T extends Comparable<? super T>> Builder<OwnerLine, T> ofOwner(String id, Function<OwnerLine, @Nullable T> value) {
        return new Builder<>(id, (line, _) -> value.apply(line));
    }

    /** Collects the parts of a column. */
    static final class Builder<L extends Entry, T extends Comparable<? super T>> {

        private final String id;
        private final Value<L> value;
        private Text<L> text = (_, _, _) -> "";
        private Align align = Align.LEFT;
        private @Nullable Trend trend;
        private boolean mono;
        private boolean optional;
        private Predicate<L> muted = _ -> false;
        private BiFunction<L, Instant, @Nullable Filter> filter = (_, _) -> null;
        private Head head = (_, _) -> "";
        private Lack<L> lack = (_, _) -> null;

        @SuppressWarnings("unchecked") // a column compares only its own values, and they are all of one type
        private Builder(String id, BiFunction<L, ServiceNames, @Nullable T> value) {
            this.id = id;
            this.value = (line, names) -> (Comparable<Object>) value.apply(line, names);
        }

        Builder<L, T> right() {
            align = Align.RIGHT;
            return this;
        }

        Builder<L, T> draws(Trend drawn) {
            trend = drawn;
            return this;
        }

        Builder<L, T> mono() {
            mono = true;
            return this;
        }

        Builder<L, T> optional() {
            optional = true;
            return this;
        }

        Builder<L, T> muted(Predicate<L> test) {
            muted = test;
            return this;
        }

        Builder<L, T> filter(Function<L, @Nullable Filter> condition) {
            return filterAt((line, _) -> condition.apply(line));
        }

        Builder<L, T> filterAt(BiFunction<L, Instant, @Nullable Filter> condition) {
            filter = condition;
            return this;
        }

        Builder<L, T> head(Head newHead) {
            head = newHead;
            return this;
        }

        Builder<L, T> lack(Lack<L> newLack) {
            lack = newLack;
            return this;
        }

        @SuppressWarnings("unchecked") // a table asks its columns about its own kind of lines only
        Column text(Text<L> newText) {
            text = newText;
            return new Column((Builder<Entry, ?>) (Builder<?, ?>) this);
        }
    }
}
