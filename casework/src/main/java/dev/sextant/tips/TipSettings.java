package dev.sextant.tips;

import java.time.Duration;

/**
 * The numbers of the tip process; the jurisdiction's pack gives them.
 *
 * @param port the port it listens on, loopback only: an onion service or a TLS end stands before it
 * @param mailbox how dear one try at a return code is
 * @param stamp how dear one try at a stamp is
 * @param stampBits how many leading zero bits a stamp needs
 * @param shortestStay how long a form must have been open where no stamp was made
 * @param hourlyWithoutStamp after so many tips in an hour only those with a stamp are taken
 * @param mostBytes the longest submission
 */
public record TipSettings(
    int port,
    Argon mailbox,
    Argon stamp,
    int stampBits,
    Duration shortestStay,
    int hourlyWithoutStamp,
    int mostBytes) {
  /**
   * Argon2id's work.
   *
   * @param kibibytes memory
   * @param passes times over it
   */
  public record Argon(int kibibytes, int passes) {}
}
