package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
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
    return text(document, unsigned, Digest.ofFields(unsigned.reasons));
  }

  /* The same where only the digest of the reasons is at hand. */
  static String text(AuthorityDocument document, Approval unsigned, Digest reasons) {
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
        + reasons
        + "\nat "
        + unsigned.at
        + "\n";
  }

  /* What its sealed reasons are bound to: all the rest of it, so that reasons sealed for another
   * decision, or for a step of the history, do not open here. */
  static byte[] about(AuthorityDocument document, Approval approval) {
    return String.join(
            " ",
            "approval-reasons/v1",
            document.id().toString(),
            Integer.toString(document.version()),
            approval.document.hex(),
            approval.role.name(),
            approval.actor.toString(),
            approval.decision.name(),
            approval.at.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  Approval reasoned(String opened) {
    return new Approval(role, actor, decision, document, opened, note, at);
  }
}
