/** Tests of the border between worker and FX thread, without either. */
@org.jspecify.annotations.NullMarked
package quaywatch.ui.fx;
