package dev.sextant.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Prints a {@link Picture} on one sheet of A4 across, in lines and letters and not in points: it
 * stays sharp at any size and its words can be searched. The face is embedded. What the face cannot
 * draw is written as its code point.
 */
public final class PicturePrinter {
  private static final double MARGIN = 28;
  private static final double TITLE = 13;
  private static final double TEXT = 8;
  private static final double LEADING = 1.35;
  private static final int COLUMNS = 3;
  private static final double INK = 0.1;

  /* Of a quarter of a circle as a curve of Bezier: the arms' length that errs least. */
  private static final double ARM = 0.5523;

  private final Typeface face;

  /**
   * @param face that words are set in
   */
  public PicturePrinter(Typeface face) {
    this.face = face;
  }

  /**
   * Prints.
   *
   * @param at the time that the file says it was made
   * @return the file's bytes; the same for the same picture and time
   */
  public byte[] print(Picture picture, Instant at) {
    try (PDDocument document = new PDDocument();
        InputStream regular = face.file(false);
        InputStream bold = face.file(true)) {
      Fonts fonts =
          new Fonts(
              PDType0Font.load(document, regular, true), PDType0Font.load(document, bold, true));
      PDRectangle a4 = PDRectangle.A4;
      PDPage page = new PDPage(new PDRectangle(a4.getHeight(), a4.getWidth()));
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        new Sheet(out, fonts, new Printable(face), page.getMediaBox()).draw(picture);
      }
      document.getDocumentInformation().setTitle(picture.title());
      document.getDocumentInformation().setProducer("Sextant");
      document.getDocumentInformation().setSubject(String.join(" ", picture.foot()));
      Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      made.setTimeInMillis(at.toEpochMilli());
      document.getDocumentInformation().setCreationDate(made);
      document.getDocumentCatalog().setLanguage("en");
      document.setDocumentId(at.toEpochMilli());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Fonts(PDFont regular, PDFont bold) {}

  /* One page; its own y runs upwards. */
  private record Sheet(PDPageContentStream out, Fonts fonts, Printable printable, PDRectangle box) {
    void draw(Picture picture) throws IOException {
      double wide = box.getWidth() - 2 * MARGIN;
      List<String> foot = new ArrayList<>();
      for (String line : picture.foot()) {
        foot.addAll(wrapped(line, wide));
      }
      int rows = (picture.legend().size() + COLUMNS - 1) / COLUMNS;
      double words = (rows + foot.size()) * TEXT * LEADING + 8;
      double top = box.getHeight() - MARGIN;
      text(picture.title(), MARGIN, top - TITLE, TITLE, true);
      double high = top - TITLE - 10 - MARGIN - words;
      double scale = Math.min(wide / picture.width(), high / picture.height());
      double left = MARGIN + (wide - scale * picture.width()) / 2;
      drawing(picture, left, top - TITLE - 10, scale);
      double y = MARGIN + words - 8 - TEXT;
      legend(picture.legend(), wide, y);
      y -= rows * TEXT * LEADING;
      for (String line : foot) {
        text(line, MARGIN, y, TEXT, false);
        y -= TEXT * LEADING;
      }
    }

    private void drawing(Picture picture, double left, double top, double scale)
        throws IOException {
      double high = scale * picture.height();
      out.saveGraphicsState();
      out.addRect(
          (float) left, (float) (top - high), (float) (scale * picture.width()), (float) high);
      out.clip();
      for (Picture.Line line : picture.lines()) {
        line(line, left, top, scale);
      }
      for (Picture.Dot dot : picture.dots()) {
        double x = left + scale * dot.x();
        double y = top - scale * dot.y();
        double r = Math.max(0.6, scale * dot.size());
        fill(dot.colour());
        shape(dot.shape(), x, y, r);
        out.fill();
        if (dot.ringed()) {
          stroke(0x101010, 1.1, Picture.Stroke.WHOLE);
          shape(dot.shape(), x, y, r + 0.6);
          out.stroke();
        }
      }
      for (Picture.Dot dot : picture.dots()) {
        if (!dot.label().isEmpty()) {
          double x = left + scale * (dot.x() + dot.size()) + 2;
          halo(dot.label(), x, top - scale * dot.y() - TEXT / 3);
        }
      }
      out.restoreGraphicsState();
      stroke(0xb0b8be, 0.5, Picture.Stroke.WHOLE);
      out.addRect(
          (float) left, (float) (top - high), (float) (scale * picture.width()), (float) high);
      out.stroke();
    }

    private void line(Picture.Line line, double left, double top, double scale) throws IOException {
      double x1 = left + scale * line.x1();
      double y1 = top - scale * line.y1();
      double x2 = left + scale * line.x2();
      double y2 = top - scale * line.y2();
      double width = Math.max(0.3, scale * line.size());
      stroke(line.colour(), width, line.stroke());
      out.moveTo((float) x1, (float) y1);
      out.lineTo((float) x2, (float) y2);
      out.stroke();
      double length = Math.hypot(x2 - x1, y2 - y1);
      if (line.arrow() && length > 0) {
        double head = 3 + 1.5 * width;
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double tip = length - scale * line.gap();
        double tx = x1 + ux * tip;
        double ty = y1 + uy * tip;
        fill(line.colour());
        out.moveTo((float) tx, (float) ty);
        out.lineTo(
            (float) (tx - head * ux + head * uy / 2.5), (float) (ty - head * uy - head * ux / 2.5));
        out.lineTo(
            (float) (tx - head * ux - head * uy / 2.5), (float) (ty - head * uy + head * ux / 2.5));
        out.closePath();
        out.fill();
      }
    }

    private void legend(List<Picture.Key> keys, double wide, double first) throws IOException {
      for (int i = 0; i < keys.size(); i++) {
        Picture.Key key = keys.get(i);
        double x = MARGIN + (i % COLUMNS) * wide / COLUMNS;
        double y = first - (i / COLUMNS) * TEXT * LEADING;
        if (key.line()) {
          stroke(key.colour(), 1.2, key.stroke());
          out.moveTo((float) x, (float) (y + 2.5));
          out.lineTo((float) (x + 14), (float) (y + 2.5));
          out.stroke();
        } else {
          fill(key.colour());
          shape(key.shape(), x + 6, y + 2.5, 3.4);
          out.fill();
        }
        text(key.words(), x + 18, y, TEXT, false);
      }
    }

    private void shape(Picture.Shape shape, double x, double y, double r) throws IOException {
      switch (shape) {
        case CIRCLE -> {
          double arm = ARM * r;
          out.moveTo((float) (x + r), (float) y);
          curve(x + r, y + arm, x + arm, y + r, x, y + r);
          curve(x - arm, y + r, x - r, y + arm, x - r, y);
          curve(x - r, y - arm, x - arm, y - r, x, y - r);
          curve(x + arm, y - r, x + r, y - arm, x + r, y);
          out.closePath();
        }
        case SQUARE ->
            out.addRect((float) (x - r), (float) (y - r), (float) (2 * r), (float) (2 * r));
        case DIAMOND -> {
          double d = 1.3 * r;
          out.moveTo((float) x, (float) (y + d));
          out.lineTo((float) (x + d), (float) y);
          out.lineTo((float) x, (float) (y - d));
          out.lineTo((float) (x - d), (float) y);
          out.closePath();
        }
      }
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
        throws IOException {
      out.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private void fill(int colour) throws IOException {
      out.setNonStrokingColor(
          (colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
    }

    private void stroke(int colour, double width, Picture.Stroke stroke) throws IOException {
      out.setStrokingColor(
          (colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
      out.setLineWidth((float) width);
      out.setLineDashPattern(
          switch (stroke) {
            case WHOLE -> new float[0];
            case DASHED -> new float[] {5, 3};
            case DOTTED -> new float[] {1.2f, 2.2f};
          },
          0);
    }

    /* Letters over lines are read only with a light edge round them. */
    private void halo(String words, double x, double y) throws IOException {
      stroke(0xffffff, 2, Picture.Stroke.WHOLE);
      out.setRenderingMode(RenderingMode.STROKE);
      text(words, x, y, TEXT - 1, false);
      out.setRenderingMode(RenderingMode.FILL);
      text(words, x, y, TEXT - 1, false);
    }

    private void text(String words, double x, double y, double size, boolean heavy)
        throws IOException {
      String line = line(words);
      if (line.isEmpty()) {
        return;
      }
      out.setNonStrokingColor((float) INK, (float) INK, (float) INK);
      out.beginText();
      out.setFont(heavy ? fonts.bold : fonts.regular, (float) size);
      out.newLineAtOffset((float) x, (float) y);
      out.showText(line);
      out.endText();
    }

    private String line(String words) {
      return new RightToLeft().visual(printable.of(words.replace('\n', ' ').replace('\t', ' ')));
    }

    private List<String> wrapped(String words, double wide) throws IOException {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : words.split(" ")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && width(longer) > wide) {
          lines.add(line.toString());
          line = new StringBuilder(word);
        } else {
          line = new StringBuilder(longer);
        }
      }
      lines.add(line.toString());
      return lines;
    }

    private double width(String words) throws IOException {
      return fonts.regular.getStringWidth(line(words)) / 1000 * TEXT;
    }
  }
}
