package dev.sextant.ledger.journal;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.disk.Durable;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/* Mechanism. The journal is a list of segment files, each named by the index of its first entry. A
 * segment holds frames; a frame holds the entries of one group commit, with a checksum over its
 * header and a SHA-256 over the whole. One frame is written and forced before the next is begun and
 * before its entries are acknowledged. Hence:
 *  - a frame that is cut short or does not check, with nothing valid after it, was never
 *    acknowledged: it is the torn tail of a crash, and is cut back;
 *  - a frame that does not check with a valid frame, or a further segment, after it was acknowledged
 *    once: that is damage, and nothing is cut;
 *  - the last acknowledged frame, with nothing after it, could be taken for a torn tail. So the
 *    number of acknowledged entries is also kept in the mark, written (not forced) after the force
 *    and before the answer. It outlives kill -9 exactly; after a power cut it may be older, never
 *    newer, than the truth. Fewer entries than the mark says is damage.
 * The journal is needed only for entries that published tiles do not hold; a segment wholly below a
 * published checkpoint is removed.
 *
 * RandomAccessFile and not FileChannel, because an interrupt would close a channel under all who
 * share the commit. */
/**
 * The write-ahead journal of one log. Not for several processes; the folder's lock sees to that.
 */
public final class Journal implements Closeable {
  /** Receives what the journal holds beyond the published tree. */
  @FunctionalInterface
  public interface Replay {
    /** One entry, in order of index. */
    void entry(long index, byte[] entry) throws IOException;
  }

  /**
   * A segment longer than this is closed at the next checkpoint: small enough to reread at once.
   */
  private static final long ROLL_BYTES = 4L << 20;

  private final Path folder;
  private final Mark mark;
  private final List<Long> bases = new ArrayList<>();
  private RandomAccessFile segment;
  private long next;

  private Journal(Path folder, Mark mark, RandomAccessFile segment) {
    this.folder = folder;
    this.mark = mark;
    this.segment = segment;
  }

  /**
   * Opens or creates a journal and replays what it holds from an index on. A torn tail is cut back.
   *
   * @param from entries of the published tree
   * @throws LedgerFault.Damaged if an acknowledged entry is missing or altered; nothing is changed
   */
  public static Journal open(Path folder, long from, Replay replay) throws IOException {
    Durable.makeFolder(folder);
    List<Long> found = segments(folder);
    Mark mark = Mark.open(folder.resolve("acknowledged"));
    @Nullable RandomAccessFile last = null;
    try {
      long next = from;
      boolean first = true;
      for (int i = 0; i < found.size(); i++) {
        if (last != null) {
          last.close();
        }
        long base = found.get(i);
        Path file = path(folder, base);
        // A journal that ends below the published size has lost nothing: the tiles hold it.
        boolean skipped = next < from && base == from;
        if (first ? base > from : base != next && !skipped) {
          throw new LedgerFault.Damaged(
              "the journal has a gap", file.getFileName().toString(), "expected " + next);
        }
        last = new RandomAccessFile(file.toFile(), "rw");
        SegmentReader reader = new SegmentReader(file.getFileName().toString(), last, base);
        next = reader.replay(from, replay);
        first = false;
        boolean tail = i == found.size() - 1;
        if (reader.torn()
            && (!tail || Math.max(next, from) < mark.count() || reader.validFrameFollows())) {
          throw new LedgerFault.Damaged(
              "acknowledged entries do not check",
              file.getFileName() + " byte " + reader.goodBytes(),
              "from entry " + next);
        }
        if (tail) {
          last.setLength(reader.goodBytes());
          last.seek(reader.goodBytes());
          // Whole frames of the last moment may be in memory only; they are kept, so make them
          // stay.
          last.getFD().sync();
        }
      }
      long end = Math.max(next, from);
      if (end < mark.count()) {
        throw new LedgerFault.Damaged(
            "acknowledged entries are missing", "journal", end + " of " + mark.count());
      }
      if (last == null || next < from) {
        if (last != null) {
          last.close();
        }
        last = create(folder, from);
        found.add(from);
      }
      Journal journal = new Journal(folder, mark, last);
      journal.bases.addAll(found);
      journal.next = end;
      return journal;
    } catch (IOException | RuntimeException e) {
      mark.close();
      if (last != null) {
        last.close();
      }
      throw e;
    }
  }

  private static List<Long> segments(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Long> bases = new ArrayList<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{19}"))
          .map(Long::parseLong)
          .sorted()
          .forEach(bases::add);
      return bases;
    }
  }

  /** Whether a folder holds journal segments. */
  public static boolean exists(Path folder) throws IOException {
    return Files.isDirectory(folder) && !segments(folder).isEmpty();
  }

  private static Path path(Path folder, long base) {
    return folder.resolve(String.format(Locale.ROOT, "%019d", base));
  }

  private static RandomAccessFile create(Path folder, long base) throws IOException {
    Path file = path(folder, base);
    Durable.replace(file, Frame.segmentHeader(base));
    RandomAccessFile segment = new RandomAccessFile(file.toFile(), "rw");
    segment.seek(Frame.SEGMENT_HEADER_BYTES);
    return segment;
  }

  /** The index of the next entry. */
  public synchronized long next() {
    return next;
  }

  /**
   * Writes entries as one frame and forces it to disk.
   *
   * @return the index of the first of them
   */
  public synchronized long append(List<byte[]> entries) throws IOException {
    long first = next;
    ByteBuffer frame = Frame.encode(first, entries);
    segment.write(frame.array(), 0, frame.limit());
    segment.getFD().sync();
    next = first + entries.size();
    mark.write(next);
    return first;
  }

  /** Begins a new segment if the present one has grown enough. */
  public synchronized void roll() throws IOException {
    if (segment.length() < ROLL_BYTES) {
      return;
    }
    RandomAccessFile fresh = create(folder, next);
    segment.close();
    segment = fresh;
    bases.add(next);
  }

  /** Removes the segments that hold only entries below a published size. */
  public synchronized void drop(long published) throws IOException {
    while (bases.size() > 1 && bases.get(1) <= published) {
      Durable.remove(path(folder, bases.getFirst()));
      bases.removeFirst();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try (mark) {
      segment.close();
    }
  }
}
