package social.greenroom.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Draws the pictures the tests need, friendly and hostile. */
public final class Pictures {
  private Pictures() {}

  /** Left half red, right half blue, a green bar along the top. */
  public static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.setColor(Color.GREEN);
    pen.fillRect(0, 0, width, height / 4);
    pen.dispose();
    return image;
  }

  /** A picture that compresses badly. */
  public static BufferedImage noise(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  /** Nothing but a black disc; everything else is transparent. */
  public static BufferedImage logo(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.BLACK, width, height, Color.DARK_GRAY));
    pen.fillOval(width / 4, height / 4, width / 2, height / 2);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    pen.dispose();
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("No writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static Path write(Path file, byte[] content) {
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path write(Path file, String content) {
    return write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The JPEG with an Exif block that holds the orientation and, as a place would be, a secret. */
  public static byte[] withExif(byte[] jpeg, int orientation, String secret) {
    var text = secret.getBytes(StandardCharsets.US_ASCII);
    var tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + text.length);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(38);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0).put(text);
    var segment = ByteBuffer.allocate(4 + 6 + tiff.capacity());
    segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + tiff.capacity()));
    segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    var out = ByteBuffer.allocate(jpeg.length + segment.capacity());
    return out.put(jpeg, 0, 2).put(segment.array()).put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A PNG of a few bytes that says it is that large. */
  public static byte[] pngThatClaims(int width, int height) {
    var png = encode(quarters(8, 8), "png");
    var bytes = ByteBuffer.wrap(png);
    bytes.putInt(16, width).putInt(20, height);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    bytes.putInt(29, (int) crc.getValue());
    return png;
  }

  public static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
