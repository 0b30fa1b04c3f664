package dev.sextant.records.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* Which language a text is in, by three letters at a time, from lingua's models (Apache-2.0; Common
 * Crawl news by the Wortschatz project of Leipzig).
 *
 * lingua's own detector takes 70 microseconds a post, more than everything else that is done to one on
 * its way in; it looks every piece up in a map of its own for each language. Here all languages stand in
 * one table: a row of bytes for each triple of letters, the cost of that triple in each language in
 * tenths of a nat (-ln p), so that a triple is one look and one pass over a row. What a language's
 * model has not seen costs what its two letters cost and a penalty, then what one letter costs.
 * About 2 microseconds a post; a test holds it to lingua's own answers.
 *
 * The costs of a text are not independent (triples overlap), so the posterior is flattened before it is
 * called a confidence. */
final class Trigrams {
  /** Costs in a byte: steps of 0.1 nat, at most 25.5. */
  private static final float STEP = 0.1f;

  private static final int MOST = 255;

  /** What a step down to two letters or one costs besides, in nats. */
  private static final float BACKING_OFF = 2.5f;

  /** Triples overlap by two letters: their costs count for a third each of what is new. */
  private static final double FLATTENING = 3;

  private final List<String> codes;
  private final int languages;
  private long[] keys = new long[1 << 20];
  private int[] rows = new int[1 << 20];
  private byte[] costs;
  private int used;

  private Trigrams(List<String> codes) {
    this.codes = List.copyOf(codes);
    this.languages = codes.size();
    this.costs = new byte[languages << 17];
    Arrays.fill(keys, -1);
  }

  /** Reads the models of some languages; takes a moment. */
  static Trigrams of(List<String> codes) {
    Trigrams out = new Trigrams(codes);
    try {
      for (int length = 1; length <= 3; length++) {
        for (int language = 0; language < codes.size(); language++) {
          out.load(language, length);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the language models cannot be read", e);
    }
    out.fill();
    return out;
  }

  /* {"language":"ENGLISH","ngrams":{"3553/58397":"cca ...", ...}}: each share with the pieces that have
   * it. The resource is ours; it is read by its marks. */
  private void load(int language, int length) throws IOException {
    String name = List.of("unigrams", "bigrams", "trigrams").get(length - 1);
    String path = "/language-models/" + codes.get(language) + "/" + name + ".json";
    try (InputStream in = Trigrams.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("no model at " + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int at = text.indexOf("\"ngrams\":{") + "\"ngrams\":{".length();
      while (text.charAt(at) == '"' || text.charAt(at) == ',') {
        int from = text.indexOf('"', at) + 1;
        int slash = text.indexOf('/', from);
        int end = text.indexOf('"', slash);
        double share =
            Double.parseDouble(text.substring(from, slash))
                / Double.parseDouble(text.substring(slash + 1, end));
        int pieces = text.indexOf('"', end + 1) + 1;
        int close = text.indexOf('"', pieces);
        for (String piece : text.substring(pieces, close).split(" ")) {
          if (piece.length() == length) {
            set(key(piece, 0, length), language, -Math.log(share));
          }
        }
        at = close + 1;
      }
    }
  }

  private static long key(CharSequence text, int from, int length) {
    long key = 0;
    for (int i = 0; i < length; i++) {
      key = key << 16 | text.charAt(from + i);
    }
    return key << 2 | length;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }

  /* The row of a key, or -1. */
  private int find(long key) {
    int mask = keys.length - 1;
    for (int at = slot(key, mask); keys[at] != -1; at = at + 1 & mask) {
      if (keys[at] == key) {
        return rows[at];
      }
    }
    return -1;
  }

  private void set(long key, int language, double cost) {
    int row = find(key);
    if (row < 0) {
      row = used++;
      if ((long) used * languages > costs.length) {
        costs = Arrays.copyOf(costs, costs.length * 2);
      }
      if (used * 2L > keys.length) {
        grow();
      }
      put(key, row);
    }
    costs[row * languages + language] = (byte) Math.clamp(Math.round(cost / STEP), 1, MOST);
  }

  private void put(long key, int row) {
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (keys[at] != -1) {
      at = at + 1 & mask;
    }
    keys[at] = key;
    rows[at] = row;
  }

  private void grow() {
    long[] before = keys;
    int[] places = rows;
    keys = new long[before.length * 2];
    rows = new int[before.length * 2];
    Arrays.fill(keys, -1);
    for (int i = 0; i < before.length; i++) {
      if (before[i] != -1) {
        put(before[i], places[i]);
      }
    }
  }

  /* Zero is "not seen": every row gets, for those languages, what the shorter pieces cost. Shorter
   * pieces first, since the longer ones look at them. */
  private void fill() {
    long[] order = Arrays.stream(keys).filter(k -> k != -1).toArray();
    for (int length = 1; length <= 3; length++) {
      for (long key : order) {
        if ((key & 3) != length) {
          continue;
        }
        int row = find(key) * languages;
        int shorter = length == 1 ? -1 : find((key >>> 18) << 2 | length - 1);
        int tail = length == 1 ? -1 : find((key >>> 2 & mask(length - 1)) << 2 | length - 1);
        for (int language = 0; language < languages; language++) {
          if (costs[row + language] == 0) {
            costs[row + language] = (byte) backedOff(shorter, tail, language);
          }
        }
      }
    }
  }

  private static long mask(int length) {
    return (1L << 16 * length) - 1;
  }

  private int backedOff(int head, int tail, int language) {
    int one = head < 0 ? MOST : costs[head * languages + language] & 0xff;
    int other = tail < 0 ? MOST : costs[tail * languages + language] & 0xff;
    return Math.min(MOST, Math.max(one, other) + Math.round(BACKING_OFF / STEP));
  }

  /**
   * What words cost, for who asks about many texts of people who say the same words again. A word
   * and its costs lie in one stretch of one array, found by one place of a table: a dozen words are
   * looked up a message, and each place of memory that is in no near cache costs as much as a
   * triple.
   */
  static final class Memory {
    private static final int MOST_WORDS = 20_000;

    /** So that a word's costs, at most 280 tenths of a nat for each of its triples, fit a short. */
    private static final int LONGEST_WORD = 32;

    private static final int PLACES = 1 << 16;

    /** Hash in the high half, place of the stretch and one in the low half; 0 where nothing is. */
    private final long[] table = new long[PLACES];

    /** Stretches: the word's length, its letters, its costs. */
    private short[] stretches = new short[1 << 16];

    private int used;
    private int known;

    /* Where the costs of a word stand, or -1 if it is not known. */
    private int find(CharSequence text, int from, int to, int hash) {
      for (int slot = hash >>> 16; table[slot] != 0; slot = slot + 1 & PLACES - 1) {
        int at = (int) table[slot] - 1;
        if ((int) (table[slot] >>> 32) == hash && same(text, from, to, at)) {
          return at + 1 + to - from;
        }
      }
      return -1;
    }

    private boolean same(CharSequence text, int from, int to, int at) {
      if (stretches[at] != to - from) {
        return false;
      }
      for (int i = from; i < to; i++) {
        if ((char) stretches[++at] != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private static int hash(CharSequence text, int from, int to) {
      int hash = to - from;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + text.charAt(i);
      }
      return hash * 0x9E3779B9; // Spreads what differs in the last letters only.
    }

    private void keep(CharSequence text, int from, int to, int hash, int[] costs) {
      if (known >= MOST_WORDS) {
        Arrays.fill(table, 0);
        used = 0;
        known = 0;
      }
      int more = 1 + to - from + costs.length;
      if (stretches.length < used + more) {
        stretches = Arrays.copyOf(stretches, 2 * stretches.length);
      }
      int slot = hash >>> 16;
      while (table[slot] != 0) {
        slot = slot + 1 & PLACES - 1;
      }
      table[slot] = (long) hash << 32 | used + 1;
      stretches[used++] = (short) (to - from);
      for (int i = from; i < to; i++) {
        stretches[used++] = (short) text.charAt(i);
      }
      for (int cost : costs) {
        stretches[used++] = (short) cost;
      }
      known++;
    }
  }

  /**
   * How likely each language is.
   *
   * @param text small letters, whatever else between them
   * @return one share a language in the order of the codes, adding up to 1; all 0 if no three
   *     letters follow each other
   */
  double[] shares(CharSequence text) {
    return shares(text, null);
  }

  /** As {@link #shares(CharSequence)}, asking the memory first. */
  double[] shares(CharSequence text, @Nullable Memory memory) {
    int[] sums = new int[languages + 1];
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && Character.isLetter(text.charAt(to))) {
        to++;
      }
      if (to - from >= 3) {
        word(text, from, to, sums, memory);
      }
      from = to + 1;
    }
    return shares(sums);
  }

  private void word(CharSequence text, int from, int to, int[] sums, @Nullable Memory memory) {
    if (memory == null || to - from > Memory.LONGEST_WORD) {
      add(text, from, to, sums);
      return;
    }
    int hash = Memory.hash(text, from, to);
    int at = memory.find(text, from, to, hash);
    if (at >= 0) {
      short[] costs = memory.stretches;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += costs[at + i];
      }
      return;
    }
    int[] made = new int[languages + 1];
    add(text, from, to, made);
    memory.keep(text, from, to, hash, made);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += made[i];
    }
  }

  /* The last sum counts how many triples were known at all. */
  private void add(CharSequence text, int from, int to, int[] sums) {
    for (int at = from; at + 3 <= to; at++) {
      sums[languages] += add(text, at, sums) ? 1 : 0;
    }
  }

  private double[] shares(int[] sums) {
    double[] shares = new double[languages];
    if (sums[languages] == 0) {
      return shares;
    }
    int least = sums[0];
    for (int language = 1; language < languages; language++) {
      least = Math.min(least, sums[language]);
    }
    double all = 0;
    for (int language = 0; language < languages; language++) {
      shares[language] = Math.exp((least - sums[language]) * STEP / FLATTENING);
      all += shares[language];
    }
    for (int language = 0; language < languages; language++) {
      shares[language] /= all;
    }
    return shares;
  }

  /* Adds what three letters cost in each language; false if nobody has ever seen two of them. */
  private boolean add(CharSequence text, int from, int[] sums) {
    int row = find(key(text, from, 3));
    int more = 0;
    if (row < 0) {
      row = find(key(text, from + 1, 2));
      more = Math.round(BACKING_OFF / STEP);
    }
    if (row < 0) {
      return false;
    }
    int at = row * languages;
    for (int language = 0; language < languages; language++) {
      sums[language] += (costs[at + language] & 0xff) + more;
    }
    return true;
  }
}
