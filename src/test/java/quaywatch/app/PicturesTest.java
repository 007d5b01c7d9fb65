package quaywatch.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PicturesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyPixelArrivesInItsPlace() throws IOException {
        WritableImage image = new WritableImage(3, 2);
        image.getPixelWriter().setColor(0, 0, Color.rgb(9, 105, 218));
        image.getPixelWriter().setColor(2, 1, Color.rgb(188, 76, 0));
        Pictures.write(image, folder.resolve("a.png"));
        BufferedImage read = ImageIO.read(folder.resolve("a.png").toFile());
        assertEquals("3x2 ff0969da ffbc4c00",
                "%dx%d %x %x".formatted(read.getWidth(), read.getHeight(), read.getRGB(0, 0), read.getRGB(2, 1)));
    }

    @Test
    void fileThatCanNotBeOpenedIsOneExceptionThatSaysWhy() {
        WritableImage image = new WritableImage(1, 1);
        IOException missing = assertThrows(IOException.class, () -> Pictures.write(image, folder.resolve("none/a.png")));
        assertEquals("No such file or directory", missing.getMessage());
        assertEquals("Is a directory", assertThrows(IOException.class, () -> Pictures.write(image, folder)).getMessage());
    }
}
