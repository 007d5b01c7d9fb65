/** Tests of the settings and their file. */
@NullMarked
package quaywatch.settings;

import org.jspecify.annotations.NullMarked;
