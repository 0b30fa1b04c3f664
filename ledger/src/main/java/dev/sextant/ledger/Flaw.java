package dev.sextant.ledger;

/**
 * Something that does not check.
 *
 * @param place tile, entry index or signature
 * @param what what is wrong with it
 */
public record Flaw(String place, String what) {
  @Override
  public String toString() {
    return place + ": " + what;
  }
}
