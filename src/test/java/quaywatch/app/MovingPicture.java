package quaywatch.app;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/**
 * An animated PNG (PNG specification, third edition, 11.3.6): of each frame but the first only what differs from the one before. Played once, so
 * that it comes to rest on its end.
 */
final class MovingPicture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_LENGTH = 13;

    private final List<Frame> frames = new ArrayList<>();

    /** @param place  what of the picture changes */
    private record Frame(BufferedImage image, Rectangle place, int millis) {}

    /** Adds a frame; one like the last makes that last longer. */
    void add(BufferedImage image, int millis) {
        if (frames.isEmpty()) {
            frames.add(new Frame(image, new Rectangle(image.getWidth(), image.getHeight()), millis));
            return;
        }
        Frame last = frames.getLast();
        Rectangle place = difference(last.image, image);
        if (place.isEmpty()) {
            frames.set(frames.size() - 1, new Frame(last.image, last.place, last.millis + millis));
        } else {
            frames.add(new Frame(image, place, millis));
        }
    }

    private static Rectangle difference(BufferedImage one, BufferedImage other) {
        int left = one.getWidth();
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < one.getHeight(); y++) {
            int[] a = one.getRGB(0, y, one.getWidth(), 1, null, 0, one.getWidth());
            int[] b = other.getRGB(0, y, one.getWidth(), 1, null, 0, one.getWidth());
            int first = Arrays.mismatch(a, b);
            if (first >= 0) {
                int last = a.length - 1;
                while (a[last] == b[last]) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last);
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        return right < 0 ? new Rectangle() : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        int number = 0;
        for (Frame frame : frames) {
            Rectangle place = frame.place;
            byte[] png = png(frame.image.getSubimage(place.x, place.y, place.width, place.height));
            if (frame == frames.getFirst()) {
                chunk(out, "IHDR", Arrays.copyOfRange(png, SIGNATURE.length + 8, SIGNATURE.length + 8 + HEADER_LENGTH));
                chunk(out, "acTL", ByteBuffer.allocate(8).putInt(frames.size()).putInt(1).array());
            }
            chunk(out, "fcTL", control(number++, frame));
            byte[] data = data(png);
            if (frame == frames.getFirst()) {
                chunk(out, "IDAT", data);
            } else {
                chunk(out, "fdAT", ByteBuffer.allocate(4 + data.length).putInt(number++).put(data).array());
            }
        }
        chunk(out, "IEND", new byte[0]);
        Files.write(file, bytes.toByteArray());
    }

    /** Leaves the frame where it is and puts the next one over it. */
    private static byte[] control(int number, Frame frame) {
        Rectangle place = frame.place;
        return ByteBuffer.allocate(26).putInt(number).putInt(place.width).putInt(place.height).putInt(place.x).putInt(place.y)
                .putShort((short) frame.millis).putShort((short) 1_000).put((byte) 0).put((byte) 0).array();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        // A copy, as the writer would take the whole raster of a part for its own.
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, copy.getWidth(), copy.getHeight(),
                image.getRGB(0, 0, copy.getWidth(), copy.getHeight(), null, 0, copy.getWidth()), 0,
                copy.getWidth());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(copy, "png", bytes);
        return bytes.toByteArray();
    }

    /** The IDAT chunks of a PNG, put together. */
    private static byte[] data(byte[] png) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png, SIGNATURE.length, png.length - SIGNATURE.length);
        while (in.hasRemaining()) {
            byte[] content = new byte[in.getInt()];
            byte[] type = new byte[4];
            in.get(type).get(content).getInt();
            if (new String(type, StandardCharsets.US_ASCII).equals("IDAT")) {
                data.writeBytes(content);
            }
        }
        return data.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
