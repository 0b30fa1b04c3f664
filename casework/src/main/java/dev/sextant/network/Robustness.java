package dev.sextant.network;

import dev.sextant.kernels.doubt.Spread;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a measure behaves when ties are missing, tried out (seeded). Measures taken before {@link
 * Order} was there tell of replicas with a tenth of the recorded ties taken away; later ones of
 * networks that may be the true one if a tenth of the true ties was not recorded, so that an
 * interval is one of the rank in the true network ({@code docs/uncertainty.md}).
 *
 * @param replicas how many were measured; fewer where one takes long
 * @param removed share of the ties missing
 * @param ranks for measures that rank: each entity's rank and where it lies in 5 to 95 of 100
 *     replicas; empty for measures that number groups
 * @param agreement for measures that number groups: mean adjusted Rand index (L. Hubert, P. Arabie
 *     1985, doi:10.1007/BF01908075) between the snapshot's groups and the replicas', 1 if always
 *     the same, about 0 if alike by chance only; null for measures that rank
 * @param order what else there is to say; null for a measure taken before it was said
 */
public record Robustness(
    int replicas,
    double removed,
    List<RankInterval> ranks,
    @Nullable Double agreement,
    @Nullable Order order) {
  /** Copies. */
  public Robustness {
    ranks = List.copyOf(ranks);
  }

  /** Without what later measures say besides. */
  public Robustness(
      int replicas, double removed, List<RankInterval> ranks, @Nullable Double agreement) {
    this(replicas, removed, ranks, agreement, null);
  }

  /**
   * How firm the order is.
   *
   * @param model where missing ties are taken to be
   * @param coefficient share of the pairs of entities whose order stays when as many ties are lost
   *     once more (C. Martin, P. Niemeyer 2019, doi:10.1017/nws.2019.12); NaN for groups
   * @param first how many are the top; 0 for groups
   * @param top probability of each entity that it is among them; empty for groups
   * @param calibration how the ends of the intervals were set; null where no rank has an interval
   *     (groups, a snapshot without ties) and for a measure taken before it was said
   */
  public record Order(
      String model,
      double coefficient,
      int first,
      List<Double> top,
      @Nullable Calibration calibration) {
    /** Copies. */
    public Order {
      top = List.copyOf(top);
    }
  }

  /** How the ends of the intervals were set; null if nothing is said of that. */
  public @Nullable Calibration calibration() {
    return order == null ? null : order.calibration();
  }

  /**
   * Whether the intervals were tried on the record itself, and hold what they say (prepivoting: R.
   * Beran 1987, doi:10.1093/biomet/74.3.457; {@code docs/uncertainty.md}).
   *
   * @param state what was done
   * @param trials how often errors struck the record; 0 if it was not done
   * @param held share of the ranks then known that the uncorrected intervals held, of 0.9 that they
   *     say; 0 if it was not done
   */
  public record Calibration(State state, int trials, double held) {
    /** What was done. */
    public enum State {
      /** The ends are corrected. */
      DONE,
      /** The ends are corrected, and may hold less than they say. */
      DOUBTFUL,
      /** Nobody asked, or errors change nothing. */
      NOT_ASKED,
      /** There are too few replicas to tell. */
      TOO_FEW,
      /** What lies beyond a boundary leaves no trace in the record to try it on. */
      UNKNOWABLE;

      /** As documents and messages write it: {@code doubtful}, {@code too-few}. */
      public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }

      /** The state of a word. */
      static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
      }
    }

    /** As the kernel says it. */
    static Calibration of(Spread.Calibration said) {
      State state =
          switch (said.state()) {
            case DONE -> State.DONE;
            case DOUBTFUL -> State.DOUBTFUL;
            case NOT_ASKED -> State.NOT_ASKED;
            case TOO_FEW -> State.TOO_FEW;
            case UNKNOWABLE -> State.UNKNOWABLE;
          };
      return new Calibration(state, said.trials(), said.held());
    }

    /** For people, beside the intervals. */
    public String words() {
      String tried =
          String.format(
              Locale.ROOT,
              "tried on the record %d times, before correction they held %.1f %%",
              trials,
              100 * held);
      return switch (state) {
        case DONE -> "intervals corrected (" + tried + ")";
        case DOUBTFUL ->
            "intervals corrected but doubtful ("
                + tried
                + "): they may hold less than they say, since ties do not look lost as assumed or"
                + " errors are stated of single ties or persons";
        case NOT_ASKED -> "intervals not corrected";
        case TOO_FEW -> "intervals not corrected: too few replicas to try them on the record (100)";
        case UNKNOWABLE ->
            "intervals not corrected: the record cannot tell what lies beyond its boundary";
      };
    }
  }
}
