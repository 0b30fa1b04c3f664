package dev.sextant.authority;

import java.util.List;
import java.util.Set;

/**
 * An offence that an application may cite, if the pack's rule is satisfied by it.
 *
 * @param id the word by which it is cited, stable across versions of the pack
 * @param title its name for people
 * @param statute where the law says it
 * @param group under which a form lists it
 * @param answers the yes-or-no answers that are yes, by their names in the pack
 * @param wants what the pack's rule finds wanting, in sentences; empty if it can be cited
 */
public record Offence(
    String id,
    String title,
    String statute,
    String group,
    Set<String> answers,
    List<String> wants) {
  /** Copies the collections. */
  public Offence {
    answers = Set.copyOf(answers);
    wants = List.copyOf(wants);
  }

  /** True if an application may rest on it. */
  public boolean citable() {
    return wants.isEmpty();
  }
}
