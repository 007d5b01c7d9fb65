/**
 * Stopping what holds a port: the plan, the flow, the outcome. Policy only; the levers are in the sub-packages.
 * <p>May use: {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.control;

import org.jspecify.annotations.NullMarked;
