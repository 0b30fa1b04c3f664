package dev.sextant.network;

import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.load.EdgeList;
import dev.sextant.records.GraphTable;
import dev.sextant.records.PairNotes;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A large file that is nothing but pairs of whole numbers, read by the kernels' own loader, a
 * hundred times as fast as a reader that has to look for everything. The result is the same as the
 * reader's, nodes in the same order and the same notes: what the file is, the reader itself says of
 * the file's beginning; whether it goes on so, every byte is looked at. Whatever is not wholly
 * plain is left to the reader, which says what is wrong and where.
 */
public final class PlainFile {
  /** Smaller files are read in a moment anyway. */
  private static final long SMALLEST = 1 << 20;

  /** Bytes of the beginning that the reader judges by, cut at a line's end. */
  private static final int BEGINNING = 1 << 18;

  /** Longer numbers are not ids that the loader holds; comments may have any. */
  private static final int MOST_DIGITS = 18;

  private final Path file;
  private final GraphTable beginning;
  private EdgeList.@Nullable Loaded loaded;

  private PlainFile(Path file, GraphTable beginning) {
    this.file = file;
    this.beginning = beginning;
  }

  /** Reads a small file as a reader does. */
  @FunctionalInterface
  public interface Reader {
    /** Reads. */
    GraphTable read(Path file) throws IOException;
  }

  /**
   * Looks whether a file is one.
   *
   * @param reader asked of the file's beginning, under the file's own name
   * @return nothing if it is not, or is small
   */
  public static @Nullable PlainFile of(Path file, Reader reader) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) < SMALLEST || !pairs(file)) {
      return null;
    }
    Path folder = Files.createTempDirectory("sextant-plain");
    Path part = folder.resolve(Objects.requireNonNull(file.getFileName()).toString());
    try {
      Files.write(part, beginning(file));
      GraphTable table = reader.read(part);
      return PairNotes.plain(table) ? new PlainFile(file, table) : null;
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(folder);
    }
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BEGINNING);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      return java.util.Arrays.copyOf(bytes, end);
    }
  }

  /* Where a line is: before it, in a comment, in the first number, after its zero, between, in the
   * second number, after its zero, after a carriage return. */
  private static final int START = 0;

  private static final int COMMENT = 1;
  private static final int FIRST = 2;
  private static final int FIRST_ZERO = 3;
  private static final int BETWEEN = 4;
  private static final int SECOND = 5;
  private static final int SECOND_ZERO = 6;
  private static final int RETURN = 7;

  /**
   * Whether all lines are comments or two whole numbers, written the shortest way, one separator.
   */
  private static boolean pairs(Path file) throws IOException {
    byte[] bytes = new byte[1 << 18];
    int state = START;
    int separator = -1;
    boolean begun = false;
    int digits = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int size; (size = in.read(bytes)) > 0; ) {
        for (int i = 0; i < size; i++) {
          int c = bytes[i];
          boolean digit = c >= '0' && c <= '9';
          digits = digit ? digits + 1 : 0;
          if (digits > MOST_DIGITS && state != COMMENT) {
            return false;
          }
          switch (state) {
            case START -> {
              // Comments in the middle, and empty lines, are for the reader to count.
              boolean comment = (c == '#' || c == '%') && !begun;
              if (!comment && !digit) {
                return false;
              }
              begun |= digit;
              state = comment ? COMMENT : c == '0' ? FIRST_ZERO : FIRST;
            }
            case COMMENT -> state = c == '\n' ? START : COMMENT;
            case FIRST, FIRST_ZERO -> {
              if (digit && state == FIRST) {
                continue;
              }
              separator = separator < 0 && (c == ' ' || c == '\t' || c == ',') ? c : separator;
              if (c != separator) {
                return false;
              }
              state = BETWEEN;
            }
            case BETWEEN -> {
              if (!digit) {
                return false;
              }
              state = c == '0' ? SECOND_ZERO : SECOND;
            }
            case SECOND, SECOND_ZERO -> {
              if (digit && state == SECOND) {
                continue;
              }
              if (c != '\n' && c != '\r') {
                return false;
              }
              state = c == '\n' ? START : RETURN;
            }
            default -> {
              if (c != '\n') {
                return false;
              }
              state = START;
            }
          }
        }
      }
    }
    return begun && (state == START || state == SECOND || state == SECOND_ZERO);
  }

  /** True if the file itself says that ties run one way. */
  public boolean saysDirected() {
    return beginning.saysDirected();
  }

  /** True if ties run one way, by the file's word or by what was deduced. */
  public boolean directed() {
    return beginning.directed();
  }

  /**
   * Loads it, without weights.
   *
   * @throws BadMeasuring {@code SX-NETWORK-GRAPH} if it is too large
   */
  public FileMeasures measures(boolean oneWay, Progress progress) throws IOException {
    EdgeList.Form form =
        EdgeList.Form.plain()
            .directed(oneWay)
            .with(EdgeList.Ids.FIRST_NAMED)
            .with(CsrBuilder.Loops.DROP);
    try {
      EdgeList.Loaded all =
          Kernels.run(
              progress,
              listener -> {
                try {
                  return EdgeList.read(file, form, listener);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      loaded = all;
      List<String> labels = new ArrayList<>(all.graph().nodes());
      for (int v = 0; v < all.graph().nodes(); v++) {
        labels.add(Long.toString(all.id(v)));
      }
      return FileMeasures.of(labels, all.graph(), all.loops(), all.merged());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What the reader would have told, a line each; known once {@link #measures} has run. */
  public List<String> notes() {
    EdgeList.Loaded all = Objects.requireNonNull(loaded, "not loaded yet");
    return PairNotes.of(beginning, all.given(), all.loops());
  }
}
