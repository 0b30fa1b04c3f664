package dev.sextant.tips.disarm;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Opens one hostile file, in a process of its own without a network, and writes pixels: for each
 * page its width, height and rows of red, green and blue; then {@link #END}.
 */
public final class DisarmChild {
  /** Ends the pages. */
  public static final int END = -1;

  private static final int NETWORK = 3;
  private static final float DOTS_PER_INCH = 110;
  private static final float POINTS_PER_INCH = 72;

  private final int mostPages;
  private final int mostPixels;
  private final DataOutputStream out;

  private DisarmChild(int mostPages, int mostPixels, DataOutputStream out) {
    this.mostPages = mostPages;
    this.mostPixels = mostPixels;
    this.out = out;
  }

  /**
   * @param args type, most pages, most pixels a page
   */
  public static void main(String[] args) throws IOException {
    DataOutputStream pixels = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // Libraries that print must not write among the pixels.
    System.setOut(new PrintStream(System.err));
    if (networked()) {
      System.exit(NETWORK); // Not a sandbox: nothing is opened.
    }
    ImageIO.setUseCache(false);
    byte[] hostile = System.in.readAllBytes();
    DisarmChild child =
        new DisarmChild(Integer.parseInt(args[1]), Integer.parseInt(args[2]), pixels);
    if (args[0].equals("PDF")) {
      child.document(hostile);
    } else {
      child.picture(hostile);
    }
    pixels.writeInt(END);
    pixels.flush();
  }

  private static boolean networked() {
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (each.isUp() && !each.isLoopback()) {
          return true;
        }
      }
      return false;
    } catch (SocketException e) {
      return false; // Java's way of saying that there is no interface at all.
    }
  }

  private void document(byte[] hostile) throws IOException {
    try (PDDocument document = Loader.loadPDF(hostile)) {
      PDFRenderer renderer = new PDFRenderer(document);
      int pages = Math.min(document.getNumberOfPages(), mostPages);
      for (int i = 0; i < pages; i++) {
        PDRectangle box = document.getPage(i).getCropBox();
        double scale = DOTS_PER_INCH / POINTS_PER_INCH;
        double pixels = box.getWidth() * scale * box.getHeight() * scale;
        double shrink = Math.min(1, Math.sqrt(mostPixels / 2.0 / Math.max(1, pixels)));
        write(renderer.renderImage(i, (float) (scale * shrink), ImageType.RGB));
      }
    }
  }

  private void picture(byte[] hostile) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(hostile))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no reader");
      }
      ImageReader reader = readers.next();
      reader.setInput(in, true, true);
      // Asked before anything is decoded: a small file may claim a page as large as a town.
      if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels) {
        throw new IOException("too large");
      }
      BufferedImage read = reader.read(0);
      BufferedImage plain =
          new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D draw = plain.createGraphics();
      draw.drawImage(read, 0, 0, null);
      draw.dispose();
      write(plain);
    }
  }

  private void write(BufferedImage page) throws IOException {
    out.writeInt(page.getWidth());
    out.writeInt(page.getHeight());
    byte[] row = new byte[page.getWidth() * 3];
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int rgb = page.getRGB(x, y);
        row[3 * x] = (byte) (rgb >> 16);
        row[3 * x + 1] = (byte) (rgb >> 8);
        row[3 * x + 2] = (byte) rgb;
      }
      out.write(row);
    }
  }
}
