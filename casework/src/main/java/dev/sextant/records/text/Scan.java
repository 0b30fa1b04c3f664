package dev.sextant.records.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text while it is looked through: what stands in it, what was seen, what is taken already. */
final class Scan {
  private final Normal normal;
  private final String text;
  private final List<int[]> taken = new ArrayList<>();
  private final List<Sighting> seen = new ArrayList<>();

  /** What a match says. */
  interface Taker {
    void take(Matcher match);
  }

  Scan(String original) {
    this.normal = Normal.cased(original);
    this.text = normal.text();
  }

  /** The text, without what hides, in its own case. */
  String text() {
    return text;
  }

  /** Gives every match of a pattern. */
  void each(Pattern pattern, Taker taker) {
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      taker.take(match);
    }
  }

  /** Whether no earlier rule has a claim on any of these characters. */
  boolean free(int from, int to) {
    return taken.stream().noneMatch(t -> t[0] < to && from < t[1]);
  }

  /** Notes what was seen, and keeps later rules from reading something else into it. */
  void add(SelectorKind kind, String rule, int from, int to, String value, Check check) {
    note(kind, rule, from, to, value, check);
    taken.add(new int[] {from, to});
  }

  /** Notes what was seen inside something larger, or as one reading of several. */
  void note(SelectorKind kind, String rule, int from, int to, String value, Check check) {
    seen.add(new Sighting(kind, rule, normal.original(from), normal.original(to), value, check));
  }

  /** Whether one of the words stands shortly before a place. */
  boolean announced(Pattern words, int place) {
    return words.matcher(text).region(Math.max(0, place - 40), place).find();
  }

  /** All that was seen, in the order in which it stands. */
  List<Sighting> seen() {
    seen.sort(
        Comparator.comparingInt(Sighting::from)
            .thenComparingInt(Sighting::to)
            .thenComparing(Sighting::kind)
            .thenComparing(Sighting::value));
    return List.copyOf(seen);
  }
}
