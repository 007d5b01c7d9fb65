package quaywatch.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * An IP address as two longs in network order, so that a hundred thousand of them cost no further object.
 *
 * @param family  IPv4 or IPv6
 * @param high    the first eight bytes; 0 for IPv4
 * @param low     the last eight bytes; for IPv4 the 32 bits of the address
 */
public record Address(Family family, long high, long low) implements Comparable<Address> {

    /** {@code 0.0.0.0}: every interface. */
    public static final Address ANY_V4 = new Address(Family.IPV4, 0, 0);
    /** {@code ::}: every interface. */
    public static final Address ANY_V6 = new Address(Family.IPV6, 0, 0);

    private static final long MAPPED_PREFIX = 0xffff_0000_0000L;

    public Address {
        if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    public static Address v4(int bits) {
        return new Address(Family.IPV4, 0, Integer.toUnsignedLong(bits));
    }

    public static Address v6(long high, long low) {
        return new Address(Family.IPV6, high, low);
    }

    /** From the 4 or 16 bytes of {@link InetAddress#getAddress()}; any other length is an {@link IllegalArgumentException}. */
    public static Address of(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> v4((int) number(bytes, 0, 4));
            case 16 -> v6(number(bytes, 0, 8), number(bytes, 8, 8));
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /** Reads a literal such as {@code 10.0.0.1} or {@code ::1}; a host name is never looked up and gives empty. */
    public static Optional<Address> parse(String literal) {
        if (!looksLiteral(literal)) {
            return Optional.empty();
        }
        try {
            InetAddress parsed = literal.indexOf(':') >= 0 ? InetAddress.ofLiteral(literal) : Inet4Address.ofPosixLiteral(literal);
            return literal.indexOf(':') < 0 && literal.chars().filter(c -> c == '.').count() != 3
                    ? Optional.empty()
                    : Optional.of(of(parsed.getAddress()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean looksLiteral(String text) {
        boolean hex = text.indexOf(':') >= 0;
        return !text.isEmpty()
                && text.chars().allMatch(c -> c == '.' || c == ':' || (hex ? Character.digit(c, 16) >= 0 : c >= '0' && c <= '9'));
    }

    private static long number(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    /** Whether this is {@code 0.0.0.0} or {@code ::}. */
    public boolean isAny() {
        return high == 0 && low == 0;
    }

    /**
     * Whether two binds of one port, to this address and to the other, stand in each other's way ({@code inet_rcv_saddr_equal},
     * net/ipv4/inet_connection_sock.c). Neither is v4-mapped.
     *
     * @param dual  whether a wildcard of IPv6, if one of them is, takes IPv4 too
     */
    public boolean meets(Address other, boolean dual) {
        return family == other.family
                ? isAny() || other.isAny() || equals(other)
                : dual && (equals(ANY_V6) || other.equals(ANY_V6));
    }

    /** Whether this is in 127.0.0.0/8, is ::1, or is a v4-mapped form of the former. */
    public boolean isLoopback() {
        Address plain = unmapped();
        return plain.family == Family.IPV4 ? plain.low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** Whether this is an IPv4 address written as {@code ::ffff:a.b.c.d} (RFC 4291, 2.5.5.2). */
    public boolean isMapped() {
        return family == Family.IPV6 && high == 0 && (low & 0xffff_ffff_0000_0000L) == MAPPED_PREFIX;
    }

    /** The IPv4 address inside a v4-mapped one; otherwise this. */
    public Address unmapped() {
        return isMapped() ? new Address(Family.IPV4, 0, low & 0xffff_ffffL) : this;
    }

    /** The 4 or 16 bytes in network order. */
    public byte[] bytes() {
        int count = family == Family.IPV4 ? 4 : 16;
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            long half = count == 16 && i < 8 ? high : low;
            bytes[i] = (byte) (half >>> 8 * (7 - (count == 16 ? i % 8 : i + 4)));
        }
        return bytes;
    }

    /** Written out, as in the other parts of {@link SocketKey}: what the compiler makes is only linked when first called, for 20 ms. */
    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    /** Numeric order, IPv4 before IPv6. */
    @Override
    public int compareTo(Address other) {
        int byFamily = family.compareTo(other.family);
        if (byFamily != 0) {
            return byFamily;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The usual text: dotted for IPv4, RFC 5952 for IPv6 (lower case, longest run of zeros as {@code ::}); v4-mapped as IPv4. */
    @Override
    public String toString() {
        return AddressText.of(unmapped());
    }
}
