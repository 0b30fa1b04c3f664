package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Folded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How two accounts write: cosine of the z-scores of their most usual words and character trigrams
 * (Burrows 2002, DOI 10.1093/llc/17.3.267, in the cosine form of Evert et al. 2017, DOI
 * 10.1093/llc/fqx023), means and deviations learned from the table. The most usual words of any
 * language are its function words, so no list of them is needed. Cells: posts apart by a separator.
 * With fewer than 25 posts (Ekambaranathan 2018) or in a table of fewer than 20 writers it says
 * nothing. A lead only; in a profile, cap it.
 */
public final class Style implements Comparison<Style.Hand> {
  private static final List<String> LEVELS =
      List.of(
          "written much alike (cosine 0.5 or more)",
          "written alike (0.35 or more)",
          "somewhat alike (0.2 or more)",
          "no likeness",
          "unlike (below -0.1)");

  private static final int WRITERS = 20;
  private static final double SCALE = 1L << 32;

  private final String separator;
  private final int least;
  private final int features;
  private final Map<String, Integer> places = new HashMap<>();
  private double[] means = new double[0];
  private double[] deviations = new double[0];
  private int writers;

  private Style(String separator, int least, int features) {
    this.separator = separator;
    this.least = least;
    this.features = features;
  }

  /**
   * Options {@code separator} (between posts; a line break), {@code least} (posts below which an
   * account says nothing; 25, not less) and {@code features} (how many words and trigrams; 300).
   */
  static Style of(Options options, Corpus corpus) {
    Style style =
        new Style(
            options.text("separator", "\n"),
            options.number("least", 25, 25, 100_000),
            options.number("features", 300, 50, 5_000));
    style.learn(corpus);
    return style;
  }

  private void learn(Corpus corpus) {
    TreeMap<String, Integer> held = new TreeMap<>();
    corpus.walk((cells, times) -> {
      Map<String, Double> shares = shares(cells);
      writers += shares.isEmpty() ? 0 : times;
      shares.keySet().forEach(feature -> held.merge(feature, times, Integer::sum));
    });
    /* The most usual by how many writers have them: what one writer repeats is topic, not style. */
    List<String> usual = new ArrayList<>(held.keySet());
    usual.sort((x, y) -> Integer.compare(held.getOrDefault(y, 0), held.getOrDefault(x, 0)));
    for (String feature : usual.subList(0, Math.min(features, usual.size()))) {
      places.put(feature, places.size());
    }
    /* Whole numbers, so that the sums are the same in any order of the table. */
    long[] sums = new long[places.size()];
    long[] squares = new long[places.size()];
    corpus.walk((cells, times) -> {
      shares(cells)
          .forEach((feature, share) -> {
            Integer place = places.get(feature);
            if (place != null) {
              sums[place] += Math.round(share * SCALE) * times;
              squares[place] += Math.round(share * share * SCALE) * times;
            }
          });
    });
    means = new double[sums.length];
    deviations = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      means[i] = sums[i] / (SCALE * Math.max(1, writers));
      double variance = squares[i] / (SCALE * Math.max(1, writers)) - means[i] * means[i];
      deviations[i] = StrictMath.sqrt(Math.max(0, variance));
    }
  }

  /* Words and trigrams of all posts as shares of their kind; empty where there are too few posts. */
  private Map<String, Double> shares(List<String> cells) {
    List<String> posts = new ArrayList<>();
    for (String post : String.join(separator, cells).split(Pattern.quote(separator))) {
      if (!post.isBlank()) {
        posts.add(post);
      }
    }
    if (posts.size() < least) {
      return Map.of();
    }
    TreeMap<String, Integer> words = new TreeMap<>();
    TreeMap<String, Integer> grams = new TreeMap<>();
    int allWords = 0;
    int allGrams = 0;
    for (String post : posts) {
      for (String word : Folded.split(post)) {
        words.merge(word, 1, Integer::sum);
        allWords++;
      }
      String text = Folded.text(post);
      for (int i = 0; i + 3 <= text.length(); i++) {
        grams.merge(text.substring(i, i + 3), 1, Integer::sum);
        allGrams++;
      }
    }
    Map<String, Double> shares = new TreeMap<>();
    double ofWords = Math.max(1, allWords);
    double ofGrams = Math.max(1, allGrams);
    words.forEach((word, times) -> shares.put("w " + word, times / ofWords));
    grams.forEach((gram, times) -> shares.put("g " + gram, times / ofGrams));
    return shares;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Hand prepare(List<String> cells) {
    Map<String, Double> shares = shares(cells);
    if (shares.isEmpty() || writers < WRITERS) {
      return null;
    }
    double[] scores = new double[means.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = deviations[i] > 0 ? clipped(-means[i] / deviations[i]) : 0;
    }
    shares.forEach((feature, share) -> {
      Integer place = places.get(feature);
      if (place != null && deviations[place] > 0) {
        scores[place] = clipped((share - means[place]) / deviations[place]);
      }
    });
    double squares = 0;
    for (double score : scores) {
      squares += score * score;
    }
    return squares == 0 ? null : new Hand(scores, StrictMath.sqrt(squares));
  }

  /* Evert et al.: what lies far out is topic rather than style. */
  private static double clipped(double score) {
    return Math.clamp(score, -2, 2);
  }

  @Override
  public int level(Hand a, Hand b) {
    double product = 0;
    for (int i = 0; i < a.scores.length; i++) {
      product += a.scores[i] * b.scores[i];
    }
    double cosine = product / (a.norm * b.norm);
    return cosine >= 0.5 ? 0 : cosine >= 0.35 ? 1 : cosine >= 0.2 ? 2 : cosine >= -0.1 ? 3 : 4;
  }

  /**
   * A way of writing.
   *
   * @param scores of the usual words and trigrams, in standard deviations from the table's mean
   * @param norm square root of the sum of their squares
   */
  public record Hand(double[] scores, double norm) {}
}
