package dev.sextant.press;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one face that reports are set in: Kurinto Sans (SIL Open Font License 1.1), which draws most
 * living scripts except Han and Hangul. Its outlines are read from the file itself, never from the
 * machine's fonts, so that a report looks the same everywhere.
 */
public final class Typeface {
  /** The name under which style sheets ask for it. */
  public static final String FAMILY = "Kurinto Sans";

  private static final String REGULAR = "/fonts/ttf/Kurinto/KurintoSans-Rg.ttf";
  private static final String BOLD = "/fonts/ttf/Kurinto/KurintoSans-Bd.ttf";

  private final byte[] regular;
  private final byte[] bold;
  private final TrueTypeFont font;
  private final CmapLookup lookup;
  private final int unitsPerEm;

  private Typeface(byte[] regular, byte[] bold) throws IOException {
    this.regular = regular;
    this.bold = bold;
    this.font = new TTFParser().parse(new RandomAccessReadBuffer(regular));
    this.lookup = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /** Loads the face from the class path; about 11 MB of memory. */
  public static Typeface load() {
    try {
      return new Typeface(resource(REGULAR), resource(BOLD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not on the class path: " + name);
      }
      return in.readAllBytes();
    }
  }

  /** A stream over the font file of that weight. */
  InputStream file(boolean heavy) {
    return new java.io.ByteArrayInputStream(heavy ? bold : regular);
  }

  /** True if the face has a shape for the code point. */
  public boolean draws(int codePoint) {
    return lookup.getGlyphId(codePoint) != 0;
  }

  /**
   * The outline of a line of text with its left end of the base line at the origin, y downwards.
   *
   * @param text in visual order
   * @param size of the em square, in the units of the drawing
   */
  public Outline outline(String text, double size) {
    double scale = size / unitsPerEm;
    Path2D.Double path = new Path2D.Double();
    double x = 0;
    try {
      for (int cp : text.codePoints().toArray()) {
        int glyph = lookup.getGlyphId(cp);
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null) {
          AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
          place.scale(scale, -scale);
          path.append(place.createTransformedShape(data.getPath()), false);
        }
        x += font.getAdvanceWidth(glyph) * scale;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outline(path, x);
  }

  /**
   * A line of text as a shape.
   *
   * @param path its outline
   * @param width its advance width, in the units of the drawing
   */
  public record Outline(Path2D path, double width) {}
}
