package dev.sextant.records.reader.media;

import dev.sextant.records.PictureHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Computes the 64-bit difference hash of a picture: grey, averaged down to nine columns and eight
 * rows, one bit for each pair of neighbours in a row, set if the right is the brighter by more than
 * one grey level (the margin keeps flat areas from flickering when a picture is compressed again).
 * Orientation tags are not obeyed, so that the hash depends on the pixels alone.
 */
public final class Likeness {
  private static final int COLUMNS = 9;
  private static final int ROWS = 8;

  /* More pixels than any telephone's sensor gives in one exposure; the decoders of compressed
   * pictures need a few bytes for each. */
  private static final long MOST_PIXELS = 64_000_000;

  /** Enough pixels a side that the average over a cell does not depend on which were left out. */
  private static final int SIDE = 288;

  /** Grey levels; a picture with less contrast between its cells has nothing to be known by. */
  private static final double LEAST_CONTRAST = 4;

  /** Grey levels by which compression alone may move the average of a cell. */
  private static final double MARGIN = 1;

  private Likeness() {}

  /** The hash of a picture's bytes; empty if it cannot be decoded or is of one colour. */
  public static Optional<PictureHash> of(InputStream bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decode(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  /* The JDK's decoders throw all sorts at damaged and hostile pictures; whatever they throw, the
   * answer is the same: this picture cannot be compared. */
  private static Optional<PictureHash> decode(ImageReader reader) {
    try {
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
        return Optional.empty();
      }
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(Math.max(1, width / SIDE), Math.max(1, height / SIDE), 0, 0);
      return of(reader.read(0, param));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The hash of pixels; empty if they are all of one colour. */
  static Optional<PictureHash> of(BufferedImage image) {
    double[][] cells = cells(image);
    double least = 255;
    double most = 0;
    long bits = 0;
    for (double[] row : cells) {
      for (int x = 0; x < COLUMNS; x++) {
        least = Math.min(least, row[x]);
        most = Math.max(most, row[x]);
        if (x > 0) {
          bits = bits << 1 | (row[x - 1] + MARGIN < row[x] ? 1 : 0);
        }
      }
    }
    return most - least < LEAST_CONTRAST ? Optional.empty() : Optional.of(new PictureHash(bits));
  }

  /* Averages over areas, each pixel counted in proportion to how much of it lies in the cell; that
   * is what makes the hash nearly the same at every size. */
  private static double[][] cells(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    double[][] sum = new double[ROWS][COLUMNS];
    double[][] weight = new double[ROWS][COLUMNS];
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int row = cell(y, ROWS, height); row <= cell(y + 1, ROWS, height); row++) {
        double down = overlap(y, row, ROWS, height);
        for (int x = 0; down > 0 && x < width; x++) {
          double grey = grey(line[x]);
          for (int col = cell(x, COLUMNS, width); col <= cell(x + 1, COLUMNS, width); col++) {
            double share = down * overlap(x, col, COLUMNS, width);
            sum[row][col] += grey * share;
            weight[row][col] += share;
          }
        }
      }
    }
    for (int row = 0; row < ROWS; row++) {
      for (int col = 0; col < COLUMNS; col++) {
        // Whole hundredths, so that rounding in the last place decides nothing.
        sum[row][col] = Math.rint(100 * sum[row][col] / weight[row][col]) / 100;
      }
    }
    return sum;
  }

  private static int cell(int pixel, int cells, int size) {
    return (int) Math.min(cells - 1, (long) pixel * cells / size);
  }

  private static double overlap(int pixel, int cell, int cells, int size) {
    double from = Math.max(pixel, (double) cell * size / cells);
    double to = Math.min(pixel + 1.0, (cell + 1.0) * size / cells);
    return Math.max(0, to - from);
  }

  /* ITU-R BT.601, on white where the picture is transparent. */
  private static double grey(int argb) {
    double luma = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
    double opaque = (argb >>> 24) / 255.0;
    return opaque * luma + (1 - opaque) * 255;
  }
}
