/**
 * Words for people: the resource bundle, and other people's text made safe to show. Leaf package, usable from everywhere.
 * <p>May use: {@code java.*} only.
 */
@NullMarked
package quaywatch.text;

import org.jspecify.annotations.NullMarked;
