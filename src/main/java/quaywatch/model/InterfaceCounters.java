package quaywatch.model;

/**
 * What an interface has counted since it came up, in bytes.
 *
 * @param name      {@code eth0}
 * @param received  bytes received
 * @param sent      bytes sent
 * @param loopback  whether it is the loopback interface, which is never part of a sum
 */
public record InterfaceCounters(String name, long received, long sent, boolean loopback) {}
