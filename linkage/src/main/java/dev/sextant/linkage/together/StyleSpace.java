package dev.sextant.linkage.together;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Texts as points whose nearness is likeness of style: shares of the commonest character trigrams,
 * each set against its mean and spread over all texts, compared by cosine (S. Evert and others
 * 2017, doi:10.1093/llc/fqx023: cosine delta; E. Stamatatos 2013 on character n-grams). What is
 * subject rather than style is masked first: links, mentions, hashtags, digits.
 */
final class StyleSpace {
  /** Beyond two thousand the commonest trigrams add little, and rare ones are subject. */
  private static final int MOST = 2000;

  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final Pattern NAME = Pattern.compile("[@#][\\p{L}\\p{N}_]+");
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private StyleSpace() {}

  /** Text with its subject's marks masked; punctuation and case are style and stay. */
  static String masked(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    plain = LINK.matcher(plain).replaceAll("\u0001");
    plain = NAME.matcher(plain).replaceAll("\u0002");
    plain = DIGITS.matcher(plain).replaceAll("0");
    return " " + SPACE.matcher(plain).replaceAll(" ").strip() + " ";
  }

  /**
   * The points of texts.
   *
   * @param texts each a list of posts
   * @return one unit vector a text; texts without any common trigram are all zero
   */
  static float[][] points(List<List<String>> texts) {
    List<Map<String, Integer>> counts = new ArrayList<>();
    Map<String, Integer> all = new HashMap<>();
    for (List<String> posts : texts) {
      Map<String, Integer> count = new HashMap<>();
      for (String post : posts) {
        String masked = masked(post);
        for (int i = 0; i + 3 <= masked.length(); i++) {
          count.merge(masked.substring(i, i + 3), 1, Integer::sum);
        }
      }
      // A trigram counts by how many texts have it: one long text must not choose for all.
      count.keySet().forEach(trigram -> all.merge(trigram, 1, Integer::sum));
      counts.add(count);
    }
    List<String> commonest =
        all.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    return scaled(counts, commonest);
  }

  private static float[][] scaled(List<Map<String, Integer>> counts, List<String> trigrams) {
    double[][] shares = new double[counts.size()][trigrams.size()];
    for (int t = 0; t < shares.length; t++) {
      double sum = counts.get(t).values().stream().mapToInt(Integer::intValue).sum();
      for (int i = 0; i < trigrams.size() && sum > 0; i++) {
        shares[t][i] = counts.get(t).getOrDefault(trigrams.get(i), 0) / sum;
      }
    }
    for (int i = 0; i < trigrams.size(); i++) {
      int column = i;
      double mean = Arrays.stream(shares).mapToDouble(s -> s[column]).average().orElse(0);
      double spread =
          Math.sqrt(
              Arrays.stream(shares)
                  .mapToDouble(s -> (s[column] - mean) * (s[column] - mean))
                  .average()
                  .orElse(0));
      for (double[] text : shares) {
        text[i] = spread == 0 ? 0 : (text[i] - mean) / spread;
      }
    }
    float[][] points = new float[shares.length][trigrams.size()];
    for (int t = 0; t < shares.length; t++) {
      double length = Math.sqrt(Arrays.stream(shares[t]).map(x -> x * x).sum());
      for (int i = 0; i < trigrams.size() && length > 0; i++) {
        points[t][i] = (float) (shares[t][i] / length);
      }
    }
    return points;
  }

  static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** A likeness as it is shown. */
  static String shown(double likeness) {
    return String.format(Locale.ROOT, "%.3f", likeness);
  }
}
