package dev.sextant.disclosure;

import dev.sextant.terms.Digest;

/**
 * Who receives a disclosure, and on what footing (28 CFR 23.20(d)-(f): need to know, equivalent
 * rules accepted, a written record).
 *
 * @param name the person
 * @param organisation the body the person acts for
 * @param need why it needs this
 * @param agreement the agreement or order under which it is given, by its reference
 */
public record Recipient(String name, String organisation, String need, String agreement) {
  private static final int MIN = 3;
  private static final int MAX = 500;

  /** Checks that nothing is left out. */
  public Recipient {
    check("recipient name", name);
    check("recipient organisation", organisation);
    check("need to know", need);
    check("agreement", agreement);
  }

  /**
   * The digest by which the log names the recipient.
   *
   * @param salt random; without it, the log would tell a guesser whom it names
   */
  public Digest digest(String salt) {
    return Digest.ofFields("sextant-recipient/v1", salt, name, organisation, need, agreement);
  }

  private static void check(String field, String text) {
    if (text.strip().length() < MIN || text.length() > MAX) {
      throw new dev.sextant.terms.BadValue(
          "SX-DISC-RECIPIENT", field, text.length() + " characters", "write 3 to 500 characters");
    }
  }
}
