/**
 * A made-up workstation behind the same interfaces as a real one, for trying the program out and for pictures. It touches no real socket and no
 * real process.
 * <p>May use: {@code collect}, {@code control}, {@code model}.
 */
@NullMarked
package quaywatch.demo;

import org.jspecify.annotations.NullMarked;
