/** Tests of the portable sources, on made-up connections and on this machine. */
@NullMarked
package quaywatch.collect.oshi;

import org.jspecify.annotations.NullMarked;
