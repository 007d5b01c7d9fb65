/** Tests of what the header asks for, without a window. */
@org.jspecify.annotations.NullMarked
package quaywatch.ui.header;
