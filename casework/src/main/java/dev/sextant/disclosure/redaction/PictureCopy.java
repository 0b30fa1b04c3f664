package dev.sextant.disclosure.redaction;

import dev.sextant.disclosure.DisclosureFault;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A copy of a picture for a bundle: its dots on white, areas drawn over in black, encoded anew as
 * PNG. The file is made of the dots alone, so that nothing else of the original is in it: no EXIF,
 * XMP, colour profile, preview, comment or bytes behind its end.
 */
public final class PictureCopy {
  private PictureCopy() {}

  /**
   * A rectangle in pixels, from the upper left corner.
   *
   * @param x left edge, from 0
   * @param y upper edge, from 0
   */
  public record Area(int x, int y, int width, int height) {
    /** Whether it lies in a picture of that size and has any pixels. */
    public boolean within(int wide, int high) {
      return x >= 0
          && y >= 0
          && width > 0
          && height > 0
          && (long) x + width <= wide
          && (long) y + height <= high;
    }
  }

  /**
   * Makes the copy.
   *
   * @param dots of the original
   * @param areas to be drawn over
   * @return the PNG file; equal dots and areas give equal bytes
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-AREA} if an area lies outside
   */
  public static byte[] png(BufferedImage dots, List<Area> areas) {
    BufferedImage plain =
        new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D draw = plain.createGraphics();
    draw.setColor(Color.WHITE);
    draw.fillRect(0, 0, plain.getWidth(), plain.getHeight());
    draw.drawImage(dots, 0, 0, null);
    draw.setColor(Color.BLACK);
    for (Area area : areas) {
      if (!area.within(plain.getWidth(), plain.getHeight())) {
        throw new DisclosureFault.NotReleasable(
            "SX-DISC-AREA",
            "an area lies outside its picture",
            "area",
            area.x() + "," + area.y() + " " + area.width() + "x" + area.height(),
            "mark it within " + plain.getWidth() + " by " + plain.getHeight() + " pixels");
      }
      draw.fillRect(area.x(), area.y(), area.width(), area.height());
    }
    draw.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(plain, "png", to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
