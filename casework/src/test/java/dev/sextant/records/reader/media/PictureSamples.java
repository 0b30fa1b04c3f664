package dev.sextant.records.reader.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn by a seed, with or without what a camera writes into them. */
public final class PictureSamples {
  private PictureSamples() {}

  /** Coloured discs on a coloured ground. */
  public static BufferedImage drawn(long seed, int width, int height) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(random.nextInt(0xFFFFFF)));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < 12; i++) {
      pen.setColor(new Color(random.nextInt(0xFFFFFF)));
      double x = random.nextDouble();
      double y = random.nextDouble();
      double size = 0.1 + random.nextDouble() / 3;
      pen.fillOval(
          (int) (x * width), (int) (y * height), (int) (size * width), (int) (size * height));
    }
    pen.dispose();
    return image;
  }

  /** The picture's bytes in a format. */
  public static byte[] bytes(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG with an Exif block behind its first marker. */
  public static byte[] photograph(long seed, int width, int height) {
    byte[] jpeg = bytes(drawn(seed, width, height), "jpg");
    byte[] exif = exif();
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.length + 10);
    out.put(jpeg, 0, 2);
    out.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
    out.put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  /* TIFF 6.0, low byte first: maker and model, then the Exif and GPS directories. */
  private static byte[] exif() {
    ByteBuffer b = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    b.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    b.putShort((short) 4);
    entry(b, 0x010F, 2, 5, 200);
    entry(b, 0x0110, 2, 7, 208);
    entry(b, 0x8769, 4, 1, 70);
    entry(b, 0x8825, 4, 1, 110);
    b.putInt(0);
    b.position(70);
    b.putShort((short) 2);
    entry(b, 0x9003, 2, 20, 220);
    entry(b, 0x9011, 2, 7, 244);
    b.putInt(0);
    b.position(110);
    b.putShort((short) 4);
    inline(b, 0x0001, "N");
    entry(b, 0x0002, 5, 3, 260);
    inline(b, 0x0003, "W");
    entry(b, 0x0004, 5, 3, 284);
    b.putInt(0);
    text(b, 200, "Acme\0");
    text(b, 208, "Cam 12\0");
    text(b, 220, "2024:05:01 12:30:00\0");
    text(b, 244, "+02:00\0");
    b.position(260);
    for (int part : new int[] {41, 9, 0, 8, 36, 36}) {
      b.putInt(part).putInt(1);
    }
    return b.array();
  }

  private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
    b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void inline(ByteBuffer b, int tag, String letter) {
    b.putShort((short) tag).putShort((short) 2).putInt(2).putInt(letter.charAt(0));
  }

  private static void text(ByteBuffer b, int at, String text) {
    b.position(at).put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
