package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import quaywatch.kernel.PidFd;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;

/**
 * What the helper can be asked for, in words of its command line and back: two things, no more. Words are read strictly: digits, literal
 * addresses and {@code signal}, {@code close}, {@code TERM}, {@code KILL}; no options, no names, no blanks.
 */
public sealed interface HelperRequest {

    /** The words of the request, as they stand behind the helper's name. */
    List<String> words();

    /**
     * A signal to the process that has this number, started then and holds that socket.
     *
     * @param pid     1 or more
     * @param start   clock ticks since boot, unsigned
     * @param cookie  of the socket, unsigned, not 0
     */
    record Signal(long pid, long start, long cookie, PidFd.Signal signal) implements HelperRequest {

        @Override
        public List<String> words() {
            return List.of("signal", Long.toString(pid), Long.toUnsignedString(start), Long.toUnsignedString(cookie), signal.name());
        }
    }

    /** The end of the TCP connection that lies between these ends and has this cookie, unsigned, not 0. */
    record Close(Endpoint local, Endpoint remote, long cookie) implements HelperRequest {

        @Override
        public List<String> words() {
            return List.of("close", local.address().toString(), Integer.toString(local.port()), remote.address().toString(),
                    Integer.toString(remote.port()), Long.toUnsignedString(cookie));
        }
    }

    /** Reads a request; empty if a single sign is not as {@link #words} writes it. */
    static Optional<HelperRequest> parse(List<String> words) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "signal" -> words.size() == 5 ? signal(words) : Optional.empty();
            case "close" -> words.size() == 6 ? close(words) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<HelperRequest> signal(List<String> words) {
        Optional<Long> pid = Reader.number(words.get(1)).filter(number -> number > 0 && number <= Integer.MAX_VALUE);
        Optional<Long> start = Reader.number(words.get(2));
        Optional<Long> cookie = Reader.cookie(words.get(3));
        Optional<PidFd.Signal> signal = switch (words.get(4)) {
            case "TERM" -> Optional.of(PidFd.Signal.TERM);
            case "KILL" -> Optional.of(PidFd.Signal.KILL);
            default -> Optional.empty();
        };
        return pid.isPresent() && start.isPresent() && cookie.isPresent() && signal.isPresent()
                ? Optional.of(new Signal(pid.get(), start.get(), cookie.get(), signal.get()))
                : Optional.empty();
    }

    private static Optional<HelperRequest> close(List<String> words) {
        Optional<Endpoint> local = Reader.end(words.get(1), words.get(2));
        Optional<Endpoint> remote = Reader.end(words.get(3), words.get(4));
        Optional<Long> cookie = Reader.cookie(words.get(5));
        return local.isPresent() && remote.isPresent() && cookie.isPresent()
                ? Optional.of(new Close(local.get(), remote.get(), cookie.get()))
                : Optional.empty();
    }

    /** Reads single words. */
    final class Reader {

        private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,19}");
        private static final Pattern ADDRESS = Pattern.compile("[0-9a-f:.]{2,45}");
        private static final int MOST_PORT = 65_535;

        private Reader() {}

        /** Of 64 bits, unsigned, in the one way to write it. */
        static Optional<Long> number(String word) {
            if (!NUMBER.matcher(word).matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Long.parseUnsignedLong(word));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        /** To the kernel, 0 and nothing but ones mean any socket. */
        static Optional<Long> cookie(String word) {
            return number(word).filter(cookie -> cookie != 0 && cookie != -1);
        }

        static Optional<Endpoint> end(String address, String port) {
            Optional<Address> host = ADDRESS.matcher(address).matches()
                    ? Address.parse(address).filter(parsed -> parsed.toString().equals(address))
                    : Optional.empty();
            return number(port).filter(number -> number > 0 && number <= MOST_PORT)
                    .flatMap(number -> host.map(known -> new Endpoint(known, number.intValue())));
        }
    }
}
