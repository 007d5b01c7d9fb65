/**
 * Stopping what holds a port: the plan, the flow, the test binds, the outcome, and the words for them. The levers are in the sub-packages.
 * <p>May use: {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.control;

import org.jspecify.annotations.NullMarked;
