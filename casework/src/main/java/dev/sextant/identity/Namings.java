package dev.sextant.identity;

import dev.sextant.identity.Facet.Found;
import dev.sextant.identity.Likeness.Group;
import dev.sextant.identity.Observation.Said;
import dev.sextant.linkage.compare.Corpus;
import dev.sextant.linkage.compare.Handles;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Kind;
import dev.sextant.linkage.name.NameReader;
import dev.sextant.linkage.name.NameText;
import dev.sextant.linkage.name.NameVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Names of one account that are compared. */
  private static final int MOST_NAMES = 4;

  /** The comparison of names counts from a prior of 1 to 256. */
  private static final int NAME_PRIOR = 8 * Bits.ONE;

  private static final int MOST_NAME = 10 * Bits.ONE;
  private static final int LEAST_NAME = -3 * Bits.ONE / 2;

  /** Names kept as they were read: reading one costs far more than comparing two. */
  private static final int MOST_TEXTS = 50_000;

  private final Handles handles;
  private final NameReader reader = new NameReader(true);
  private final ThreadLocal<NameVerdict> verdicts = ThreadLocal.withInitial(NameVerdict::new);
  private final ConcurrentHashMap<String, Optional<NameText>> texts = new ConcurrentHashMap<>();

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
        new Facet("name", Group.NAMING, "a name of each", 10, -1.5, this::name));
  }

  /** How surprising it is that two strangers chose this handle, in 1/65536 bits. */
  int rarity(String handle) {
    Handles.Prepared prepared = handles.prepare(List.of(handle, "", ""));
    return prepared == null ? 0 : Math.max(0, handles.weight(prepared, prepared));
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
          ? Found.of(
              "the same on one platform, one after the other", one.getKey(), other.getKey(), 0)
          : Found.of("the same on one platform", one.getKey(), other.getKey(), 16);
    }
    if (own && one.getKey().equalsIgnoreCase(other.getKey())) {
      return new Found("the same", one.getKey(), other.getKey(), rarity(one.getKey()));
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
        List.of(own(calling, of), of.platform().name(), names.isEmpty() ? "" : names.getFirst()));
  }

  /* Without what many handles of the case have; the whole where nothing else is left. */
  private static String own(String calling, Observation of) {
    StringBuilder own = new StringBuilder();
    for (String part : ObservationCensus.parts(calling)) {
      if (!of.generic().contains(Observation.PART + part)) {
        own.append(own.isEmpty() ? "" : "_").append(part);
      }
    }
    return own.isEmpty() ? calling : own.toString();
  }

  /* What an account displays is chosen, and often is no name at all: what a name's comparison says
   * counts by half, and that names differ hardly at all. */
  private @Nullable Found name(Observation a, Observation b) {
    Found best = null;
    for (String one : a.all(Said.NAME).stream().limit(MOST_NAMES).toList()) {
      for (String other : b.all(Said.NAME).stream().limit(MOST_NAMES).toList()) {
        best = better(best, name(one, other));
      }
    }
    return best;
  }

  private @Nullable Found name(String one, String other) {
    NameText left = read(one);
    NameText right = read(other);
    if (left == null || right == null) {
      return null;
    }
    NameVerdict verdict = verdicts.get();
    verdict.compare(left, right);
    int ratio = verdict.tenths() * Bits.ONE / 10 + NAME_PRIOR;
    int weight = Math.max(LEAST_NAME, Math.min(MOST_NAME, ratio / 2));
    return new Found(verdict.level().words(), one, other, weight);
  }

  private @Nullable NameText read(String name) {
    if (texts.size() > MOST_TEXTS) {
      texts.clear();
    }
    return texts
        .computeIfAbsent(name, n -> Optional.ofNullable(reader.read(n, Kind.PERSON)))
        .orElse(null);
  }
}
