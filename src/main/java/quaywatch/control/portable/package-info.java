/**
 * The levers elsewhere: {@link java.lang.ProcessHandle}.
 * <p>May use: {@code control}, {@code model}.
 */
@NullMarked
package quaywatch.control.portable;

import org.jspecify.annotations.NullMarked;
