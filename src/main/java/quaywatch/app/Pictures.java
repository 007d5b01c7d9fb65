package quaywatch.app;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import javax.imageio.ImageIO;

/** Writes pictures of the window. */
final class Pictures {

    private Pictures() {}

    /** Writes {@code image} as PNG. */
    static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        // Opened here: given a file that can't be opened, ImageIO prints a stack trace.
        try (OutputStream out = open(file)) {
            if (!ImageIO.write(copy, "png", out)) {
                throw new IOException("this Java can't write PNG");
            }
        }
    }

    /** Whoever asked knows the name of the file: the exception tells only why. */
    private static OutputStream open(Path file) throws IOException {
        try {
            return new FileOutputStream(file.toFile());
        } catch (FileNotFoundException e) {
            String text = String.valueOf(e.getMessage());
            String name = file + " (";
            throw new IOException(text.startsWith(name) ? text.substring(name.length(), text.length() - 1) : text, e);
        }
    }
}
