/**
 * The table of sockets and groups that Ports and Connections share.
 * <p>May use: {@code ui.fx}, {@code ui.kit}, {@code ui.theme}, {@code ui.nav}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.table;

import org.jspecify.annotations.NullMarked;
