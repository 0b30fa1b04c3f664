package dev.sextant.kernels.load;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Graphs in files that open at the speed of memory.
 *
 * <p>What: a head of 64 bytes with name, version, counts and checksums, then row starts, rows and
 * weights exactly as they lie in memory, little-endian, each section beginning at a multiple of 64
 * bytes; {@code docs/formats/csr.md} has every byte. Opening copies the sections from a mapping of
 * the file into the graph's own arrays: there is nothing to parse. Equal graphs give equal files.
 * Checksums are CRC-32C (G. Castagnoli et al. 1993, doi:10.1109/26.231911), which processors
 * compute themselves; they find damage, not forgery. Cost: O(n + m), about as long as copying 4 n +
 * 8 m bytes for n nodes and m undirected edges (24 m with weights) twice with the check, once
 * without. Deterministic. No seed.
 *
 * <p>When ties are missing: they are missing here too.
 */
public final class CsrFile {
  /** What opening verifies. The head and its checksum are verified always. */
  public enum Check {
    /** The sections' checksums: any damage is found. */
    CHECKSUMS,
    /** Checksums, and that rows are sorted, in range and symmetric: for files of unknown makers. */
    ALL,
    /** Nothing: for files just written by the same program. */
    NOTHING
  }

  static final int HEAD = 64;

  /** "SXCSR", a line end that text transfers change, and a byte that ends text. */
  static final long MAGIC = 0x1A0A_0D52_5343_5853L; // 'S' 'X' 'C' 'S' 'R' CR LF SUB, lowest first

  static final int VERSION = 1;
  static final int DIRECTED = 1;
  static final int WEIGHTED = 2;

  /** Bytes that are copied, checked and reported at a time. */
  private static final int PIECE = 1 << 20;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private CsrFile() {}

  /**
   * Writes a graph. The file appears whole or not at all: it is written beside its place and then
   * moved there.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Csr graph, Path file, Progress progress) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".csr", ".part");
    try {
      Sections sections = Sections.of(graph);
      try (FileChannel channel =
              FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE);
          Arena arena = Arena.ofConfined()) {
        MemorySegment bytes =
            channel.map(FileChannel.MapMode.READ_WRITE, 0, sections.size(), arena);
        int[] checks = new int[3];
        Steps steps = new Steps(progress, sections.size());
        int[] offsets = graph.sharedOffsets();
        int[] targets = graph.sharedTargets();
        double[] weights = graph.sharedWeights();
        checks[0] = put(offsets, bytes, sections.offsetsAt(), steps);
        checks[1] = put(targets, bytes, sections.targetsAt(), steps);
        checks[2] = weights == null ? 0 : put(weights, bytes, sections.weightsAt(), steps);
        MemorySegment.copy(MemorySegment.ofArray(sections.head(checks)), 0, bytes, 0, HEAD);
        bytes.force();
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** {@link #open(Path, Check, Progress)} with checksums. */
  public static Csr open(Path file) throws IOException {
    return open(file, Check.CHECKSUMS, Progress.silent());
  }

  /**
   * Reads a graph.
   *
   * @throws BadGraph if the file is no such graph, is of another version, is cut off or damaged;
   *     says which
   * @throws IOException if it cannot be read
   */
  public static Csr open(Path file, Check check, Progress progress) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      long size = channel.size();
      ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
      while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
        // goes on until the head is full or the file ends
      }
      Sections sections = Sections.parse(head.flip(), size);
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      Steps steps = new Steps(progress, size);
      boolean sums = check != Check.NOTHING;
      int[] offsets = new int[sections.nodes() + 1];
      int[] targets = new int[sections.arcs()];
      double[] weights = sections.weighted() ? new double[sections.arcs()] : null;
      get(bytes, sections.offsetsAt(), offsets, sums ? sections.check(0) : null, steps);
      get(bytes, sections.targetsAt(), targets, sums ? sections.check(1) : null, steps);
      if (weights != null) {
        get(bytes, sections.weightsAt(), weights, sums ? sections.check(2) : null, steps);
      }
      return check == Check.ALL
          ? Csr.ofRows(offsets, targets, weights, sections.directed())
          : Csr.ofTrustedRows(offsets, targets, weights, sections.directed(), sections.loops());
    } catch (InternalError e) {
      // What a mapping does when another program has cut the file.
      throw new IOException("the file became shorter while it was read", e);
    }
  }

  private static int put(int[] values, MemorySegment bytes, long at, Steps steps) {
    MemorySegment section = bytes.asSlice(at, 4L * values.length);
    for (int from = 0; from < values.length; from += PIECE / 4) {
      int count = Math.min(PIECE / 4, values.length - from);
      MemorySegment.copy(values, from, section, INT, 4L * from, count);
      steps.add(4L * count);
    }
    return sum(section);
  }

  private static int put(double[] values, MemorySegment bytes, long at, Steps steps) {
    MemorySegment section = bytes.asSlice(at, 8L * values.length);
    for (int from = 0; from < values.length; from += PIECE / 8) {
      int count = Math.min(PIECE / 8, values.length - from);
      MemorySegment.copy(values, from, section, DOUBLE, 8L * from, count);
      steps.add(8L * count);
    }
    return sum(section);
  }

  private static void get(
      MemorySegment bytes, long at, int[] values, @Nullable Integer check, Steps steps) {
    MemorySegment section = bytes.asSlice(at, 4L * values.length);
    CRC32C crc = new CRC32C();
    for (int from = 0; from < values.length; from += PIECE / 4) {
      int count = Math.min(PIECE / 4, values.length - from);
      // The checksum first: it brings the bytes into the cache for the copy.
      if (check != null) {
        crc.update(section.asSlice(4L * from, 4L * count).asByteBuffer());
      }
      MemorySegment.copy(section, INT, 4L * from, values, from, count);
      steps.add(4L * count);
    }
    verify(check, crc);
  }

  private static void get(
      MemorySegment bytes, long at, double[] values, @Nullable Integer check, Steps steps) {
    MemorySegment section = bytes.asSlice(at, 8L * values.length);
    CRC32C crc = new CRC32C();
    for (int from = 0; from < values.length; from += PIECE / 8) {
      int count = Math.min(PIECE / 8, values.length - from);
      if (check != null) {
        crc.update(section.asSlice(8L * from, 8L * count).asByteBuffer());
      }
      MemorySegment.copy(section, DOUBLE, 8L * from, values, from, count);
      steps.add(8L * count);
    }
    verify(check, crc);
  }

  private static void verify(@Nullable Integer check, CRC32C crc) {
    if (check != null && check != (int) crc.getValue()) {
      throw new BadGraph(
          String.format(
              "the file is damaged: a section's checksum is %08x, its head says %08x",
              (int) crc.getValue(), check));
    }
  }

  private static int sum(MemorySegment section) {
    CRC32C crc = new CRC32C();
    for (long from = 0; from < section.byteSize(); from += PIECE) {
      long count = Math.min(PIECE, section.byteSize() - from);
      crc.update(section.asSlice(from, count).asByteBuffer());
    }
    return (int) crc.getValue();
  }

  /** Bytes done. */
  private static final class Steps {
    private final Progress progress;
    private final long total;
    private long done;

    Steps(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    void add(long bytes) {
      done += bytes;
      progress.step(done, total);
    }
  }
}
