package dev.sextant.linkage.together;

import dev.sextant.linkage.LinkageFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Accounts that share the same objects within a window of time of each other, again and again:
 * coordination, "acts with". Not identity.
 *
 * <p>Pairs are those of CooRTweet (N. Righetti, P. Balluff 2025, doi:10.5117/CCR2025.1.7.RIGH;
 * after F. Giglietto and others 2020, doi:10.1080/1369118X.2020.1739732): accounts with at least N
 * shares take part; two shares of one object by two accounts in two posts, neither of which is the
 * object itself, at most the window apart, are an act together; a pair is told if one of its posts
 * is of an account with at least N shares that are part of any act. So N counts what an account
 * does, not what a pair does; {@link Pair#acts} and the chances beside it say what the pair does.
 *
 * <p>Cost: n log n for the sorting, and one step for each two shares of an object within the
 * window. Deterministic: the same shares give the same pairs in any order of rows.
 */
public final class ActsTogether {
  /** Acts that a run will count: beyond, minutes and gigabytes; the fault says what to do. */
  private static final long MOST_ACTS = 500_000_000L;

  /** This many others in the same window make a crowd. */
  static final int CROWD = 10;

  private final ByObject shares;
  private final Shares source;
  private final Asked asked;
  private final long window;
  private final BitSet left = new BitSet();
  private final List<String> notes = new ArrayList<>();

  private ActsTogether(Shares source, Asked asked) {
    this.source = source;
    this.asked = asked;
    this.shares = new ByObject(source, asked.acts());
    this.window = asked.window().toMillis();
  }

  /**
   * What is asked for.
   *
   * @param window the most that two shares of an act lie apart, at least 0
   * @param acts N above, at least 1
   * @param mostInWindow objects that more shares than this fall into one window of are left out and
   *     told; empty: none is
   */
  public record Asked(Duration window, int acts, Optional<Integer> mostInWindow) {
    /** Checks the bounds. */
    public Asked {
      if (window.isNegative() || acts < 1) {
        throw new LinkageFault(
            "SX-LINK-TOGETHER",
            "window or acts out of range",
            "--window, --acts",
            window + ", " + acts,
            "give a window of 0 s or more, and at least 1 act");
      }
    }
  }

  /**
   * Two accounts that act together.
   *
   * @param a the account whose name comes first
   * @param b the other
   * @param acts acts together
   * @param objects objects among them
   * @param chances how much of it chance, taste and timing explain
   * @param innocent what would explain it innocently
   */
  public record Pair(
      String a, String b, int acts, int objects, Chances chances, List<Innocent> innocent) {
    /** True if neither chance nor shared taste accounts for it at a false-discovery rate of .05. */
    public boolean lead() {
      return chances.chanceQ() <= Innocent.RATE && chances.timingQ() <= Innocent.RATE;
    }
  }

  /**
   * What was found.
   *
   * @param pairs leads first, the least likely by chance first
   * @param acts acts together, of all pairs
   * @param accounts accounts that took part
   * @param notes what was left out and why
   */
  public record Found(List<Pair> pairs, long acts, int accounts, List<String> notes) {}

  /**
   * Finds the pairs.
   *
   * @throws LinkageFault {@code SX-LINK-BURST} if windows are so crowded that acts exceed what can
   *     be counted
   */
  public static Found of(Shares shares, Asked asked) {
    return new ActsTogether(shares, asked).found();
  }

  private Found found() {
    leaveOutBursts();
    BitSet involved = involved();
    BitSet kept = ofActiveAccounts(involved);
    PairTable pairs = new PairTable();
    long[] perObject = new long[shares.groups()];
    long all = count(kept, pairs, perObject);
    if (source.incomplete() > 0) {
      notes.add(source.incomplete() + " rows without object, account or time were left out");
    }
    List<Pair> listed = new PairChances(shares, pairs, perObject, source, window).pairs();
    listed.sort(
        Comparator.comparing((Pair pair) -> !pair.lead())
            .thenComparingDouble(pair -> pair.chances().chanceP())
            .thenComparingDouble(pair -> pair.chances().timingP())
            .thenComparing(Pair::a)
            .thenComparing(Pair::b));
    return new Found(List.copyOf(listed), all, shares.actives, List.copyOf(notes));
  }

  /* Two pointers: how many shares each window holds is known before any pair is looked at. */
  private void leaveOutBursts() {
    long all = 0;
    int objects = 0;
    long out = 0;
    for (int g = 0; g < shares.groups(); g++) {
      int low = shares.start[g];
      long here = 0;
      int most = 0;
      for (int i = low; i < shares.start[g + 1]; i++) {
        while (shares.millis[i] - shares.millis[low] > window) {
          low++;
        }
        here += i - low;
        most = Math.max(most, i - low + 1);
      }
      if (asked.mostInWindow().isPresent() && most > asked.mostInWindow().get()) {
        left.set(g);
        objects++;
        out += here;
      } else {
        all += here;
      }
    }
    if (objects > 0) {
      notes.add(
          objects
              + " objects with crowded windows were left out, with "
              + out
              + " pairs of shares");
    }
    if (all > MOST_ACTS) {
      throw new LinkageFault(
          "SX-LINK-BURST",
          "windows are too crowded to count every act",
          "shares",
          all + " pairs of shares",
          "narrow the window, or leave out viral objects with --most-in-window 1000");
    }
  }

  private interface Seen {
    void act(int group, int early, int late);
  }

  private void walk(Seen seen) {
    for (int g = 0; g < shares.groups(); g++) {
      if (left.get(g)) {
        continue;
      }
      for (int i = shares.start[g]; i < shares.start[g + 1]; i++) {
        for (int j = i + 1;
            j < shares.start[g + 1] && shares.millis[j] - shares.millis[i] <= window;
            j++) {
          if (shares.act(i, j)) {
            seen.act(g, i, j);
          }
        }
      }
    }
  }

  private BitSet involved() {
    BitSet involved = new BitSet();
    walk((g, i, j) -> {
      involved.set(shares.content[i]);
      involved.set(shares.content[j]);
    });
    return involved;
  }

  private BitSet ofActiveAccounts(BitSet involved) {
    int[] taking = new int[source.accounts()];
    for (int i = 0; i < shares.account.length; i++) {
      taking[shares.account[i]] += involved.get(shares.content[i]) ? 1 : 0;
    }
    BitSet kept = new BitSet();
    for (int i = 0; i < shares.account.length; i++) {
      if (involved.get(shares.content[i]) && taking[shares.account[i]] >= asked.acts()) {
        kept.set(shares.content[i]);
      }
    }
    return kept;
  }

  private long count(BitSet kept, PairTable pairs, long[] perObject) {
    long[] all = {0};
    walk((g, i, j) -> {
      perObject[g]++;
      if (!kept.get(shares.content[i]) && !kept.get(shares.content[j])) {
        return;
      }
      all[0]++;
      int pair = pairs.number(shares.account[i], shares.account[j]);
      pairs.acts[pair]++;
      if (pairs.lastGroup[pair] != g) {
        pairs.lastGroup[pair] = g;
        pairs.objects[pair]++;
      }
      note(pairs, pair, g, i, j);
    });
    return all[0];
  }

  private void note(PairTable pairs, int pair, int g, int i, int j) {
    long lag = shares.millis[j] - shares.millis[i];
    pairs.lagMillis[pair] += lag;
    if (lag > 0) {
      if (shares.account[i] < shares.account[j]) {
        pairs.lowFirst[pair]++;
      } else {
        pairs.highFirst[pair]++;
      }
    }
    pairs.crowded[pair] += crowded(g, i) ? 1 : 0;
    pairs.early[pair] += thirdBegan(g, i, j) ? 1 : 0;
  }

  /* Who else shares from the earlier share's instant to the end of its window; past the crowd
   * nothing more is asked, so this is a few steps. */
  private boolean crowded(int g, int i) {
    int others = -2; // The two themselves.
    for (int at = i; at >= shares.start[g] && others <= CROWD; at--) {
      if (shares.millis[at] != shares.millis[i]) {
        break;
      }
      others++;
    }
    for (int at = i + 1; at < shares.start[g + 1] && others <= CROWD; at++) {
      if (shares.millis[at] - shares.millis[i] > window) {
        break;
      }
      others++;
    }
    return others > CROWD;
  }

  /* Shares of equal time have no order, so all that share the object's first instant began it. */
  private boolean thirdBegan(int g, int i, int j) {
    long first = shares.millis[shares.start[g]];
    if (first == shares.millis[i] || shares.millis[j] - first > 2 * window) {
      return false;
    }
    for (int at = shares.start[g]; shares.millis[at] == first; at++) {
      if (shares.account[at] != shares.account[i] && shares.account[at] != shares.account[j]) {
        return true;
      }
    }
    return false;
  }
}
