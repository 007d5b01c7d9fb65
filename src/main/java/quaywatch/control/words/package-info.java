/**
 * What stopping, closing, the history and an answer about a port say to people: sentences from the resource bundle, for command line and window alike.
 * <p>May use: {@code control}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.control.words;

import org.jspecify.annotations.NullMarked;
