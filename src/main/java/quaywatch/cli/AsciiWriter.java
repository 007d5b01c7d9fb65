package quaywatch.cli;

import java.io.IOException;
import java.io.Writer;

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
        for (int i = from; i < from + length; i++) {
            add(chars[i]);
        }
        spill();
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            add(text.charAt(i));
        }
        spill();
    }

    @Override
    public void write(int c) throws IOException {
        add((char) c);
        spill();
    }

    private void add(char c) {
        if (c < 0x80) {
            buffer.append(c);
        } else {
            buffer.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                buffer.append(Character.forDigit(c >> shift & 0xf, 16));
            }
        }
    }

    private void spill() throws IOException {
        if (buffer.length() >= FULL) {
            pass();
        }
    }

    private void pass() throws IOException {
        out.append(buffer);
        buffer.setLength(0);
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
