package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import quaywatch.model.Address;

/**
 * Names the interface of link-local addresses, which the socket tables leave out. Reads {@code net/if_inet6}: 32 hexadecimal digits in network order, index,
 * prefix length, scope, flags, name (proc_pid_net(5)). An address that two interfaces share has no scope here. Used by one thread at a time.
 */
public final class LinkScopes {

    private static final String SHARED = "";
    private static final int MOST_BYTES = 256 * 1024;

    private final ProcFs fs;
    private final Map<Address, String> byAddress = new HashMap<>();
    private final Map<Integer, String> byNumber = new HashMap<>();
    private boolean read;

    public LinkScopes(ProcFs fs) {
        this.fs = fs;
    }

    /** Forgets what was read; the next question reads it again. */
    public void startTick() {
        read = false;
    }

    /** The interface with this address; empty if the address is not link-local, or nobody's, or not that of one interface alone. */
    public String of(Address address) {
        if (!linkLocal(address)) {
            return "";
        }
        read();
        return byAddress.getOrDefault(address, "");
    }

    /** The interface with this number; empty if none with an IPv6 address has it. */
    public String named(int number) {
        read();
        return byNumber.getOrDefault(number, "");
    }

    private void read() {
        if (!read) {
            read = true;
            byAddress.clear();
            byNumber.clear();
            ReadBuffer buffer = new ReadBuffer(MOST_BYTES);
            fs.lines("net/if_inet6", buffer, new Lines());
        }
    }

    /** Whether this is in fe80::/10 (RFC 4291, 2.5.6). */
    public static boolean linkLocal(Address address) {
        return address.high() >>> 54 == 0xfe80 >>> 6;
    }

    private final class Lines implements LineSink {

        private final LineScanner scan = new LineScanner();

        @Override
        public void line(byte[] bytes, int from, int to) {
            scan.start(bytes, from, to);
            Address address = Address.v6(scan.hex(16, 16), scan.hex(16, 16));
            scan.blanks();
            long number = scan.hex(1, 8);
            scan.words(3);
            scan.blanks();
            if (!scan.odd() && scan.peek() >= 0) {
                int at = scan.position();
                String name = new String(bytes, at, to - at, StandardCharsets.UTF_8).strip();
                byAddress.merge(address, name, (_, _) -> SHARED);
                byNumber.put((int) number, name);
            }
        }

        @Override
        public void overlong() {
            // A name has at most 15 bytes, so this is no line of the kernel's.
        }
    }
}
