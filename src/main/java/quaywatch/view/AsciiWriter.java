package quaywatch.view;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Passes JSON on with everything beyond ASCII as {@code \}{@code uXXXX} (RFC 8259, section 7): the same bytes whatever the terminal's encoding,
 * which would turn what it lacks into question marks. Buffered; closing it flushes and leaves the writer below open.
 */
final class AsciiWriter extends Writer {

    private static final int FULL = 1 << 15;

    private final Writer out;
    private final StringBuilder buffer = new StringBuilder(FULL + 1_024);

    AsciiWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        buffer.append(chars, from, length);
        spill();
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        buffer.append(text, from, from + length);
        spill();
    }

    @Override
    public void write(int c) throws IOException {
        buffer.append((char) c);
        spill();
    }

    private void spill() throws IOException {
        if (buffer.length() >= FULL) {
            pass();
        }
    }

    private void pass() throws IOException {
        String text = buffer.toString();
        buffer.setLength(0);
        // There and back is the quickest way to learn that all is ASCII, as nearly everything is.
        boolean ascii = new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII).equals(text);
        out.write(ascii ? text : escaped(text));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 1_024);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    escaped.append(Character.forDigit(c >> shift & 0xf, 16));
                }
            }
        }
        return escaped.toString();
    }

    @Override
    public void flush() throws IOException {
        pass();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
