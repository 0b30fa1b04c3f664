package dev.sextant.linkage.handle;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Nicknames;

/**
 * How much of one handle comes back in another, in bits. The runs that both share are chained in
 * order; each is worth its surprisal, each stretch between them costs what it takes to explain it:
 *
 * <ul>
 *   <li>a stretch that only one has (a given name dropped, an office added) costs little, office
 *       words next to nothing: people shorten and adorn their names;
 *   <li>a stretch where the two have different things costs up to {@value #CLASH} bits, as much as
 *       the smaller of the two says: one person seldom goes by two different given names;
 *   <li>an initial for a name and a familiar form for a given name cost about as little as a drop;
 *   <li>an end of a run that is inside a word in both is likely chance and costs {@value #ADRIFT}
 *       bits, one that is inside a word in one of them 1 bit.
 * </ul>
 *
 * <p>So the total is about log2 of P(second handle | same person, first handle) / P(second handle |
 * another person): copied characters are free under the first and cost their surprisal under the
 * second. The costs are reasoned, not fitted: a person drops or adds a part in about one account of
 * four (2 bits), and contradicts it in about one of sixty (6 bits).
 *
 * <p>O(runs squared), about 10 runs for two handles. An instance keeps its working space and is for
 * one thread.
 */
public final class HandleChain {
  private static final int CLASH = 6;
  private static final int ADRIFT = 4;

  private static final int MAX_RUNS = 64;

  private final Nicknames nicknames;
  private final int[] aFrom = new int[MAX_RUNS];
  private final int[] bFrom = new int[MAX_RUNS];
  private final int[] length = new int[MAX_RUNS];
  private final int[] best = new int[MAX_RUNS];

  /** A chain that knows which given names go together. */
  public HandleChain(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /**
   * The evidence of two handles.
   *
   * @return 1/65536 bits; below 0 where they share nothing and differ; symmetric
   */
  public int evidence(HandleText a, HandleText b) {
    /* Overlapping runs are trimmed at their front, which is not the same seen from the other side where
     * runs overlap in one text only: one order for both. */
    int order = a.plain.compareTo(b.plain);
    if (order > 0 || order == 0 && a.whole.compareTo(b.whole) > 0) {
      return evidence(b, a);
    }
    int runs = runs(a, b);
    int m = a.plain.length();
    int n = b.plain.length();
    int top = -gap(a, 0, m, b, 0, n);
    for (int k = 0; k < runs; k++) {
      int whole = worth(a, aFrom[k], b, bFrom[k], length[k]);
      best[k] = whole - gap(a, 0, aFrom[k], b, 0, bFrom[k]);
      for (int p = 0; p < k; p++) {
        int over =
            Math.max(0, Math.max(aFrom[p] + length[p] - aFrom[k], bFrom[p] + length[p] - bFrom[k]));
        if (aFrom[p] < aFrom[k] && bFrom[p] < bFrom[k] && over < length[k]) {
          int from = aFrom[k] + over;
          int to = bFrom[k] + over;
          int worth = over == 0 ? whole : worth(a, from, b, to, length[k] - over);
          best[k] =
              Math.max(
                  best[k],
                  best[p]
                      + worth
                      - gap(a, aFrom[p] + length[p], from, b, bFrom[p] + length[p], to));
        }
      }
      top = Math.max(top, best[k] - gap(a, aFrom[k] + length[k], m, b, bFrom[k] + length[k], n));
    }
    return top;
  }

  private int runs(HandleText a, HandleText b) {
    int runs = 0;
    int m = a.plain.length();
    int n = b.plain.length();
    for (int i = 0; i < m; i++) {
      char c = a.plain.charAt(i);
      for (int j = 0; j < n; j++) {
        if (c != b.plain.charAt(j)
            || i > 0 && j > 0 && a.plain.charAt(i - 1) == b.plain.charAt(j - 1)) {
          continue;
        }
        int run = 1;
        while (i + run < m && j + run < n && a.plain.charAt(i + run) == b.plain.charAt(j + run)) {
          run++;
        }
        boolean initial = a.edge(i) && b.edge(j);
        if ((run >= 3 || run == 2 && (initial || a.edge(i + 2) && b.edge(j + 2)) || initial)
            && runs < MAX_RUNS) {
          aFrom[runs] = i;
          bFrom[runs] = j;
          length[runs++] = run;
        }
      }
    }
    return runs;
  }

  private static int worth(HandleText a, int i, HandleText b, int j, int run) {
    int adrift = adrift(a, i, b, j) + adrift(a, i + run, b, j + run);
    return Math.min(worth(a, i, i + run), worth(b, j, j + run)) - adrift;
  }

  /* An end of a run that is an end of a word in neither handle cuts two words: chance, as a rule. */
  private static int adrift(HandleText a, int i, HandleText b, int j) {
    boolean left = a.edge(i);
    boolean right = b.edge(j);
    return left && right ? 0 : left || right ? Bits.ONE : ADRIFT * Bits.ONE;
  }

  /* Whole words by the bits of words, the parts of words at the two ends by their letters. */
  private static int worth(HandleText text, int from, int to) {
    int first = text.edge(from) ? from : wordEnd(text, from);
    int last = text.wordFrom[to];
    if (first > last) {
      return text.letters[to] - text.letters[from];
    }
    return text.letters[first]
        - text.letters[from]
        + text.words[last]
        - text.words[first]
        + text.letters[to]
        - text.letters[last];
  }

  private static int wordEnd(HandleText text, int at) {
    int end = at;
    while (!text.edge(end)) {
      end++;
    }
    return end;
  }

  private int gap(HandleText a, int aFrom, int aTo, HandleText b, int bFrom, int bTo) {
    if (aFrom == aTo && bFrom == bTo) {
      return 0;
    }
    int left = a.own[aTo] - a.own[aFrom];
    int right = b.own[bTo] - b.own[bFrom];
    int less = Math.min(left, right);
    int more = Math.max(left, right);
    /* A half bit that anything was put in at all; then up to 2 bits for what one side has more. */
    int cost = Bits.ONE / 2 + Math.min(2 * Bits.ONE, more / 4);
    if (less == 0) {
      return cost;
    }
    if (familiar(a, aFrom, aTo, b, bFrom, bTo)) {
      return cost + Bits.ONE;
    }
    return cost + Math.min(CLASH * Bits.ONE, less);
  }

  private boolean familiar(HandleText a, int aFrom, int aTo, HandleText b, int bFrom, int bTo) {
    if (aTo - aFrom < 2 || bTo - bFrom < 2 || !a.edge(aFrom) || !b.edge(bFrom)) {
      return false;
    }
    return nicknames.related(a.plain.substring(aFrom, aTo), b.plain.substring(bFrom, bTo));
  }
}
