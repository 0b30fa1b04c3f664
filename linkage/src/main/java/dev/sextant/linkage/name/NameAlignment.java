package dev.sextant.linkage.name;

import java.util.Arrays;

/**
 * Which word of one name stands for which of the other: the assignment with the most bits, in any
 * order, one word for one or one for two that are written apart ("Jongun", "Jong Un"). Exact, by
 * dynamic programming over the words of one name and the sets of words used of the other. At most 12
 * words a name; the cost is 12 x 4096 x 24 steps at worst and some hundred as a rule.
 *
 * <p>Keeps working space: for one thread.
 */
final class NameAlignment {
  /** Results of the last call: bits of the words that agree. */
  int evidence;

  /** Words that agree, two for one counted as two; particles and initials not counted. */
  int agreed;

  /** Initials that agree. */
  int initials;

  /** Kinds of agreement met, a bit each: {@code 1 << Agreement.SAME} and so on. */
  int kinds;

  /** Whether words stand in another order. */
  boolean moved;

  /** Whether two words stood for one. */
  boolean joined;

  /** Words of each name that nothing agrees with, a bit each. */
  int leftA;

  int leftB;

  private static final int STEP = 1 << 24;

  private final Agreement agreement;
  private final int[][] kindOf = new int[NameReader.MOST_PARTS][NameReader.MOST_PARTS];
  private final int[][] worthOf = new int[NameReader.MOST_PARTS][NameReader.MOST_PARTS];
  private final int[][] oneForTwo = new int[NameReader.MOST_PARTS][NameReader.MOST_PARTS];
  private final int[][] twoForOne = new int[NameReader.MOST_PARTS][NameReader.MOST_PARTS];
  private int[][] best = new int[0][];
  private int[][] way = new int[0][];

  NameAlignment(Agreement agreement) {
    this.agreement = agreement;
  }

  /** Aligns two names; results are in the fields. */
  void align(NameText a, NameText b) {
    int m = a.parts.size();
    int n = b.parts.size();
    if (!compare(a, b)) {
      nothing(m, n);
      return;
    }
    prepare(m, n);
    for (int i = 0; i < m; i++) {
      for (int used = 0; used < 1 << n; used++) {
        if (best[i][used] >= 0) {
          steps(m, n, i, used);
        }
      }
    }
    int end = 0;
    for (int used = 1; used < 1 << n; used++) {
      if (best[m][used] > best[m][end]) {
        end = used;
      }
    }
    trace(a, b, end);
  }

  /* Each word against each once: the assignment looks at them again and again. */
  private boolean compare(NameText a, NameText b) {
    int m = a.parts.size();
    int n = b.parts.size();
    boolean any = false;
    for (int i = 0; i < m; i++) {
      Part x = a.parts.get(i);
      for (int j = 0; j < n; j++) {
        Part y = b.parts.get(j);
        int kind = agreement.kind(x, y);
        kindOf[i][j] = kind;
        /* Of equal worth, words in the same place first: 16 to the bit. */
        worthOf[i][j] =
            kind == Agreement.NONE ? -1 : agreement.worth(x, y, kind) * 16 + (i == j ? 2 : 1);
        oneForTwo[i][j] = j + 1 < n ? two(x, y, b.parts.get(j + 1)) : -1;
        twoForOne[i][j] = i + 1 < m ? two(y, x, a.parts.get(i + 1)) : -1;
        any |= kind != Agreement.NONE || oneForTwo[i][j] >= 0 || twoForOne[i][j] >= 0;
      }
    }
    return any;
  }

  private void nothing(int m, int n) {
    evidence = 0;
    agreed = 0;
    initials = 0;
    kinds = 0;
    moved = false;
    joined = false;
    leftA = (1 << m) - 1;
    leftB = (1 << n) - 1;
  }

  private void prepare(int m, int n) {
    if (best.length <= m || best[0].length < 1 << n) {
      int rows = Math.max(best.length, m + 1);
      int columns = Math.max(best.length == 0 ? 0 : best[0].length, 1 << n);
      best = new int[rows][columns];
      way = new int[rows][columns];
    }
    for (int i = 0; i <= m; i++) {
      Arrays.fill(best[i], 0, 1 << n, -1);
    }
    best[0][0] = 0;
  }

  private void steps(int m, int n, int i, int used) {
    take(i, used, 1, 0, 0);
    for (int j = 0; j < n; j++) {
      if ((used & 1 << j) != 0) {
        continue;
      }
      take(i, used, 1, 1 << j, worthOf[i][j]);
      if (j + 1 < n && (used & 1 << j + 1) == 0) {
        take(i, used, 1, 3 << j, oneForTwo[i][j]);
      }
      if (i + 1 < m) {
        take(i, used, 2, 1 << j, twoForOne[i][j]);
      }
    }
  }

  private void take(int i, int used, int words, int taken, int worth) {
    if (worth < 0) {
      return;
    }
    int value = best[i][used] + worth;
    if (value > best[i + words][used | taken]) {
      best[i + words][used | taken] = value;
      way[i + words][used | taken] = words * STEP | taken;
    }
  }

  /* One word for two written apart; below 0 where it is not. */
  private static int two(Part one, Part first, Part second) {
    if (!first.loose().isEmpty() || !one.loose().isEmpty()) {
      return Agreement.openly(one, first, second) ? (Agreement.MOST - 2) * 16 : -1;
    }
    int length = first.text().length() + second.text().length();
    int gap = Math.abs(one.text().length() - length);
    if (gap > 1 || one.is(Part.Role.NUMBER) || one.text().length() < 4) {
      return -1;
    }
    boolean same =
        gap == 0
            && one.text().startsWith(first.text())
            && one.text().endsWith(second.text());
    if (!same && !sounds(one, first, second)) {
      return -1;
    }
    return (Agreement.MOST - (same ? 0 : 1)) * 16;
  }

  /* A key is made only where it can be the same: it begins as the first word's does. */
  private static boolean sounds(Part one, Part first, Part second) {
    return !one.key().isEmpty()
        && !first.key().isEmpty()
        && one.key().charAt(0) == first.key().charAt(0)
        && Sounds.key(first.text() + second.text()).equals(one.key());
  }

  private void trace(NameText a, NameText b, int end) {
    evidence = 0;
    agreed = 0;
    initials = 0;
    kinds = 0;
    moved = false;
    joined = false;
    leftA = 0;
    leftB = (1 << b.parts.size()) - 1 & ~end;
    int used = end;
    int last = Integer.MAX_VALUE;
    for (int i = a.parts.size(); i > 0; ) {
      int words = way[i][used] / STEP;
      int taken = way[i][used] % STEP;
      if (taken == 0) {
        leftA |= 1 << i - 1;
      } else {
        int j = Integer.numberOfTrailingZeros(taken);
        moved |= j > last;
        last = j;
        count(a, b, i - words, words, j, taken);
      }
      used &= ~taken;
      i -= words;
    }
  }

  private void count(NameText a, NameText b, int i, int words, int j, int taken) {
    if (words == 2 || Integer.bitCount(taken) == 2) {
      joined = true;
      agreed += 2;
      evidence += Agreement.MOST;
      return;
    }
    Part x = a.parts.get(i);
    Part y = b.parts.get(j);
    int kind = kindOf[i][j];
    evidence += agreement.worth(x, y, kind);
    kinds |= 1 << kind;
    if (kind == Agreement.INITIAL) {
      initials++;
    } else if (!x.light() || !y.light()) {
      agreed++;
    }
  }
}
