package dev.sextant.helpdesk;

import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is wanted, before any instrument is chosen.
 *
 * @param authority under which authority
 * @param provider whose playbook, by its short name
 * @param selectors which accounts; all of them the authority's
 * @param range of when
 * @param zone in which the range was meant, and in which days are counted
 * @param wanted which kinds of data
 * @param danger for an emergency: who is in which danger, and how the data would avert it; else
 *     empty
 */
public record Ask(
    AuthorityId authority,
    String provider,
    List<Selector> selectors,
    Span range,
    ZoneId zone,
    Set<DataField> wanted,
    String danger) {
  /** Sorts the selectors and copies. */
  public Ask {
    selectors =
        selectors.stream().distinct().sorted(Comparator.comparing(Selector::toString)).toList();
    wanted = Set.copyOf(wanted);
    danger = danger.strip();
  }

  /** Whether it is asked in an emergency. */
  public boolean emergency() {
    return !danger.isEmpty();
  }
}
