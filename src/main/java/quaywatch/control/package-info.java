/**
 * Stopping what holds a port: the plan, the flow, the test binds, the outcome, the journal. The levers, and the words for all of it, are
 * in the sub-packages.
 * <p>May use: {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.control;

import org.jspecify.annotations.NullMarked;
