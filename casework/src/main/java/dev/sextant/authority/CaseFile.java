package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;

/**
 * A case, as the register lists it.
 *
 * @param id random identifier
 * @param number running number, for people
 * @param name the case's cover name; says nothing about its persons
 * @param openedBy who opened it
 * @param openedAt when
 */
public record CaseFile(CaseId id, long number, String name, ActorId openedBy, Instant openedAt) {
  /** The short form printed in exhibit numbers: {@code C-12}. */
  public String shortName() {
    return "C-" + number;
  }
}
