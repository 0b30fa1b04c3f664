package dev.sextant.disclosure;

import java.util.UUID;

/**
 * A recipient in the register.
 *
 * @param id random; it names the recipient in the log
 * @param name the person
 * @param need the standing statement of need to know
 * @param agreement under which agreement, with the body the person acts for
 */
public record Registered(UUID id, String name, String need, Agreement agreement) {
  /** As a report names the recipient, with the need of this release. */
  public Recipient recipient(String needNow) {
    return new Recipient(name, agreement.organisation(), needNow, agreement.reference());
  }
}
