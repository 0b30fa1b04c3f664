package dev.sextant.disclosure;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A line of the register of disclosures: what was released, to whom, when, why.
 *
 * @param id the disclosure
 * @param title its title
 * @param recipient who received it, and on what footing
 * @param recipientDigest by which the log names the recipient: salted, so that only who holds the
 *     register or the bundle can tell whom it names
 * @param findings what was released
 * @param authority under which authority
 * @param by who released it
 * @param byName that person's name
 * @param at when
 * @param leaf where the release's intent lies in the log
 * @param bundle the file
 * @param digest SHA-256 of the file
 * @param bytes its length
 * @param recipientId the recipient in the register; empty in a line of a build before the register
 * @param mark printed on every page of this copy
 * @param handling how it may be handled
 * @param template in which template it was released, or empty
 * @param redacted how many marks and rules took something out of it
 */
public record Disclosure(
    DisclosureId id,
    String title,
    Recipient recipient,
    Digest recipientDigest,
    List<FindingId> findings,
    AuthorityId authority,
    ActorId by,
    String byName,
    Instant at,
    long leaf,
    Path bundle,
    Digest digest,
    long bytes,
    String recipientId,
    String mark,
    Handling handling,
    String template,
    long redacted) {
  /** Copies. */
  public Disclosure {
    findings = List.copyOf(findings);
  }
}
