package dev.sextant.board;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Files as an attacker sends them, made here so that none lies in the tree. */
final class HostileFiles {
  private HostileFiles() {}

  /** The scanners' test file, put together at run time so that this source does not set one off. */
  static byte[] eicar() {
    return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] macroDocument() {
    return zip("word/vbaProject.bin", "Sub AutoOpen() Shell \"calc.exe\" End Sub".getBytes());
  }

  static byte[] zipBomb() {
    return zip("zeros", new byte[40_000_000]);
  }

  private static byte[] zip(String name, byte[] content) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] scriptSvg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>fetch('http://127.0.0.1/')</script></svg>"
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A picture with a block of camera's notes that names a place. */
  static byte[] jpegWithGps() {
    byte[] plain = picture("jpg");
    byte[] notes =
        "Exif\0\0GPSLatitude=51.4778 GPSLongitude=-0.0015 Model=PHONE-OF-THE-SENDER"
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ByteBuffer.allocate(plain.length + 4 + notes.length);
    out.put(plain, 0, 2);
    out.put((byte) 0xff).put((byte) 0xe1).putShort((short) (notes.length + 2)).put(notes);
    out.put(plain, 2, plain.length - 2);
    return out.array();
  }

  private static byte[] picture(String format) {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D draw = image.createGraphics();
    draw.setColor(Color.ORANGE);
    draw.fillOval(40, 20, 200, 150);
    draw.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small PNG that claims 60,000 by 60,000 pixels. */
  static byte[] pictureBomb() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put((byte) 8).put((byte) 2).array());
    ByteArrayOutputStream zeros = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(zeros, new Deflater(Deflater.BEST_COMPRESSION))) {
      deflate.write(new byte[10_000_000]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chunk(out, "IDAT", zeros.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** A document that starts a program and runs a script when it is opened. */
  static byte[] launchingPdf() {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      PDActionLaunch launch = new PDActionLaunch();
      launch.getCOSObject().setString(org.apache.pdfbox.cos.COSName.F, "calc.exe");
      document.getDocumentCatalog().setOpenAction(launch);
      document
          .getDocumentCatalog()
          .getActions()
          .setWC(new PDActionJavaScript("app.launchURL('http://127.0.0.1/')"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
