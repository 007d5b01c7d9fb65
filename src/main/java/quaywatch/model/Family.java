package quaywatch.model;

/** The address family of a socket: what {@code socket(2)} calls AF_INET and AF_INET6. */
public enum Family {
    IPV4, IPV6
}
