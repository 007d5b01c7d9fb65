/** Tests of what plots count without a window. */
@NullMarked
package quaywatch.ui.plot;

import org.jspecify.annotations.NullMarked;
