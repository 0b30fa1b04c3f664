package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.covert.HiddenTies;
import dev.sextant.kernels.covert.KeyPlayers;
import dev.sextant.kernels.covert.LinkScore;
import dev.sextant.kernels.covert.Removal;
import dev.sextant.terms.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Questions about a covert network that a graph file shows, for research and teaching: sets of key
 * players, removal of people, pairs whose tie would surprise least. Needs no permit, keeps nothing.
 * Every answer is a table, tab-separated, with a head line.
 */
public final class FileCovert {
  private final FileGraph file;
  private final Csr graph;

  private FileCovert(FileGraph file) {
    this.file = file;
    this.graph = file.graph();
  }

  /** Questions about a file's graph, without weights and loops. */
  public static FileCovert of(FileGraph file) {
    return new FileCovert(file);
  }

  /**
   * Sets of key players.
   *
   * @param aim fragment, fragment-distance, reach or reach-distance
   * @param steps within which plain reach counts
   * @param size of the sets; 0 for the smallest that are worth enough
   * @param worth what the smallest sets are to be worth
   */
  public record Wanted(String aim, int steps, int size, double worth) {}

  /** Rank, value, whether it is proved that no set is better, and the set's members. */
  public String keyPlayers(Wanted wanted, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          KeyPlayers.Search search = KeyPlayers.Search.usual().seeded(seed).on(threads);
          KeyPlayers.Goal goal = goal(wanted);
          KeyPlayers players =
              wanted.size > 0
                  ? KeyPlayers.ofSize(goal, wanted.size, search)
                  : KeyPlayers.smallest(goal, wanted.worth, search);
          KeyPlayers.Result found = players.compute(graph, listener);
          StringBuilder out = new StringBuilder("rank\tvalue\tproved\tnodes\n");
          for (int i = 0; i < found.count(); i++) {
            out.append(i + 1).append('\t').append(found.value(i)).append('\t');
            out.append(found.proved() && found.value(i) == found.value(0) ? "yes" : "no");
            out.append('\t').append(file.names(found.set(i))).append('\n');
          }
          return out.toString();
        });
  }

  private static KeyPlayers.Goal goal(Wanted wanted) {
    return switch (wanted.aim.toLowerCase(Locale.ROOT)) {
      case "fragment" -> KeyPlayers.Goal.fragment();
      case "fragment-distance" -> KeyPlayers.Goal.fragmentByDistance();
      case "reach" -> KeyPlayers.Goal.reach(wanted.steps);
      case "reach-distance" -> KeyPlayers.Goal.reachByDistance();
      default ->
          throw FileWords.unknown(
              "no aim is called so",
              "--aim",
              wanted.aim,
              "fragment, fragment-distance, reach, reach-distance");
    };
  }

  /**
   * Removal.
   *
   * @param by degree, betweenness, closeness, collective-influence, largest-piece or random
   * @param again whether scores are computed again after each removal
   * @param most most nodes to remove
   * @param replicas of random orders
   */
  public record Leaving(String by, boolean again, int most, int replicas) {}

  /** After each number of removals: who went, and what is left; random orders with a band. */
  public String removal(Leaving leaving, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          Removal.Extent extent = new Removal.Extent(leaving.most, 1001, threads);
          boolean random = leaving.by.equalsIgnoreCase("random");
          Removal removal =
              random
                  ? Removal.random(leaving.replicas, seed, extent)
                  : Removal.by(
                      strategy(leaving.by),
                      leaving.again ? Removal.Order.RECOMPUTED : Removal.Order.FIXED,
                      extent);
          return curves(removal.compute(graph, listener), random);
        });
  }

  private static Removal.Strategy strategy(String by) {
    return Arrays.stream(Removal.Strategy.values())
        .filter(strategy -> strategy.name().replace('_', '-').equalsIgnoreCase(by))
        .findFirst()
        .orElseThrow(() ->
            FileWords.unknown(
                "no order is called so",
                "--by",
                by,
                "random, "
                    + Arrays.stream(Removal.Strategy.values())
                        .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", "))));
  }

  private String curves(Removal.Result result, boolean random) {
    StringBuilder out = new StringBuilder(random ? "removed" : "removed\tnode");
    for (Removal.Curve curve : Removal.Curve.values()) {
      out.append('\t').append(curve.label());
      if (random) {
        out.append('\t').append(curve.label()).append("-low");
        out.append('\t').append(curve.label()).append("-high");
      }
    }
    int[] removed = result.removed();
    for (int i = 0; i < removed.length; i++) {
      out.append('\n').append(removed[i]);
      if (!random) {
        out.append('\t').append(removed[i] == 0 ? "" : file.name(result.order()[removed[i] - 1]));
      }
      for (Removal.Curve curve : Removal.Curve.values()) {
        out.append('\t').append(result.curve(curve)[i]);
        if (random) {
          out.append('\t').append(result.low(curve)[i]);
          out.append('\t').append(result.high(curve)[i]);
        }
      }
    }
    return out.append('\n').toString();
  }

  /**
   * Pairs without a tie.
   *
   * @param score one of LinkScore's kinds, in lower case with hyphens
   * @param most most pairs
   * @param trials how often ties are hidden
   * @param hidden share of ties that is hidden
   */
  public record Looking(String score, int most, int trials, double hidden) {}

  /** What the trials say, and the pairs. */
  public record Hidden(List<String> notes, String table) {}

  /** Rank, both nodes, score, and the share of hidden ties that such a rank held. */
  public Hidden hiddenTies(Looking looking, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          LinkScore.Kind kind =
              Arrays.stream(LinkScore.Kind.values())
                  .filter(k -> k.label().equalsIgnoreCase(looking.score))
                  .findFirst()
                  .orElseThrow(() ->
                      FileWords.unknown(
                          "no score is called so",
                          "--score",
                          looking.score,
                          Arrays.stream(LinkScore.Kind.values())
                              .map(LinkScore.Kind::label)
                              .collect(Collectors.joining(", "))));
          HiddenTies.Result found =
              HiddenTies.ranked(
                      new HiddenTies.Plan(
                          LinkScore.usual(kind),
                          looking.most,
                          looking.trials,
                          looking.hidden,
                          seed,
                          threads))
                  .compute(graph, listener);
          StringBuilder out = new StringBuilder("rank\tnode\tother\tscore\tshare\n");
          for (int i = 0; i < found.from().length; i++) {
            out.append(found.rank()[i]).append('\t').append(file.name(found.from()[i]));
            out.append('\t').append(file.name(found.to()[i])).append('\t').append(found.score()[i]);
            out.append('\t').append(found.share()[i]).append('\n');
          }
          return new Hidden(notes(found, looking), out.toString());
        });
  }

  private static List<String> notes(HiddenTies.Result found, Looking looking) {
    if (found.hidden() == 0) {
      return List.of("No ties were hidden, so no share is known.");
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%d ties hidden %d times: %.3f of as many first ranks were hidden ties (%.3f to %.3f in"
                + " nine of ten trials); AUC %.3f (%.3f to %.3f).",
            found.hidden(),
            looking.trials,
            found.precision().mean(),
            found.precision().low(),
            found.precision().high(),
            found.auc().mean(),
            found.auc().low(),
            found.auc().high()),
        "A share holds if as many ties are missing, and missing at random; none of these pairs is"
            + " thereby said to have a tie.");
  }
}
