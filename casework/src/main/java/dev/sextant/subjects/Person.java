package dev.sextant.subjects;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of a case.
 *
 * @param id its identifier
 * @param number its number within the case, from 1
 * @param label the name to show; the caller masks a child's
 * @param identifiers account keys and selectors
 * @param roles roles held now
 * @param given how each role came about, oldest first
 * @param suspicions all suspicions, oldest first
 * @param keptUntil when the person's rows are hidden and then destroyed
 * @param validUntil the end of the accepted suspicion, or null if there is none
 * @param edited when label or identifiers were last edited; moves neither date
 */
public record Person(
    PersonId id,
    int number,
    String label,
    List<String> identifiers,
    Set<PersonRole> roles,
    List<RoleGiven> given,
    List<Suspicion> suspicions,
    Instant keptUntil,
    @Nullable Instant validUntil,
    Instant edited) {
  /** Copies. */
  public Person {
    identifiers = List.copyOf(identifiers);
    EnumSet<PersonRole> sorted = EnumSet.noneOf(PersonRole.class);
    sorted.addAll(roles);
    roles = Collections.unmodifiableSet(sorted);
    given = List.copyOf(given);
    suspicions = List.copyOf(suspicions);
  }

  /**
   * A role given or taken back.
   *
   * @param role which
   * @param held true if given
   * @param reason why
   * @param by by whom
   * @param at when
   */
  public record RoleGiven(PersonRole role, boolean held, String reason, ActorId by, Instant at) {}

  /** True if an accepted suspicion holds at a moment. */
  public boolean subject(Instant now) {
    return validUntil != null && now.isBefore(validUntil);
  }

  /** True if a suspicion waits for a second person. */
  public boolean quarantined() {
    return suspicions.stream().anyMatch(s -> s.review() == null);
  }

  /** True if the name is not to be shown: a minor. */
  public boolean masked() {
    return roles.contains(PersonRole.CHILD);
  }

  /** The name to show. */
  public String shownAs() {
    return masked() ? RoleBook.MASK + " " + number : label;
  }
}
