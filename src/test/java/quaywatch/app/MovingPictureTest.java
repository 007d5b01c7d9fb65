package quaywatch.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MovingPictureTest {

    private static final int RED = 0xff_c0_20_10;
    private static final int BLUE = 0xff_10_20_c0;

    @TempDir
    private Path folder;

    private Path file;

    private record Chunk(String type, ByteBuffer content) {}

    /** Three frames, of which the second is like the first, and the third has another 2x1 pixels at 3, 4. */
    @BeforeEach
    void film() throws IOException {
        MovingPicture film = new MovingPicture();
        film.add(picture(RED), 100);
        film.add(picture(RED), 150);
        BufferedImage changed = picture(RED);
        changed.setRGB(3, 4, BLUE);
        changed.setRGB(4, 4, BLUE);
        film.add(changed, 300);
        file = folder.resolve("film.png");
        film.write(file);
    }

    private static BufferedImage picture(int color) {
        BufferedImage picture = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 48; at++) {
            picture.setRGB(at % 8, at / 8, color);
        }
        return picture;
    }

    @Test
    void whoeverKnowsNoAnimationSeesTheFirstFrame() throws IOException {
        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(List.of(8, 6, RED, RED), List.of(read.getWidth(), read.getHeight(), read.getRGB(0, 0), read.getRGB(3, 4)));
    }

    @Test
    void likeFramesBecomeOneAndLaterOnesHoldWhatChanged() throws IOException {
        List<Chunk> chunks = chunks();
        assertEquals(List.of("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"), chunks.stream().map(Chunk::type).toList());
        assertEquals(2, chunks.get(1).content.getInt(0));
        assertEquals(List.of(0, 8, 6, 0, 0, 250), control(chunks.get(2).content));
        assertEquals(List.of(1, 2, 1, 3, 4, 300), control(chunks.get(4).content));
        assertEquals(2, chunks.get(5).content.getInt(0));
    }

    /** Number, width, height, left, top, milliseconds. */
    private static List<Integer> control(ByteBuffer content) {
        return List.of(content.getInt(0), content.getInt(4), content.getInt(8), content.getInt(12), content.getInt(16),
                (int) content.getShort(20));
    }

    private List<Chunk> chunks() throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
        List<Chunk> chunks = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] content = new byte[in.getInt()];
            byte[] type = new byte[4];
            in.get(type).get(content);
            CRC32 sum = new CRC32();
            sum.update(type);
            sum.update(content);
            assertEquals((int) sum.getValue(), in.getInt());
            chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), ByteBuffer.wrap(content)));
        }
        return chunks;
    }
}
