package dev.sextant.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that {@link WordCheck} looks for, from the table beside this class. */
final class WordList {
  /** What a word is. */
  enum Kind {
    ICD_203,
    PHIA,
    LOOSE,
    CONFIDENCE,
    WEASEL,
    ROLE,
    ROLE_LOOSE,
    GUILT,
    GUILT_LOOSE,
    FUTURE,
    TONGUE
  }

  /** Languages that the table knows. */
  enum Tongue {
    EN,
    ES,
    PT,
    FR
  }

  /** One line of the table. */
  record Entry(Kind kind, Tongue tongue, String group, Pattern pattern) {}

  /** Words found in a text. */
  record Hit(Entry entry, int from, int to) {
    boolean covers(Hit other) {
      return from <= other.from && to >= other.to && to - from > other.to - other.from;
    }
  }

  private static final String TABLE = "words.tsv";
  private static final List<Entry> ENTRIES = read();
  private static final Map<Character, List<Integer>> BY_FIRST = byFirst();

  private WordList() {}

  private static List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    InputStream table = Objects.requireNonNull(WordList.class.getResourceAsStream(TABLE), TABLE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          entries.add(
              new Entry(
                  Kind.valueOf(cells[0]),
                  Tongue.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                  cells[2],
                  whole(cells[3])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(entries);
  }

  /* Whole words only, and a space of the table is up to four of white space (a look-behind
   * needs a bound). */
  private static Pattern whole(String words) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:"
            + folded(words).replace(" ?", "\\s{0,4}").replace(" ", "\\s{1,4}")
            + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * A text without accents, each character in its place: people leave them out, and what is
   * forbidden with an accent is forbidden without.
   */
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '’' || c == 'ʼ') {
        out.append('\'');
      } else if (c < 0x80 || Character.isSurrogate(c)) {
        out.append(c);
      } else {
        out.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
      }
    }
    return out.toString();
  }

  /* Every pattern is whole words, so a match begins where a word does, with one of few letters: a text is
   * walked once, and at each word only those patterns are tried that can begin with its letter. Trying
   * each pattern at each character took half a second for ten thousand characters; this takes a few
   * milliseconds. Which letters a pattern can begin with the engine itself says: after one of them it asks for more. */
  private static Map<Character, List<Integer>> byFirst() {
    Map<Character, List<Integer>> index = new HashMap<>();
    for (int entry = 0; entry < ENTRIES.size(); entry++) {
      for (char first : "abcdefghijklmnopqrstuvwxyz0123456789".toCharArray()) {
        Matcher alone = ENTRIES.get(entry).pattern().matcher(String.valueOf(first));
        if (alone.lookingAt() || alone.hitEnd()) {
          index.computeIfAbsent(first, c -> new ArrayList<>()).add(entry);
        }
      }
    }
    return Map.copyOf(index);
  }

  /** All words of these kinds and this language, in the text's order. */
  static List<Hit> hits(String folded, Tongue tongue, Kind... kinds) {
    Set<Kind> wanted = EnumSet.copyOf(List.of(kinds));
    @Nullable Matcher[] matchers = new Matcher[ENTRIES.size()];
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < folded.length(); at++) {
      if (!startsWord(folded, at)) {
        continue;
      }
      char first = Character.toLowerCase(folded.charAt(at));
      for (int number : BY_FIRST.getOrDefault(first, List.of())) {
        Entry entry = ENTRIES.get(number);
        if (entry.tongue() == tongue && wanted.contains(entry.kind())) {
          Matcher matcher = matchers[number];
          if (matcher == null) {
            matcher = entry.pattern().matcher(folded).useTransparentBounds(true);
            matchers[number] = matcher;
          }
          if (matcher.region(at, folded.length()).lookingAt()) {
            hits.add(new Hit(entry, at, matcher.end()));
          }
        }
      }
    }
    hits.sort(Comparator.comparingInt(Hit::from).thenComparing(hit -> -hit.to()));
    return hits;
  }

  private static boolean startsWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  /** The whole table. */
  static List<Entry> entries() {
    return ENTRIES;
  }

  /** The language with most of the text's small words; English where none is ahead. */
  static Tongue tongue(String text) {
    String folded = folded(text);
    Tongue most = Tongue.EN;
    int best = -1;
    for (Tongue tongue : Tongue.values()) {
      int count = hits(folded, tongue, Kind.TONGUE).size();
      if (count > best) {
        most = tongue;
        best = count;
      }
    }
    return most;
  }
}
