/** Makes the pages of the user guide and of the developers into a plain static site. Not shipped. */
@NullMarked
package quaywatch.site;

import org.jspecify.annotations.NullMarked;
