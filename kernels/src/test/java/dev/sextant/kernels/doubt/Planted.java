package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.chance.NullModel;
import java.util.Arrays;

/**
 * A true network, what is recorded of it, and what is said of the record.
 *
 * @param truth where each recorded node is in the true network
 */
record Planted(Csr record, Errors errors, Replica truth) {
  /** Kinds from here on are the earlier ones, rewired so that nothing but degrees is kept. */
  static final int REWIRED = 10;

  /** All kinds of true networks. */
  static final int[] KINDS = {0, 1, 2, 3, 1 + REWIRED, 2 + REWIRED};

  /** What goes wrong. */
  enum Wrong {
    /** A tenth of the ties is not recorded. */
    MISSING_TIES,
    /** And every fiftieth recorded one is wrong. */
    WRONG_TIES,
    /** Every tenth person is not recorded, nor is a twentieth of the ties between the others. */
    MISSING_PEOPLE,
    /** Ten persons have two accounts, or that is what is said of two people; likewise ten pairs. */
    DOUBTFUL_IDENTITIES
  }

  static Csr truth(int kind, int n, SplitMix random) {
    if (kind >= REWIRED) {
      Csr like = truth(kind - REWIRED, n, random);
      return NullModel.switched(10).draw(like, random.next(), Progress.silent());
    }
    return switch (kind) {
      case 0 -> Networks.random(n, n * 5 / 2, false, random);
      case 1 -> Networks.grown(n, 2, 0, random);
      case 2 -> Networks.grown(n, 3, 0.7, random);
      default -> Networks.blocks(n, 3, 15.0 / n, 1.05 / n, random);
    };
  }

  static Planted of(int kind, int n, Wrong wrong, long seed) {
    SplitMix random = new SplitMix(1000L * kind + seed);
    Csr truth = truth(kind, n, random);
    Errors none = Errors.none();
    return switch (wrong) {
      case MISSING_TIES ->
          new Planted(
              Networks.recorded(truth, 0.1, 0, random),
              none.missing(0.1, Errors.Return.BY_CLOSURE),
              new Replica(truth, null));
      case WRONG_TIES ->
          new Planted(
              Networks.recorded(truth, 0.1, 0.02, random),
              none.missing(0.1, Errors.Return.BY_CLOSURE).spurious(0.02),
              new Replica(truth, null));
      case MISSING_PEOPLE -> withoutPeople(truth, random);
      case DOUBTFUL_IDENTITIES -> doubted(truth, random);
    };
  }

  private static Planted withoutPeople(Csr truth, SplitMix random) {
    Csr seen = Networks.recorded(truth, 0.05, 0, random);
    int n = truth.nodes();
    int[] place = new int[n];
    int[] nodeOf = new int[n];
    int left = 0;
    for (int v = 0; v < n; v++) {
      place[v] = random.unit() < 0.1 ? -1 : left;
      if (place[v] >= 0) {
        nodeOf[left++] = v;
      }
    }
    CsrBuilder builder = CsrBuilder.undirected(left, CsrBuilder.Loops.DROP);
    for (int v = 0; v < n; v++) {
      for (int a = seen.first(v); a < seen.end(v); a++) {
        int w = seen.target(a);
        if (w > v && place[v] >= 0 && place[w] >= 0) {
          builder.edge(place[v], place[w]);
        }
      }
    }
    return new Planted(
        builder.build().graph(),
        Errors.none().missing(0.05, Errors.Return.BY_CLOSURE).unseen(0.1),
        new Replica(truth, Arrays.copyOf(nodeOf, left)));
  }

  /* Persons 0 to 9 may have a second account, half of them do; of the others, a stranger is taken for
   * it. Persons 10 to 19 may be recorded as one with another person, half of them are. */
  private static Planted doubted(Csr truth, SplitMix random) {
    int n = truth.nodes();
    Errors errors = Errors.none().missing(0.1, Errors.Return.BY_CLOSURE);
    int[] account = new int[n];
    int[] second = new int[n];
    Arrays.fill(account, -1);
    Arrays.fill(second, -1);
    int[] people = new int[n];
    for (int i = 0; i < n; i++) {
      people[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = random.below(i + 1);
      int swap = people[i];
      people[i] = people[j];
      people[j] = swap;
    }
    boolean[] real = new boolean[20];
    int accounts = 0;
    for (int i = 0; i < 20; i++) {
      real[i] = random.below(2) == 0;
    }
    for (int i = 0; i < 10; i++) {
      if (real[10 + i]) {
        // Two persons, one account.
        account[people[10 + i]] = accounts;
        account[people[30 + i]] = accounts++;
      }
    }
    for (int v = 0; v < n; v++) {
      account[v] = account[v] < 0 ? accounts++ : account[v];
    }
    for (int i = 0; i < 10; i++) {
      int person = people[i];
      if (real[i]) {
        second[person] = accounts++;
      }
      int other = real[i] ? second[person] : account[people[20 + i]];
      errors = errors.same(account[person], other, 0.5).two(account[people[10 + i]], 0.5);
    }
    int[] nodeOf = new int[accounts];
    int[] ties = new int[n];
    Csr seen = Networks.recorded(truth, 0.1, 0, random);
    CsrBuilder builder = CsrBuilder.undirected(accounts, CsrBuilder.Loops.DROP);
    for (int v = 0; v < n; v++) {
      for (int a = seen.first(v); a < seen.end(v); a++) {
        int w = seen.target(a);
        if (w > v) {
          int from = second[v] >= 0 && random.below(2) == 0 ? second[v] : account[v];
          int to = second[w] >= 0 && random.below(2) == 0 ? second[w] : account[w];
          builder.edge(from, to);
          ties[v]++;
          ties[w]++;
        }
      }
    }
    Arrays.fill(nodeOf, -1);
    for (int v = 0; v < n; v++) {
      int at = account[v];
      // The one of two persons who has more of the recorded ties.
      nodeOf[at] = nodeOf[at] < 0 || ties[v] > ties[nodeOf[at]] ? v : nodeOf[at];
      if (second[v] >= 0) {
        nodeOf[second[v]] = v;
      }
    }
    return new Planted(builder.build().graph(), errors, new Replica(truth, nodeOf));
  }
}
