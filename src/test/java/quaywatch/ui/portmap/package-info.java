/** Tests of the Port map's arithmetic and pixels; what a user does with it is tested in {@code quaywatch.ui}. */
@org.jspecify.annotations.NullMarked
package quaywatch.ui.portmap;
