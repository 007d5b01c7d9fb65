/** Tests that drive windows without a display, and what they have in common. */
@NullMarked
package quaywatch.ui.table;

import org.jspecify.annotations.NullMarked;
