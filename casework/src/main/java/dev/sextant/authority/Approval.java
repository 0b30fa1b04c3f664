package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;

/**
 * A signed decision on one version of an authority. It stands for the document of its digest alone:
 * once a field changes, it counts no more.
 *
 * @param role in which part the person decided
 * @param actor who
 * @param decision what
 * @param document digest of the document decided on
 * @param reasons why, in that person's words
 * @param note the signed note over all of the above
 * @param at when
 */
public record Approval(
    Role role,
    ActorId actor,
    Decision decision,
    Digest document,
    String reasons,
    String note,
    Instant at) {

  /** What is signed. */
  static String text(AuthorityDocument document, Approval unsigned) {
    return "sextant-approval/v1\nauthority "
        + document.id()
        + " version "
        + document.version()
        + "\ndocument "
        + unsigned.document
        + "\nrole "
        + unsigned.role
        + "\nactor "
        + unsigned.actor
        + "\ndecision "
        + unsigned.decision
        + "\nreasons "
        + Digest.ofFields(unsigned.reasons)
        + "\nat "
        + unsigned.at
        + "\n";
  }

  Approval signed(String signedNote) {
    return new Approval(role, actor, decision, document, reasons, signedNote, at);
  }
}
