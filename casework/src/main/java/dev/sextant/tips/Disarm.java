package dev.sextant.tips;

import dev.sextant.tips.disarm.DisarmChild;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/* After Dangerzone's way: the file is opened in a process that has no network and little memory; out
 * of it come widths, heights and pixels, whose number is checked before they are read; a new PDF is
 * made of them out here. Whatever the file carried besides what can be seen is not in it. */
/** Makes a safe working copy of a hostile file, or leaves it unopened. */
public final class Disarm {
  private final Limits limits;

  /**
   * How much a file may take.
   *
   * @param time until the child is killed
   * @param pages at most
   * @param pixels of one page at most
   * @param heapMegabytes of the child
   */
  public record Limits(Duration time, int pages, int pixels, int heapMegabytes) {
    /** A minute, 40 pages of 12 megapixels. */
    public static Limits standard() {
      return new Limits(Duration.ofSeconds(60), 40, 12_000_000, 384);
    }
  }

  /** With these limits. */
  public Disarm(Limits limits) {
    this.limits = limits;
  }

  /** The working copy of a file; unsupported types are never opened. */
  public Disarmed disarm(byte[] hostile) {
    FileType type = FileType.of(hostile);
    if (!type.opened()) {
      return Disarmed.unopened(type, "SX-TIPS-TYPE");
    }
    Optional<List<String>> sandbox = sandbox();
    if (sandbox.isEmpty()) {
      return Disarmed.unopened(type, "SX-TIPS-SANDBOX");
    }
    try {
      return rebuilt(type, run(sandbox.get(), type.name(), hostile));
    } catch (IOException e) {
      return Disarmed.failed(type, "SX-TIPS-DISARM");
    }
  }

  /**
   * The dots of a hostile picture, decoded in the same way.
   *
   * @return nothing if it is no picture, or was not opened
   */
  public Optional<BufferedImage> picture(byte[] hostile) {
    FileType type = FileType.of(hostile);
    Optional<List<String>> sandbox = sandbox();
    if (!type.opened() || type == FileType.PDF || sandbox.isEmpty()) {
      return Optional.empty();
    }
    try {
      return run(sandbox.get(), type.name(), hostile).stream().findFirst();
    } catch (IOException e) {
      return Optional.empty(); // Whatever the child could not make pixels of is no picture here.
    }
  }

  /**
   * The command that takes the network from whatever is run behind it, for whoever wants to try it;
   * empty if no way works on this machine.
   */
  public static Optional<List<String>> sandbox() {
    return Sandbox.prefix(Sandbox.needed());
  }

  private List<BufferedImage> run(List<String> sandbox, String what, byte[] hostile)
      throws IOException {
    List<String> command = new ArrayList<>(sandbox);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + limits.heapMegabytes() + "m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+DisableAttachMechanism",
            "-Djava.awt.headless=true",
            "-cp",
            Sandbox.needed().stream().skip(1).map(Path::toString).collect(Collectors.joining(":")),
            DisarmChild.class.getName(),
            what,
            Integer.toString(limits.pages()),
            Integer.toString(limits.pixels())));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process child = builder.start();
    Thread watch = Thread.ofVirtual().start(() -> endLate(child));
    Thread feeder = Thread.ofVirtual().start(() -> feed(child, hostile));
    try (DataInputStream in = new DataInputStream(child.getInputStream())) {
      return pages(in);
    } finally {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
      watch.interrupt();
      feeder.interrupt();
    }
  }

  private void endLate(Process child) {
    try {
      if (!child.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void feed(Process child, byte[] hostile) {
    try (OutputStream out = child.getOutputStream()) {
      out.write(hostile);
    } catch (IOException e) {
      // The child has read enough, or has ended: the pixels that it wrote, or did not, decide.
      child.destroy();
    }
  }

  /** Reads pixels, distrusting every number. */
  private List<BufferedImage> pages(DataInputStream in) throws IOException {
    List<BufferedImage> pages = new ArrayList<>();
    int width = in.readInt();
    while (width != DisarmChild.END) {
      int height = in.readInt();
      if (pages.size() >= limits.pages()
          || width < 1
          || height < 1
          || (long) width * height > limits.pixels()) {
        throw new EOFException("more than was allowed");
      }
      BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      byte[] row = new byte[width * 3];
      for (int y = 0; y < height; y++) {
        in.readFully(row);
        for (int x = 0; x < width; x++) {
          page.setRGB(
              x,
              y,
              (row[3 * x] & 0xff) << 16 | (row[3 * x + 1] & 0xff) << 8 | (row[3 * x + 2] & 0xff));
        }
      }
      pages.add(page);
      width = in.readInt();
    }
    return pages;
  }

  private static Disarmed rebuilt(FileType type, List<BufferedImage> pages) throws IOException {
    if (pages.isEmpty()) {
      return Disarmed.failed(type, "SX-TIPS-DISARM");
    }
    try (PDDocument document = new PDDocument()) {
      for (BufferedImage image : pages) {
        float longest = Math.max(image.getWidth(), image.getHeight());
        float scale = PDRectangle.A4.getHeight() / longest;
        PDRectangle size = new PDRectangle(image.getWidth() * scale, image.getHeight() * scale);
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.drawImage(
              LosslessFactory.createFromImage(document, image),
              0,
              0,
              size.getWidth(),
              size.getHeight());
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return new Disarmed(Disarmed.Outcome.REBUILT, type, "", pages.size(), out.toByteArray());
    }
  }
}
