package dev.sextant.identity;

import dev.sextant.identity.Facet.Found;
import dev.sextant.identity.Likeness.Group;
import dev.sextant.identity.Observation.Said;
import dev.sextant.linkage.compare.Corpus;
import dev.sextant.linkage.compare.Handles;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.metric.Folded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles and names. A handle weighs by how surprising what two have in common is, under a model of
 * usual handles that is frozen with the method: "john" says nothing, a word of one's own says much.
 */
final class Namings {
  private static final String USUAL = "/identity/usual-handles.txt";

  /** Most handles of one account that are compared; more are somebody's play. */
  private static final int MOST_HANDLES = 12;

  /**
   * Half of all holders choose another handle on another platform, and nearly all strangers have
   * another: log2(0.5).
   */
  private static final int OTHER = -Bits.ONE;

  private final Handles handles;

  Namings() {
    this.handles = Handles.learned(Corpus.of(usual()));
  }

  private static List<List<String>> usual() {
    try (InputStream in = Namings.class.getResourceAsStream(USUAL)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + USUAL);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> List.of(line, "", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Facet> facets() {
    return List.of(
        new Facet("handle", Group.NAMING, "a handle of each", 16, -1, this::handle),
        new Facet("name", Group.NAMING, "a name of each", 9, -1.5, Namings::name));
  }

  /** What can be read as a handle: handles and the local parts of addresses. */
  static Map<String, String> callings(Observation of) {
    Map<String, String> callings = new LinkedHashMap<>();
    of.handles().keySet().stream().limit(MOST_HANDLES).forEach(h -> callings.put(h, h));
    for (Said kind : List.of(Said.VERIFIED_EMAIL, Said.EMAIL)) {
      for (String address : of.all(kind)) {
        if (callings.size() < MOST_HANDLES && !of.generic().contains(address)) {
          callings.putIfAbsent(address.substring(0, address.lastIndexOf('@')), address);
        }
      }
    }
    return callings;
  }

  private @Nullable Found handle(Observation a, Observation b) {
    Map<String, String> ofA = callings(a);
    Map<String, String> ofB = callings(b);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return null;
    }
    Found best = null;
    for (Map.Entry<String, String> one : ofA.entrySet()) {
      Handles.Prepared left = prepared(one.getKey(), a);
      for (Map.Entry<String, String> other : ofB.entrySet()) {
        Found found = handle(a, b, one, other, left);
        best = better(best, found);
      }
    }
    return best;
  }

  private static @Nullable Found better(@Nullable Found best, @Nullable Found found) {
    if (best == null || found == null) {
      return best == null ? found : best;
    }
    return found.weight() > best.weight() ? found : best;
  }

  private @Nullable Found handle(
      Observation a,
      Observation b,
      Map.Entry<String, String> one,
      Map.Entry<String, String> other,
      Handles.@Nullable Prepared left) {
    Handles.Prepared right = prepared(other.getKey(), b);
    if (left == null || right == null) {
      return null;
    }
    boolean own = one.getKey().equals(one.getValue()) && other.getKey().equals(other.getValue());
    if (own && a.platform().equals(b.platform()) && one.getKey().equalsIgnoreCase(other.getKey())) {
      boolean both = keyed(a) && keyed(b);
      // A handle belongs to one account of a platform at a time, and can change hands.
      return both
          ? Found.of("the same on one platform, one after the other", one.getKey(), other.getKey(), 0)
          : Found.of("the same on one platform", one.getKey(), other.getKey(), 16);
    }
    int weight = Math.max(OTHER, handles.weight(left, right));
    String level = handles.levels().get(handles.level(left, right));
    return new Found(level, one.getValue(), other.getValue(), weight);
  }

  private static boolean keyed(Observation of) {
    return of.account().contains("/platform_id/") || of.account().contains("/phone/");
  }

  private Handles.@Nullable Prepared prepared(String calling, Observation of) {
    List<String> names = of.all(Said.NAME);
    return handles.prepare(
        List.of(calling, of.platform().name(), names.isEmpty() ? "" : names.getFirst()));
  }

  /* A full name of two words and more is rarely a stranger's; one word is. */
  private static @Nullable Found name(Observation a, Observation b) {
    Found best = null;
    for (String one : a.all(Said.NAME)) {
      for (String other : b.all(Said.NAME)) {
        best = better(best, name(one, other));
      }
    }
    return best;
  }

  private static @Nullable Found name(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    if (left.isEmpty() || right.isEmpty()) {
      return null;
    }
    Set<String> common = new HashSet<>(left);
    common.retainAll(right);
    int shorter = Math.min(left.size(), right.size());
    if (common.size() == Math.max(left.size(), right.size())) {
      return left.size() > 1
          ? Found.of("the same full name", one, other, 9)
          : Found.of("the same single name", one, other, 3);
    }
    if (common.size() >= 2) {
      return Found.of("two words of the name in common", one, other, 6);
    }
    if (common.size() == 1) {
      return Found.of("one word of the name in common", one, other, shorter == 1 ? 1.5 : 1);
    }
    return Found.of("another name", one, other, shorter > 1 ? -1.5 : -0.5);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : Folded.split(name)) {
      if (word.length() > 1) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
