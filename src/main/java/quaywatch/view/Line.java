package quaywatch.view;

/** One line of a table: a socket (with its twins), somebody who holds sockets, or the head of a group. An unchanged line is the same object as the time before. */
public sealed interface Line permits GroupLine, Entry {

    /** What makes it the same line as the time before, though its values may have changed. */
    Object key();
}
