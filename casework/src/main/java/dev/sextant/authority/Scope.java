package dev.sextant.authority;

import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an authority lets be seen. What it does not name is out of scope; what cannot be placed is
 * out of scope.
 *
 * @param selectors the accounts, persons, devices and topics that are named
 * @param platforms the platforms that are named
 * @param contentWindow when a record must have happened
 * @param maxLevel the highest intrusiveness, 0 (overt) to 3 (repeated viewing of a person); 4
 *     (interaction) and 5 (compelled data) are recorded elsewhere and never done by this program
 * @param stableIds the platform's permanent account number behind a named handle, where it is
 *     known: the number is then named too, and the handle means that account alone, whoever bears
 *     it next
 */
public record Scope(
    Set<Selector> selectors,
    Set<Platform> platforms,
    Span contentWindow,
    int maxLevel,
    Map<Selector, String> stableIds) {

  /** Zones reach from UTC-12 to UTC+14: a local text of unknown zone lies this much about. */
  private static final Duration WEST = Duration.ofHours(12);

  private static final Duration EAST = Duration.ofHours(14);

  private static final int HIGHEST_LEVEL = Level.PROFILING.number();

  /** With no handle bound to a permanent number. */
  public Scope(Set<Selector> selectors, Set<Platform> platforms, Span contentWindow, int maxLevel) {
    this(selectors, platforms, contentWindow, maxLevel, Map.of());
  }

  /** Copies the sets in a stable order and checks the level. */
  public Scope {
    TreeSet<Selector> sorted = new TreeSet<>(Comparator.comparing(Selector::toString));
    sorted.addAll(selectors);
    TreeMap<Selector, String> bound = new TreeMap<>(Comparator.comparing(Selector::toString));
    for (Map.Entry<Selector, String> one : stableIds.entrySet()) {
      Selector handle = one.getKey();
      Platform platform = handle.platform();
      if (handle.type() != SelectorType.HANDLE || platform == null || !selectors.contains(handle)) {
        throw new BadScope(
            "SX-AUTH-STABLE-ID",
            "a permanent number belongs to a handle that is named",
            "stableIds",
            handle.type().name(),
            "name the handle too");
      }
      Selector named = Selector.of(SelectorType.PLATFORM_ID, platform, one.getValue());
      bound.put(handle, named.value());
      sorted.add(named);
    }
    stableIds = Collections.unmodifiableMap(bound);
    // Asked of every record that comes in, by thousands of names: hashed, in the stable order.
    selectors = Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    platforms = Collections.unmodifiableSet(new TreeSet<>(platforms));
    contentWindow = micros(contentWindow);
    if (maxLevel < 0 || maxLevel > HIGHEST_LEVEL) {
      throw new BadScope(
          "SX-AUTH-LEVEL",
          "this level of intrusiveness cannot be authorised here",
          "maxLevel",
          Integer.toString(maxLevel),
          "give 0 to 3; interaction and compelled data are another process");
    }
  }

  /* PostgreSQL keeps microseconds: a window must read the same in the document and in the row. */
  static Span micros(Span span) {
    Instant from = span.from();
    Instant to = span.to();
    return new Span(
        from == null ? null : from.truncatedTo(ChronoUnit.MICROS),
        to == null ? null : to.truncatedTo(ChronoUnit.MICROS));
  }

  /** The same without some selectors: those that are suspended. */
  Scope without(Set<Selector> gone) {
    TreeSet<Selector> left = new TreeSet<>(Comparator.comparing(Selector::toString));
    left.addAll(selectors);
    left.removeAll(gone);
    TreeMap<Selector, String> bound = new TreeMap<>(Comparator.comparing(Selector::toString));
    bound.putAll(stableIds);
    bound.keySet().removeAll(gone);
    return new Scope(left, platforms, contentWindow, maxLevel, bound);
  }

  /**
   * Whether all that this scope lets be seen, another lets be seen too: nothing named here that is
   * not named there, no handle bound there that is not bound alike here, and no window that reaches
   * further.
   */
  boolean within(Scope other) {
    return other.selectors.containsAll(selectors)
        && other.platforms.containsAll(platforms)
        && other.contentWindow.contains(contentWindow)
        && other.stableIds.entrySet().stream()
            .filter(bound -> selectors.contains(bound.getKey()))
            .allMatch(bound -> bound.getValue().equals(stableIds.get(bound.getKey())));
  }

  /**
   * Whether a record may be seen.
   *
   * @param platform where it comes from
   * @param claimed when it happened, as its source says
   * @param timed false for kinds that have no time of their own (a profile, a membership): they are
   *     not sealed for having none
   * @param involved every identifier that the record names; one of them in the scope is enough
   */
  public Verdict verdict(
      Platform platform, ClaimedTime claimed, boolean timed, Collection<Selector> involved) {
    if (!platforms.contains(platform)) {
      return Verdict.SEALED_PLATFORM;
    }
    Verdict time = byTime(claimed, timed);
    if (time != Verdict.IN_SCOPE) {
      return time;
    }
    for (Selector selector : involved) {
      if (selectors.contains(selector)) {
        return Verdict.IN_SCOPE;
      }
    }
    return Verdict.SEALED_SELECTOR;
  }

  /* A claimed time is a stretch, not a point: a day's precision is a day long, an unknown zone
   * widens it by the zones of the world. Wholly inside is in scope, wholly outside is sealed for
   * time, and astride an edge nobody can say: unknown. */
  private Verdict byTime(ClaimedTime claimed, boolean timed) {
    Instant instant = claimed.instant();
    if (instant == null) {
      return timed && !contentWindow.equals(Span.always())
          ? Verdict.SEALED_UNKNOWN_TIME
          : Verdict.IN_SCOPE;
    }
    boolean zoneKnown = claimed.basis() != ZoneBasis.UNKNOWN;
    Instant earliest = zoneKnown ? instant : instant.minus(EAST);
    Instant latest = (zoneKnown ? instant : instant.plus(WEST)).plus(width(claimed));
    if (contentWindow.contains(earliest) && contentWindow.contains(latest)) {
      return Verdict.IN_SCOPE;
    }
    Instant from = contentWindow.from();
    Instant to = contentWindow.to();
    boolean outside =
        (from != null && latest.isBefore(from)) || (to != null && !earliest.isBefore(to));
    return outside ? Verdict.SEALED_TIME : Verdict.SEALED_UNKNOWN_TIME;
  }

  private static Duration width(ClaimedTime claimed) {
    Duration unit =
        switch (claimed.precision()) {
          case DAY -> Duration.ofDays(1);
          case MINUTE -> Duration.ofMinutes(1);
          case SECOND -> Duration.ofSeconds(1);
          case MILLISECOND -> Duration.ofMillis(1);
          case NONE -> Duration.ofNanos(1);
        };
    return unit.minusNanos(1);
  }
}
