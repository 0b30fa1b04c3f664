package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Text that is there whole or not at all: it is written beside its place, under the place's name
 * with the process's number and {@code .part}, brought to the disk, and then renamed. Whoever finds
 * the file finds all of it; what stood there before stands until then. A place that is no ordinary
 * file (a pipe, a terminal), and the standard output wherever it goes, is written to directly.
 *
 * <pre>{@code
 * try (WholeFile file = WholeFile.at(path)) {
 *   file.text("a\tb\n");
 *   file.done();
 * }
 * }</pre>
 */
final class WholeFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path place;
  private final @Nullable Path aside;
  private final FileChannel out;
  private final boolean borrowed;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  private WholeFile(Path place, @Nullable Path aside, FileChannel out, boolean borrowed) {
    this.borrowed = borrowed;
    this.place = place;
    this.aside = aside;
    this.out = out;
  }

  /**
   * Begins a file.
   *
   * @throws LinkageFault {@code SX-LINK-WRITE} if nothing can be written there
   */
  static WholeFile at(Path place) {
    try {
      if (StandardOutput.is(place)) {
        return new WholeFile(place, null, StandardOutput.channel(), true);
      }
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        return new WholeFile(place, null, FileChannel.open(place, StandardOpenOption.WRITE), false);
      }
      if (Files.exists(place) && !Files.isWritable(place)) {
        throw new AccessDeniedException(place.toString());
      }
      /* Through a link to what it names: a rename would put a file in place of the link. */
      Path real = Files.exists(place) ? place.toRealPath() : place;
      Path aside =
          real.resolveSibling(real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      FileChannel out =
          FileChannel.open(
              aside,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING);
      WholeFile file = new WholeFile(real, aside, out, false);
      file.asRead(real);
      return file;
    } catch (IOException e) {
      throw fault(place, e);
    }
  }

  /**
   * Looks whether a file can be begun, and leaves none: a pipe is not opened, for its reader would
   * take that for the end.
   *
   * @throws LinkageFault {@code SX-LINK-WRITE} if it cannot
   */
  static void probe(Path place) {
    if (!StandardOutput.is(place) && (!Files.exists(place) || Files.isRegularFile(place))) {
      at(place).close();
    }
  }

  /* Whoever kept others from reading the old file, keeps them from reading the new one. */
  private void asRead(Path before) throws IOException {
    if (aside == null || !Files.exists(before)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(before));
    } catch (IOException e) {
      close();
      throw e;
    } catch (UnsupportedOperationException none) {
      /* A file system without such permissions gives the new file the folder's. */
      return;
    }
  }

  private static LinkageFault fault(Path place, IOException cause) {
    return new LinkageFault(
        "SX-LINK-WRITE",
        "the file cannot be written",
        place.toString(),
        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        "make room there, or name another place; nothing half-written is left",
        cause);
  }

  /** Adds text. */
  void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        bytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      character(c);
    }
  }

  /** Adds a character of ASCII. */
  void character(char c) {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) c);
  }

  /** Adds a whole number of millionths as a decimal with six places. */
  void millionths(long millionths) {
    if (millionths < 0) {
      character('-');
    }
    long value = Math.abs(millionths);
    text(Long.toString(value / 1_000_000));
    character('.');
    int rest = (int) (value % 1_000_000);
    for (int place = 100_000; place > 0; place /= 10) {
      character((char) ('0' + rest / place % 10));
    }
  }

  private void bytes(byte[] bytes) {
    for (byte each : bytes) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.put(each);
    }
  }

  private void flush() {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
    } catch (IOException e) {
      throw fault(place, e);
    }
    buffer.clear();
  }

  /** Ends the text, and puts the file in its place. */
  void done() {
    flush();
    if (aside == null) {
      return;
    }
    try {
      out.force(true);
      out.close();
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw fault(place, e);
    }
  }

  /** Lets go; what was not {@link #done} is taken away. */
  @Override
  public void close() {
    if (borrowed) {
      return; // Others print to it yet.
    }
    try {
      out.close();
      if (aside != null) {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw fault(place, e);
    }
  }
}
