package dev.sextant.linkage.handle;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.NameRarity;
import dev.sextant.linkage.name.Nicknames;
import dev.sextant.linkage.name.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words that handles of a table are made of, how many accounts hold each on each platform, and
 * how surprising each is: a word that others have too by its count, a new one by its spelling
 * ({@link CharacterModel}), the two mixed by the share of new words (Witten and Bell). Frozen when
 * made.
 *
 * <p>A person is himself in the table, as a rule once on each platform, so from the count of each
 * platform one is taken: what is left is owed to other people.
 *
 * <p>Words are found in two passes: first by what separates them for the eye (separators, capitals,
 * digits), then every handle is cut where its words are least surprising (Viterbi), so that
 * "janedoe" is cut because "JaneDoe" or a given name was seen elsewhere.
 */
public final class WordModel {
  /** A longer stretch is not looked up as one word. */
  private static final int LONGEST = 24;

  private final Set<String> office = list("office-words.txt");
  private final Set<String> places = list("places.txt");
  private final NameRarity general = NameRarity.shipped();
  private final Map<String, Integer> platforms = new TreeMap<>();
  private final int[] accounts;
  private final Map<String, int[]> counts = new HashMap<>();
  private final CharacterModel spelling;
  private final int kinds;
  private int all;

  /** Handles of one platform's form, each with how many accounts hold it. */
  public record Seen(HandleShape shape, String platform, int times) {}

  /**
   * Learns the words of a table.
   *
   * @param handles in any order; the outcome does not depend on it
   */
  public WordModel(List<Seen> handles) {
    new TreeSet<>(handles.stream().map(Seen::platform).toList())
        .forEach(name -> platforms.put(name, platforms.size()));
    accounts = new int[platforms.size()];
    TreeSet<String> spelt = new TreeSet<>();
    for (Seen seen : handles) {
      accounts[platform(seen.platform())] += seen.times();
      all += seen.times();
      seen.shape().stretches().stream().filter(x -> x.length() >= 3).forEach(spelt::add);
      /* A handle without visible words is no evidence that it is one word. */
      if (seen.shape().stretches().size() > 1) {
        count(seen, seen.shape().stretches());
      }
    }
    kinds = Math.max(64, spelt.size());
    spelt.addAll(Nicknames.shipped().names());
    spelt.addAll(general.names());
    spelt.addAll(office);
    spelling = new CharacterModel(spelt);
    List<List<String>> cut = new ArrayList<>();
    for (Seen seen : handles) {
      cut.add(words(seen.shape()));
    }
    counts.values().forEach(each -> Arrays.fill(each, 0));
    for (int i = 0; i < cut.size(); i++) {
      count(handles.get(i), cut.get(i));
    }
  }

  private void count(Seen seen, List<String> words) {
    for (String word : new HashSet<>(words)) {
      int[] here = counts.computeIfAbsent(word, x -> new int[accounts.length]);
      here[platform(seen.platform())] += seen.times();
    }
  }

  private int platform(String name) {
    return platforms.getOrDefault(name, 0);
  }

  private static Set<String> list(String name) {
    Set<String> words = new HashSet<>();
    WordList.lines(WordModel.class, name).forEach(words::addAll);
    return words;
  }

  boolean office(String word) {
    return office.contains(word);
  }

  boolean place(String word) {
    return places.contains(word);
  }

  /** The words of a handle, in order; joined they are its letters and digits. */
  List<String> words(HandleShape shape) {
    List<String> words = new ArrayList<>();
    for (String stretch : shape.stretches()) {
      cut(stretch, words);
    }
    return words;
  }

  /* Viterbi over cuts: a known word costs its bits, an unknown one those of its spelling; both are
   * surprisals of one mixture. A word of one or two letters must be a stretch of its own or a place at
   * the end, else every handle would fall to initials. */
  private void cut(String stretch, List<String> words) {
    int n = stretch.length();
    if (n < 5 || n > 64 || stretch.charAt(0) <= '9') {
      words.add(stretch);
      return;
    }
    long[] best = new long[n + 1];
    int[] from = new int[n + 1];
    double[] spelled = new double[LONGEST + 1];
    Arrays.fill(best, Long.MAX_VALUE);
    best[0] = 0;
    for (int start = 0; start + 1 < n; start++) {
      if (best[start] == Long.MAX_VALUE) {
        continue;
      }
      int longest = Math.min(n, start + LONGEST);
      spelling.words(stretch, start, longest, spelled);
      for (int end = start + 2; end <= longest; end++) {
        String word = stretch.substring(start, end);
        if (allowed(word, end, n)) {
          long cost = best[start] + bits(word, spelled[end - start]);
          if (cost < best[end]) {
            best[end] = cost;
            from[end] = start;
          }
        }
      }
    }
    int at = words.size();
    for (int end = n; end > 0; end = from[end]) {
      words.add(at, stretch.substring(from[end], end));
    }
  }

  private boolean allowed(String word, int end, int n) {
    int length = word.length();
    return length == n || length >= 3 || end == n && places.contains(word);
  }

  /** The surprisal of a word anywhere, without anything taken as the owner's: for cutting. */
  private int bits(String word, double spelled) {
    int[] here = counts.get(word);
    long times = 0;
    for (int k = 0; here != null && k < here.length; k++) {
      times += here[k];
    }
    double share = (times + kinds * spelled) / ((double) all + kinds);
    return -Bits.log2(Math.min(1, share + general(word)));
  }

  /* What any table would have. About one handle in two holds a given name, and so a surname; an office
   * word is in about one of 500. */
  private double general(String word) {
    double name = general.listed(word) ? StrictMath.pow(2, -1 - general.bits(word)) : 0;
    return office.contains(word) ? name + 0.002 : name;
  }

  private double spelled(String word) {
    double[] words = new double[word.length() + 1];
    spelling.words(word, 0, word.length(), words);
    return words[word.length()];
  }

  /**
   * The surprisal of a word in a handle of a platform that is another person's, in 1/65536 bits.
   */
  int bits(String word, String platform) {
    double spelled = kinds * spelled(word);
    int[] here = counts.get(word);
    int p = platform(platform);
    int others = 0;
    int othersHere = 0;
    for (int k = 0; here != null && k < here.length; k++) {
      int left = Math.max(0, here[k] - 1);
      others += left;
      othersHere += k == p ? left : 0;
    }
    double anywhere = (others + spelled) / ((double) all + kinds);
    int size = accounts.length == 0 ? 0 : accounts[p];
    double onPlatform = (othersHere + spelled) / ((double) size + kinds);
    return -Bits.log2(Math.min(1, (anywhere + onPlatform) / 2 + general(word)));
  }

  /** The surprisal of each character of a word, in 1/65536 bits. */
  int[] characters(String word) {
    return spelling.surprisal(word);
  }
}
