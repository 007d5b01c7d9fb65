/**
 * The query language: text to {@link quaywatch.query.Query} to predicate, with errors that name their place.
 * <p>May use: {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.query;

import org.jspecify.annotations.NullMarked;
