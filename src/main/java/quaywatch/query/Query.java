package quaywatch.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import quaywatch.model.Row;

/**
 * What to show, as a tree. Immutable, comparable by value, and its {@link #toString()} is query text that reads back as the same tree.
 * {@link #matches} is pure and allocates nothing worth naming, so that it can be asked of every socket at every tick.
 */
public sealed interface Query {

    /** Holds for every socket: the empty text. */
    Query EVERYTHING = new Everything();

    /** Whether a socket is meant. {@code now} is the moment that ages are counted to. */
    boolean matches(Row row, Instant now);

    /** Whether some part of this looks at a measure. */
    default boolean asksFor(Measure measure) {
        return switch (this) {
            case And(List<Query> parts) -> parts.stream().anyMatch(part -> part.asksFor(measure));
            case Or(List<Query> parts) -> parts.stream().anyMatch(part -> part.asksFor(measure));
            case Not(Query part) -> part.asksFor(measure);
            case Term term -> term instanceof MeasureTerm asked && asked.measure() == measure;
            case Everything _ -> false;
        };
    }

    /** Whether some part of this looks for sockets that have closed, so that those closed longer than a moment ago are worth asking. */
    default boolean asksForClosed() {
        return switch (this) {
            case And(List<Query> parts) -> parts.stream().anyMatch(Query::asksForClosed);
            case Or(List<Query> parts) -> parts.stream().anyMatch(Query::asksForClosed);
            case Not(Not(Query part)) -> part.asksForClosed();
            case Not _,Everything _ -> false;
            case Term term -> term instanceof TimeTerm || term instanceof TraitTerm(Trait trait) && trait == Trait.CLOSED;
        };
    }

    /** The earliest moment of the past that some part of this asks for; empty if none asks for the past. */
    default Optional<Instant> earliest() {
        return switch (this) {
            case And(List<Query> parts) -> parts.stream().flatMap(part -> part.earliest().stream()).min(Comparator.naturalOrder());
            case Or(List<Query> parts) -> parts.stream().flatMap(part -> part.earliest().stream()).min(Comparator.naturalOrder());
            case Not(Query part) -> part.earliest();
            case Term term -> term instanceof TimeTerm(Instant from, _) ? Optional.of(from) : Optional.empty();
            case Everything _ -> Optional.empty();
        };
    }

    /** Holds for every socket. */
    record Everything() implements Query {

        @Override
        public boolean matches(Row row, Instant now) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** All parts hold. At least two. */
    record And(List<Query> parts) implements Query {

        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Row row, Instant now) {
            for (Query part : parts) {
                if (!part.matches(row, now)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return QueryPrinter.print(this);
        }
    }

    /** At least one part holds. At least two parts. */
    record Or(List<Query> parts) implements Query {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Row row, Instant now) {
            for (Query part : parts) {
                if (part.matches(row, now)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return QueryPrinter.print(this);
        }
    }

    /** The part does not hold. */
    record Not(Query part) implements Query {

        @Override
        public boolean matches(Row row, Instant now) {
            return !part.matches(row, now);
        }

        @Override
        public String toString() {
            return QueryPrinter.print(this);
        }
    }

    /** One condition on one socket. */
    sealed interface Term extends Query permits PortTerm, AddrTerm, AtTerm, TextTerm, WordTerm, PidTerm, ProtocolTerm, StateTerm,
            TraitTerm, AgeTerm, MeasureTerm, TimeTerm {}
}
