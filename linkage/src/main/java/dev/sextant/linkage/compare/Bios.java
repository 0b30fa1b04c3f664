package dev.sextant.linkage.compare;

import dev.sextant.linkage.name.Latin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two profile texts: what they point to (web addresses, e-mail addresses, keys, wallets), and how
 * much of their wording they share. Cells: text, and further ones with links. A link or a phrase
 * that many accounts of the table have ("she/her", a link service's front page) says little:
 * shingles of three words are weighed by the logarithm of their rarity (IDF), links above a limit
 * not looked at.
 */
public final class Bios implements Comparison<Bios.Text> {
  private static final List<String> LEVELS =
      List.of(
          "both name the same key, wallet or mail address",
          "both link to the same rarely linked page",
          "nearly the same text",
          "much of the text the same",
          "some of the text the same",
          "both link to the same site",
          "nothing of note shared");

  /* Lengths are those of RFC 5321, 4.5.3.1, and RFC 1035, 2.3.4; without them a text of one letter
   * over and over would be searched anew from each. */
  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,30}"
              + "\\.[a-z]{2,63}");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)([a-z0-9.-]{1,253}\\.[a-z]{2,63})(/[^\\s)>\\]\"']*)?");

  /* Hosts on which every user has a page: the host alone says nothing. */
  private static final Set<String> HOSTS =
      Set.of(
          "twitter.com",
          "x.com",
          "facebook.com",
          "instagram.com",
          "youtube.com",
          "youtu.be",
          "tiktok.com",
          "t.me",
          "vk.com",
          "linkedin.com",
          "github.com",
          "reddit.com",
          "linktr.ee",
          "bit.ly",
          "goo.gl",
          "tinyurl.com",
          "medium.com",
          "wordpress.com",
          "blogspot.com",
          "tumblr.com",
          "google.com",
          "patreon.com",
          "onlyfans.com",
          "paypal.me",
          "beacons.ai",
          "carrd.co",
          "discord.gg",
          "twitch.tv",
          "snapchat.com",
          "pinterest.com",
          "wikipedia.org");

  private final int most;
  private final Latin latin = new Latin();
  private final Map<String, Integer> links = new HashMap<>();
  private final Map<Long, Integer> shingles = new HashMap<>();
  private int records;

  private Bios(int most) {
    this.most = most;
  }

  /** Option {@code rare}: accounts that may link to a page still called rarely linked (10). */
  static Bios of(Options options, Corpus corpus) {
    Bios bios = new Bios(options.number("rare", 10, 2, 10_000));
    corpus.walk((cells, times) -> {
      bios.records += times;
      String text = String.join("\n", cells).toLowerCase(Locale.ROOT);
      for (String link : new TreeSet<>(bios.pages(text))) {
        bios.links.merge(link, times, Integer::sum);
      }
      for (long shingle : bios.shingles(text)) {
        bios.shingles.merge(shingle, times, Integer::sum);
      }
    });
    return bios;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Text prepare(List<String> cells) {
    String text = String.join("\n", cells).toLowerCase(Locale.ROOT);
    if (text.isBlank()) {
      return null;
    }
    TreeSet<String> marks = marks(cells, text);
    TreeSet<String> pages = new TreeSet<>();
    TreeSet<String> sites = new TreeSet<>();
    for (String page : pages(text)) {
      String site = page.contains("/") ? page.substring(0, page.indexOf('/')) : page;
      boolean bare = page.equals(site);
      if (!(bare && HOSTS.contains(site)) && links.getOrDefault(page, 0) <= most) {
        pages.add(page);
      }
      if (!HOSTS.contains(site)) {
        sites.add(site);
      }
    }
    long[] shingles = shingles(text);
    float[] weights = new float[shingles.length];
    double sum = 0;
    for (int i = 0; i < shingles.length; i++) {
      int held = this.shingles.getOrDefault(shingles[i], 1);
      weights[i] = (float) StrictMath.log((records + 2.0) / held);
      sum += weights[i];
    }
    boolean silent = marks.isEmpty() && pages.isEmpty() && sites.isEmpty() && shingles.length < 3;
    return silent
        ? null
        : new Text(array(marks), array(pages), array(sites), shingles, weights, sum);
  }

  private static TreeSet<String> marks(List<String> cells, String text) {
    TreeSet<String> marks = new TreeSet<>();
    Matcher mail = MAIL.matcher(text);
    while (mail.find()) {
      marks.add(mail.group());
    }
    /* Wallets tell small from capital letters. */
    for (String word : String.join("\n", cells).split("[^A-Za-z0-9]+")) {
      String key = word.length() >= 26 ? Keys.normal(word) : null;
      if (key != null) {
        marks.add(key);
      }
    }
    return marks;
  }

  private static String[] array(TreeSet<String> words) {
    return words.toArray(String[]::new);
  }

  private List<String> pages(String text) {
    List<String> pages = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      String host = link.group(1);
      for (String prefix : List.of("www.", "m.", "mobile.")) {
        host = host.startsWith(prefix) ? host.substring(prefix.length()) : host;
      }
      String path = link.group(2) == null ? "" : link.group(2);
      int query = path.indexOf('?');
      path = query >= 0 ? path.substring(0, query) : path;
      while (path.endsWith("/") || path.endsWith(".") || path.endsWith(",")) {
        path = path.substring(0, path.length() - 1);
      }
      pages.add(host + path);
    }
    return pages;
  }

  private long[] shingles(String text) {
    List<String> words = latin.words(LINK.matcher(text).replaceAll(" "));
    HashSet<Long> shingles = new HashSet<>();
    for (int i = 0; i + 3 <= words.size(); i++) {
      long hash = 0xcbf29ce484222325L;
      for (int k = i; k < i + 3; k++) {
        for (int c = 0; c < words.get(k).length(); c++) {
          hash = (hash ^ words.get(k).charAt(c)) * 0x100000001b3L;
        }
        hash = (hash ^ ' ') * 0x100000001b3L;
      }
      shingles.add(hash);
    }
    return shingles.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  @Override
  public int level(Text a, Text b) {
    if (meet(a.marks, b.marks)) {
      return 0;
    }
    if (meet(a.pages, b.pages)) {
      return 1;
    }
    int alike = alike(a, b);
    if (alike >= 30) {
      return alike >= 80 ? 2 : 3;
    }
    return alike >= 10 ? 4 : meet(a.sites, b.sites) ? 5 : 6;
  }

  /* Weighed Jaccard in percent, of texts of at least 3 shingles: shorter ones are phrases of the day. */
  private static int alike(Text a, Text b) {
    if (a.shingles.length < 3 || b.shingles.length < 3) {
      return 0;
    }
    double shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.shingles.length && j < b.shingles.length) {
      long x = a.shingles[i];
      long y = b.shingles[j];
      shared += x == y ? a.weights[i] : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    double all = a.sum + b.sum - shared;
    return all <= 0 ? 0 : (int) (100 * shared / all);
  }

  private static boolean meet(String[] a, String[] b) {
    for (String each : a) {
      if (Arrays.binarySearch(b, each) >= 0) {
        return true;
      }
    }
    return false;
  }

  /* One term a value: where it names several, the first in order stands for it. */
  @Override
  public @Nullable String term(Text value, int level) {
    String[] words =
        switch (level) {
          case 0 -> value.marks;
          case 1 -> value.pages;
          case 5 -> value.sites;
          default -> new String[0];
        };
    return words.length == 0 ? null : words[0];
  }

  /**
   * A profile text.
   *
   * @param marks mail addresses, keys and wallets, sorted
   * @param pages host and path of rarely linked pages, sorted
   * @param sites hosts that are one owner's, sorted
   * @param shingles hashes of three words in a row, sorted
   * @param weights by shingle, natural logarithm of its rarity
   * @param sum of the weights
   */
  public record Text(
      String[] marks,
      String[] pages,
      String[] sites,
      long[] shingles,
      float[] weights,
      double sum) {}
}
