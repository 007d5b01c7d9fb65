/** Tests of what the Activity screen counts without a window. */
@NullMarked
package quaywatch.ui.activity;

import org.jspecify.annotations.NullMarked;
