package quaywatch.model;

/** Writes addresses; RFC 5952 for IPv6. */
final class AddressText {

    private AddressText() {}

    static String of(Address address) {
        return switch (address.family()) {
            case IPV4 -> v4(address.low());
            case IPV6 -> v6(address.high(), address.low());
        };
    }

    private static String v4(long bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    private static String v6(long high, long low) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 16 * (3 - i % 4)) & 0xffff;
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return length < 2 ? join(groups, 0, 8) : join(groups, 0, start) + "::" + join(groups, start + length, 8);
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
