package quaywatch.query;

import java.util.Optional;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;

/** A set of addresses. A v4-mapped address counts as the IPv4 address in it. */
public sealed interface Hosts {

    boolean hold(Endpoint end);

    /**
     * All addresses that share their first bits: {@code 10.0.0.0/8} (RFC 4632, RFC 4291 2.3).
     *
     * @param base  never v4-mapped; the bits beyond the prefix are 0
     * @param bits  0 to 32 for IPv4, 0 to 128 for IPv6
     */
    record Net(Address base, int bits) implements Hosts {

        public Net {
            bits = base.isMapped() ? Math.max(0, bits - 96) : bits;
            base = masked(base.unmapped(), bits);
        }

        /** One address alone. */
        static Net single(Address address) {
            return new Net(address, address.family() == Family.IPV4 ? 32 : 128);
        }

        /** How many bits an address of a family has. */
        static int width(Address address) {
            return address.family() == Family.IPV4 ? 32 : 128;
        }

        @Override
        public boolean hold(Endpoint end) {
            Address plain = end.address().unmapped();
            return plain.family() == base.family() && (plain.high() & highMask(base, bits)) == base.high()
                    && (plain.low() & lowMask(base, bits)) == base.low();
        }

        private static Address masked(Address address, int bits) {
            return new Address(address.family(), address.high() & highMask(address, bits), address.low() & lowMask(address, bits));
        }

        private static long highMask(Address address, int bits) {
            return address.family() == Family.IPV4 ? 0 : ones(Math.min(bits, 64));
        }

        private static long lowMask(Address address, int bits) {
            return address.family() == Family.IPV4 ? ones(Math.min(bits + 32, 64)) : ones(Math.max(0, bits - 64));
        }

        /** The first {@code count} of 64 bits set. */
        private static long ones(int count) {
            return count == 0 ? 0 : -1L << 64 - count;
        }

        @Override
        public String toString() {
            return bits == width(base) ? base.toString() : base + "/" + bits;
        }
    }

    /** {@code localhost}: 127.0.0.0/8 and ::1. */
    record Loopback() implements Hosts {

        @Override
        public boolean hold(Endpoint end) {
            return end.address().isLoopback();
        }

        @Override
        public String toString() {
            return "localhost";
        }
    }

    /** Part of an address as it is written, or the whole of it, scope included. */
    record Written(String part, boolean whole) implements Hosts {

        @Override
        public boolean hold(Endpoint end) {
            return Fold.fits(text(end), part, whole);
        }

        static String text(Endpoint end) {
            return end.scope().isEmpty() ? end.address().toString() : end.address() + "%" + end.scope();
        }

        @Override
        public String toString() {
            return Quotes.always(part);
        }
    }

    /** Reads an address, or an address and a prefix length that fits it; anything else is empty. */
    static Optional<Net> net(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Address.parse(text).map(Net::single);
        }
        String digits = text.substring(slash + 1);
        return digits.matches("\\d{1,3}") ? net(text.substring(0, slash), Integer.parseInt(digits)) : Optional.empty();
    }

    /** A v4-mapped literal has become an IPv4 address by now, while its prefix still counts 128 bits. */
    private static Optional<Net> net(String literal, int bits) {
        return Address.parse(literal).flatMap(base -> {
            int shift = literal.indexOf(':') >= 0 && base.family() == Family.IPV4 ? 96 : 0;
            return bits < shift || bits > shift + Net.width(base) ? Optional.empty() : Optional.of(new Net(base, bits - shift));
        });
    }
}
