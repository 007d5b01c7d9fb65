/**
 * The Activity screen: throughput, states, openings and retransmits over time, and who was busiest. Its brush sets the time of the query.
 * <p>May use: the shared parts of {@code ui}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.activity;

import org.jspecify.annotations.NullMarked;
