package quaywatch.control.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.PidFd;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The words of the helper's command line: exactly these, and nothing near them. */
class HelperRequestTest {

    private static final HelperRequest SIGNAL = new HelperRequest.Signal(4_711, 123_456, -2, PidFd.Signal.TERM);
    private static final HelperRequest CLOSE = new HelperRequest.Close(new Endpoint(Address.v4(0x0a00_0001), 40_000),
            new Endpoint(Address.v6(0x2001_0db8L << 32, 9), 443), 77);

    private static Optional<HelperRequest> parse(String line) {
        return HelperRequest.parse(List.of(line.split(" ", -1)));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals("signal 4711 123456 18446744073709551614 TERM", String.join(" ", SIGNAL.words()));
        assertEquals("close 10.0.0.1 40000 2001:db8::9 443 77", String.join(" ", CLOSE.words()));
        assertEquals(Optional.of(SIGNAL), HelperRequest.parse(SIGNAL.words()));
        assertEquals(Optional.of(CLOSE), HelperRequest.parse(CLOSE.words()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signal", "signal 1 2 3", "signal 1 2 3 TERM 4", "signal 1 2 3 TERM ", "signal 1 2 3 HUP",
            "signal 1 2 3 term",
            "signal 1 2 3 15", "signal 1 2 3 SIGTERM", "signal 0 2 3 TERM", "signal -1 2 3 TERM", "signal +1 2 3 TERM",
            "signal 01 2 3 TERM",
            "signal 0x1 2 3 TERM", "signal 1 -2 3 TERM", "signal 1 2 0 TERM", "signal 1 2 18446744073709551615 TERM",
            "signal 1 2 18446744073709551616 TERM", "signal 2147483648 2 3 TERM", "signal 4294967297 2 3 TERM", "signal 1\n 2 3 TERM",
            "signal \t1 2 3 TERM", "signal 1 2 3 TERM\n", "signal ٣ 2 3 TERM", "signal １ 2 3 TERM", "Signal 1 2 3 TERM",
            "--signal 1 2 3 TERM",
            "kill 1 2 3 TERM", "--help", "close", "close 10.0.0.1 1 10.0.0.2 2", "close 10.0.0.1 1 10.0.0.2 2 3 4",
            "close localhost 1 ::1 2 3",
            "close 10.1 1 10.0.0.2 2 3", "close 10.0.0.01 1 10.0.0.2 2 3", "close ::0001 1 ::1 2 3", "close fe80::1%eth0 1 ::1 2 3",
            "close 10.0.0.1 0 10.0.0.2 2 3", "close 10.0.0.1 65536 10.0.0.2 2 3", "close 10.0.0.1 1 10.0.0.2 2 0",
            "close 10.0.0.1 1 10.0.0.2 2 18446744073709551615", "close ::ffff:10.0.0.1 1 10.0.0.2 2 3", "close  1 10.0.0.2 2 3"})
    void nothingElseIsUnderstood(String line) {
        assertEquals(Optional.empty(), parse(line));
    }

    /** What is understood at all is written again in the very same words. */
    @Test
    void everyRequestHasOneFormOnly() {
        Random random = new Random(11);
        int understood = 0;
        for (int i = 0; i < 200_000; i++) {
            List<String> words = new ArrayList<>((i % 2 == 0 ? SIGNAL : CLOSE).words());
            int at = random.nextInt(words.size());
            StringBuilder word = new StringBuilder(words.get(at));
            int place = random.nextInt(word.length());
            switch (random.nextInt(3)) {
                case 0 -> word.setCharAt(place, (char) (random.nextInt(96) + 32));
                case 1 -> word.insert(place, (char) (random.nextInt(96) + 32));
                default -> word.deleteCharAt(place);
            }
            words.set(at, word.toString());
            Optional<HelperRequest> request = HelperRequest.parse(words);
            understood += request.isPresent() ? 1 : 0;
            request.ifPresent(parsed -> assertEquals(words, parsed.words()));
        }
        assertEquals(true, understood > 1_000);
    }
}
