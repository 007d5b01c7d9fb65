package quaywatch.model;

/**
 * A user of the machine.
 *
 * @param uid   the numeric user id, unsigned 32 bits
 * @param name  the name in the user database; the number as text where it has none
 */
public record User(long uid, String name) {}
