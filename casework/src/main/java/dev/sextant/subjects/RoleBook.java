package dev.sextant.subjects;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The roles of a case's persons by the keys of their accounts, at one moment. A role that protects
 * (victim, witness, child) and was given in another case shows where this case gives none.
 */
public final class RoleBook {
  /** Stands where a child's name would. */
  public static final String MASK = "child (name withheld)";

  private final Map<String, Set<PersonRole>> own;
  private final Map<String, Set<PersonRole>> elsewhere;

  /**
   * @param own roles of this case by identifier
   * @param elsewhere protecting roles of other cases by identifier
   */
  public RoleBook(Map<String, Set<PersonRole>> own, Map<String, Set<PersonRole>> elsewhere) {
    this.own = new TreeMap<>(own);
    this.elsewhere = new TreeMap<>(elsewhere);
  }

  /** Nobody has a role. */
  public static RoleBook empty() {
    return new RoleBook(Map.of(), Map.of());
  }

  /** Roles of whoever is behind these accounts; empty if nobody gave any. */
  public Set<PersonRole> of(Collection<String> accounts) {
    Set<PersonRole> here = gathered(own, accounts);
    Set<PersonRole> there = gathered(elsewhere, accounts);
    if (here.isEmpty()) {
      return there;
    }
    // Whatever this case holds of somebody, a child of another case is a child in this.
    if (there.contains(PersonRole.CHILD)) {
      here.add(PersonRole.CHILD);
    }
    return Collections.unmodifiableSet(here);
  }

  private static Set<PersonRole> gathered(
      Map<String, Set<PersonRole>> roles, Collection<String> accounts) {
    EnumSet<PersonRole> all = EnumSet.noneOf(PersonRole.class);
    accounts.forEach(account -> all.addAll(roles.getOrDefault(account, Set.of())));
    return all;
  }

  /** True if somebody behind these accounts is a child. */
  public boolean masked(Collection<String> accounts) {
    return of(accounts).contains(PersonRole.CHILD);
  }

  /** For people: {@code victim, witness}, or {@code uncategorised}. */
  public String words(Collection<String> accounts) {
    Set<PersonRole> roles = of(accounts);
    if (roles.isEmpty()) {
      return PersonRole.UNCATEGORISED;
    }
    boolean foreign = gathered(own, accounts).isEmpty();
    String words = roles.stream().map(PersonRole::title).collect(Collectors.joining(", "));
    return foreign ? words + " (in another case)" : words;
  }
}
