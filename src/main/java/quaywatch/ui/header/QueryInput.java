package quaywatch.ui.header;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryError;
import quaywatch.query.QueryParser;

/** A text that is read as a query while it is typed. As long as it is wrong, what stood there when it was last right is filtered by. */
final class QueryInput {

    private final QueryParser parser;
    private final UnaryOperator<String> term;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable QueryError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>(Query.EVERYTHING);
    private String good = "";

    /** @param term  what query a text stands for; not asked of a blank one, which stands for everything */
    QueryInput(QueryParser parser, UnaryOperator<String> term) {
        this.parser = parser;
        this.term = term;
        text.subscribe(this::read);
    }

    StringProperty text() {
        return text;
    }

    /** What is wrong with the text, counted in its query; null if nothing. */
    ReadOnlyObjectProperty<@Nullable QueryError> error() {
        return error.getReadOnlyProperty();
    }

    /** What the text asked for when it was last right. */
    ReadOnlyObjectProperty<Query> query() {
        return query.getReadOnlyProperty();
    }

    /** The text when it was last right. */
    String good() {
        return good;
    }

    private void read(String typed) {
        switch (parser.parse(typed.isBlank() ? "" : term.apply(typed))) {
            case Parsed.Good(Query found) -> {
                good = typed;
                error.set(null);
                query.set(found);
            }
            case Parsed.Wrong(QueryError wrong) -> error.set(wrong);
        }
    }
}
