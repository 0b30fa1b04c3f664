package dev.sextant.kernels.load;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* The parser. Nearly all lines are "digits, separator, digits, line end" with ids below 10^7; they are
 * read eight bytes at a time: one test finds how many of the eight are digits, a shift throws the
 * others away, and three multiplications make a number of what is left. Every other line goes byte by
 * byte, where all rules are checked; both ways accept the same lines with the same meaning.
 *
 * Ids are kept as they are while they are ints; the first larger one makes all of them go through a
 * table that numbers them in order of appearance. Chunks of edges are never copied. */
final class EdgeLines {
  /** Fits the second-level cache beside the chunk that is being filled. */
  private static final int PIECE = 256 << 10;

  /** Bytes behind the last line that may be looked at. */
  private static final int MARGIN = 16;

  /** Bytes of the shortest line with an edge; at the file's end its line end may be absent. */
  private static final int SHORTEST = 4;

  /** Edges a chunk. */
  static final int CHUNK = 1 << 16;

  /** Largest id that may be a node's number. */
  private static final int MOST_DIRECT = Integer.MAX_VALUE - 32;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ZEROS = 0x3030303030303030L;
  private static final long OVER_NINE = 0x7676767676767676L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Powers of ten that doubles hold exactly. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final boolean weighted;
  private int headLines;
  private final List<int[]> fullEnds = new ArrayList<>();
  private final List<double[]> fullWeights = new ArrayList<>();
  private int[] ends = {};
  private double @Nullable [] weights;
  private int used;
  private int largest = -1;
  private @Nullable IdTable table;
  private long count; // edges
  private long lines; // lines behind us
  private long passedOver;
  private boolean endless; // within a comment that is longer than a piece
  private int[] loopIds = new int[16]; // of edges from a node to itself, while ids are kept
  private int loops;

  EdgeLines(EdgeList.Form form) {
    this.weighted = form.weighted();
    this.headLines = form.headLines();
  }

  /* Clearing memory for a full piece and chunk would take longer than reading a small file. */
  void readAll(MappedPieces pieces, Progress progress) throws IOException {
    int room = (int) Math.min(CHUNK, pieces.size() / SHORTEST + 1);
    ends = new int[2 * room];
    weights = weighted ? new double[room] : null;
    int most = (int) Math.min(PIECE, pieces.size() + 1);
    byte[] piece = new byte[most + MARGIN];
    int kept = 0; // of a line that goes on in the next piece
    for (int read; (read = pieces.next(piece, kept, most - kept)) > 0; ) {
      int end = kept + read;
      int stop = end;
      while (stop > kept && piece[stop - 1] != '\n') {
        stop--;
      }
      if (stop == kept) {
        kept = unfinished(piece, end);
      } else {
        parse(piece, stop);
        kept = end - stop;
        System.arraycopy(piece, stop, piece, 0, kept);
      }
      progress.step(pieces.position(), pieces.size());
    }
    if (kept > 0 || endless) {
      piece[kept] = '\n';
      parse(piece, kept + 1);
    }
  }

  /** A piece in which no line ends; answers how much of it to keep. */
  private int unfinished(byte[] piece, int end) {
    int p = 0;
    while (p < end && blank(piece[p])) {
      p++;
    }
    endless |= p < end && comment(piece[p]);
    if (endless) {
      return 0;
    }
    if (end == PIECE) {
      throw bad("is longer than " + PIECE + " bytes");
    }
    return end;
  }

  private void parse(byte[] b, int stop) {
    int p = 0;
    if (endless) {
      endless = false;
      p = after(b, 0);
      lines++;
      passedOver++;
    }
    while (p < stop && headLines > 0) {
      p = anyLine(b, p);
    }
    if (weighted || table != null) {
      while (p < stop) {
        p = anyLine(b, p);
      }
      return;
    }
    int[] ends = this.ends;
    int used = this.used;
    int most = largest;
    int before = used;
    while (p < stop) {
      long one = (long) EIGHT.get(b, p) ^ ZEROS;
      int digits = Long.numberOfTrailingZeros(((one + OVER_NINE) | one) & HIGH_BITS) >>> 3;
      int q = p + digits;
      byte between = b[q];
      long two = (long) EIGHT.get(b, q + 1) ^ ZEROS;
      int digitsTwo = Long.numberOfTrailingZeros(((two + OVER_NINE) | two) & HIGH_BITS) >>> 3;
      int end = q + 1 + digitsTwo;
      boolean plain =
          digits > 0 && digitsTwo > 0 && (between == ' ' || between == '\t' || between == ',');
      int next = b[end] == '\n' ? end + 1 : b[end] == '\r' && b[end + 1] == '\n' ? end + 2 : 0;
      if (plain && next > 0) {
        int u = number(one << (64 - 8 * digits));
        int v = number(two << (64 - 8 * digitsTwo));
        most = Math.max(most, Math.max(u, v));
        if (u == v) {
          loop(u);
        }
        if (2 * used == ends.length) {
          count += used - before;
          lines += used - before;
          this.used = used;
          fullChunk();
          ends = this.ends;
          used = 0;
          before = 0;
        }
        ends[2 * used] = u;
        ends[2 * used + 1] = v;
        used++;
        p = next;
      } else {
        count += used - before;
        lines += used - before;
        this.used = used;
        largest = most;
        p = anyLine(b, p);
        if (table != null) {
          parseRest(b, p, stop);
          return;
        }
        ends = this.ends;
        used = this.used;
        before = used;
        most = largest;
      }
    }
    count += used - before;
    lines += used - before;
    this.used = used;
    largest = most;
  }

  private void parseRest(byte[] b, int from, int stop) {
    int p = from;
    while (p < stop) {
      p = anyLine(b, p);
    }
  }

  /* Digits of a number, the first in the lowest byte, right-aligned, zeros before them: neighbours are
   * joined to pairs, pairs to fours, fours to eight. */
  private static int number(long digits) {
    long pairs = digits * 10 + (digits >>> 8);
    return (int)
        ((((pairs & 0x000000FF000000FFL) * 0x000F424000000064L)
                + (((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L))
            >>> 32);
  }

  /** Reads one line by all rules; answers where the next begins. */
  private int anyLine(byte[] b, int from) {
    int p = from;
    while (blank(b[p])) {
      p++;
    }
    if (b[p] == '\n' || b[p] == '\r' || comment(b[p])) {
      passedOver++;
      lines++;
      return after(b, p);
    }
    if (headLines > 0) {
      headLines--;
      passedOver++;
      lines++;
      return after(b, p);
    }
    int stop = digits(b, p, from);
    long u = id(b, p, stop);
    p = separated(b, stop, from);
    stop = digits(b, p, from);
    long v = id(b, p, stop);
    double weight = 1;
    if (weighted) {
      p = separated(b, stop, from);
      stop = word(b, p);
      weight = weight(b, p, stop);
    }
    if (!blank(b[stop]) && b[stop] != ',' && b[stop] != '\n' && b[stop] != '\r') {
      throw bad("has something that is no number at column " + (stop - from + 1));
    }
    edge(u, v, weight);
    lines++;
    return after(b, stop);
  }

  private static boolean blank(byte c) {
    return c == ' ' || c == '\t';
  }

  private static boolean comment(byte c) {
    return c == '#' || c == '%';
  }

  /** Where the line behind a place begins; every line of a piece ends in it. */
  private static int after(byte[] b, int from) {
    int p = from;
    while (b[p] != '\n') {
      p++;
    }
    return p + 1;
  }

  private int digits(byte[] b, int from, int start) {
    int p = from;
    while (b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    if (p == from) {
      throw bad("has no id at column " + (from - start + 1));
    }
    return p;
  }

  private static int word(byte[] b, int from) {
    int p = from;
    while (!blank(b[p]) && b[p] != ',' && b[p] != '\n' && b[p] != '\r') {
      p++;
    }
    return p;
  }

  private int separated(byte[] b, int from, int start) {
    int p = from;
    while (blank(b[p])) {
      p++;
    }
    if (b[p] == ',') {
      p++;
    }
    while (blank(b[p])) {
      p++;
    }
    if (p == from) {
      throw bad("has no separator at column " + (from - start + 1));
    }
    return p;
  }

  private long id(byte[] b, int from, int stop) {
    long value = 0;
    for (int p = from; p < stop; p++) {
      int digit = b[p] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        throw bad("has an id above " + Long.MAX_VALUE);
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private double weight(byte[] b, int from, int stop) {
    double value = decimal(b, from, stop);
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw bad("has no weight that is a finite number above 0");
    }
    return value;
  }

  /* Up to 15 digits and a power of ten up to 22 are exact doubles, and dividing two exact doubles
   * rounds once: the quotient is the nearest double, as the JDK's slower reader finds it too. */
  private double decimal(byte[] b, int from, int stop) {
    long digits = 0;
    int seen = 0;
    int point = -1;
    for (int p = from; p < stop; p++) {
      byte c = b[p];
      if (c >= '0' && c <= '9' && seen < 15) {
        digits = 10 * digits + (c - '0');
        seen++;
      } else if (c == '.' && point < 0) {
        point = p;
      } else {
        return slowDecimal(b, from, stop);
      }
    }
    if (seen == 0) {
      throw bad("has no weight");
    }
    return point < 0 ? digits : digits / TENS[stop - point - 1];
  }

  private double slowDecimal(byte[] b, int from, int stop) {
    for (int p = from; p < stop; p++) {
      if ("0123456789.eE+-".indexOf(b[p]) < 0) {
        throw bad("has a weight that is no number");
      }
    }
    try {
      return Double.parseDouble(new String(b, from, stop - from, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      BadGraph fault = bad("has a weight that is no number");
      fault.initCause(e);
      throw fault;
    }
  }

  private void edge(long u, long v, double weight) {
    if (table == null && Math.max(u, v) > MOST_DIRECT) {
      number();
    }
    if (2 * used == ends.length) {
      fullChunk();
    }
    IdTable numbers = table;
    int from = numbers == null ? (int) u : numbers.number(u);
    int to = numbers == null ? (int) v : numbers.number(v);
    if (numbers == null) {
      largest = Math.max(largest, Math.max(from, to));
      if (from == to) {
        loop(from);
      }
    }
    ends[2 * used] = from;
    ends[2 * used + 1] = to;
    if (weights != null) {
      weights[used] = weight;
    }
    used++;
    count++;
  }

  private void loop(int id) {
    if (loops == loopIds.length) {
      loopIds = Arrays.copyOf(loopIds, 2 * loops);
    }
    loopIds[loops++] = id;
  }

  private void fullChunk() {
    fullEnds.add(ends);
    ends = new int[2 * CHUNK];
    if (weights != null) {
      fullWeights.add(weights);
      weights = new double[CHUNK];
    }
    used = 0;
  }

  /** From now on ids are numbered in order of appearance; so are those that came before. */
  void number() {
    IdTable numbers = new IdTable();
    for (int c = 0; c < chunks(); c++) {
      int[] chunk = ends(c);
      for (int i = 0; i < 2 * edges(c); i++) {
        chunk[i] = numbers.number(chunk[i]);
      }
    }
    table = numbers;
  }

  private BadGraph bad(String what) {
    return new BadGraph("line " + (lines + 1) + " " + what);
  }

  int chunks() {
    return fullEnds.size() + 1;
  }

  int[] ends(int chunk) {
    return chunk < fullEnds.size() ? fullEnds.get(chunk) : ends;
  }

  double @Nullable [] weights(int chunk) {
    return chunk < fullWeights.size() ? fullWeights.get(chunk) : weights;
  }

  int edges(int chunk) {
    return chunk < fullEnds.size() ? CHUNK : used;
  }

  /** The numbering of the ids, or null if every id is its own number. */
  @Nullable IdTable table() {
    return table;
  }

  int largest() {
    return largest;
  }

  int[] loopIds() {
    return Arrays.copyOf(loopIds, loops);
  }

  long count() {
    return count;
  }

  long lines() {
    return lines;
  }

  long passedOver() {
    return passedOver;
  }
}
