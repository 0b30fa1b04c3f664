package dev.sextant.disclosure.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that must be nowhere in a bundle, each with what stands in its place. The longest is
 * replaced first, so that a part of it does not spoil it.
 */
final class Terms {
  /** A shorter term meets by chance where two words touch. */
  private static final int CLOSE = 10;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> exact = new LinkedHashMap<>();

  private record Entry(String text, Spelled spelled, String instead) {}

  /** Adds a text; one that is too short to be looked for is left out. */
  void add(String text, String instead) {
    if (Spelled.findable(text)) {
      entries.putIfAbsent(
          Spelled.normal(text).strip(), new Entry(text, Spelled.of(text, true), instead));
    }
  }

  /** Adds a text that is replaced as it is written, and not looked for in other spellings. */
  void addExact(String text, String instead) {
    if (Spelled.findable(text)) {
      exact.putIfAbsent(text, new Entry(text, Spelled.of(text, false), instead));
    }
  }

  /** How many are looked for. */
  int size() {
    return entries.size();
  }

  /** A text without any of them: replaced where it is written plainly, else withheld whole. */
  String swept(String text) {
    if (text.isEmpty()) {
      return text;
    }
    String out = in(text) ? replaced(text, entries.values()) : text;
    // Written in a way that replacing does not reach: then nothing of the text is given.
    return in(out) ? Redactor.WITHHELD : replaced(out, exact.values());
  }

  private static String replaced(String text, Collection<Entry> with) {
    List<Entry> longestFirst = new ArrayList<>(with);
    longestFirst.sort(Comparator.comparingInt((Entry e) -> e.text.length()).reversed());
    String out = text;
    for (Entry entry : longestFirst) {
      out = entry.spelled.replaced(out, entry.instead);
    }
    return out;
  }

  /** Whether a text says one of them, in any reading. */
  boolean in(String text) {
    return entries.size() > 0 && !found(Readings.of(text), Set.of()).isEmpty();
  }

  /**
   * Those that one of some readings holds, by their place in order.
   *
   * @param readings what {@link Readings#of} gave
   * @param but not asked for
   */
  Set<Integer> found(Set<String> readings, Set<Integer> but) {
    Set<Integer> found = new TreeSet<>();
    int n = 0;
    for (Entry entry : entries.values()) {
      if (!but.contains(n) && readings.stream().anyMatch(entry.spelled::in)) {
        found.add(n);
      }
      n++;
    }
    return found;
  }

  /** Those that a text holds where blanks are left out, as where a page breaks its lines. */
  Set<Integer> foundClose(String text, Set<Integer> but) {
    String close = Spelled.normal(text).replace(" ", "");
    Set<Integer> found = new TreeSet<>();
    int n = 0;
    for (String term : entries.keySet()) {
      String joined = term.replace(" ", "");
      if (!but.contains(n) && joined.length() >= CLOSE && close.contains(joined)) {
        found.add(n);
      }
      n++;
    }
    return found;
  }

  /** Those of fewer signs than that, and others besides. */
  Set<Integer> shorter(int signs, Set<Integer> others) {
    Set<Integer> all = new TreeSet<>(others);
    int n = 0;
    for (String term : entries.keySet()) {
      if (term.length() < signs) {
        all.add(n);
      }
      n++;
    }
    return all;
  }
}
