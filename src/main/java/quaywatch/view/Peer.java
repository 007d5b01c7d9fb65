package quaywatch.view;

import quaywatch.model.Owner;
import quaywatch.model.SocketKey;

/**
 * The other end of a connection, where that is on this machine too.
 *
 * @param owner  who holds it
 * @param key    the socket there
 */
public record Peer(Owner owner, SocketKey key) {}
