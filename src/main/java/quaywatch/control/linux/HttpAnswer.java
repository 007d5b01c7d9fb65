package quaywatch.control.linux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of HTTP/1.1 (RFC 9112), as far as the container engines use it.
 *
 * @param status  100 to 999
 * @param server  who says it: {@code Docker/24.0.7 (linux)}, {@code Libpod/4.3.1 (linux)}; empty where it is not told
 */
record HttpAnswer(int status, String server, byte[] body) {

    private static final byte[] NONE = {};
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

    /**
     * Reads it; empty where it is not whole or no such answer.
     *
     * @param ended  whether nothing more comes: only then an answer without a length is whole
     */
    static Optional<HttpAnswer> parse(byte[] bytes, boolean ended) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Matcher status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            return Optional.empty();
        }
        int code = Integer.parseInt(status.group(1));
        Map<String, String> headers = headers(lines);
        return body(code, headers, bytes, end + 4, ended).map(body -> new HttpAnswer(code, headers.getOrDefault("server", ""), body));
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static Optional<byte[]> body(int code, Map<String, String> headers, byte[] bytes, int from, boolean ended) {
        if (code == 204 || code == 304) {
            return Optional.of(NONE);
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks(bytes, from);
        }
        String length = headers.getOrDefault("content-length", "");
        if (length.isEmpty()) {
            return ended ? Optional.of(Arrays.copyOfRange(bytes, from, bytes.length)) : Optional.empty();
        }
        int to = LENGTH.matcher(length).matches() ? from + Integer.parseInt(length) : -1;
        return to < from || to > bytes.length ? Optional.empty() : Optional.of(Arrays.copyOfRange(bytes, from, to));
    }

    private static Optional<byte[]> chunks(byte[] bytes, int from) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\r') {
                end++;
            }
            Matcher size = SIZE.matcher(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
            if (!size.matches()) {
                return Optional.empty();
            }
            int count = Integer.parseInt(size.group(1), 16);
            int start = end + 2;
            if (start + count + 2 > bytes.length) {
                return Optional.empty();
            }
            if (count == 0) {
                return Optional.of(body.toByteArray());
            }
            body.write(bytes, start, count);
            at = start + count + 2;
        }
    }
}
