/**
 * Columns, grouping, sorting: rows ready to show, shared by window, command line and export. Pure; no thread, no I/O, no toolkit.
 * <p>May use: {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.view;

import org.jspecify.annotations.NullMarked;
