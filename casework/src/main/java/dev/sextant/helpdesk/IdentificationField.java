package dev.sextant.helpdesk;

/**
 * Data asked for only to identify a user (Regulation (EU) 2023/1543, Art. 3(10)): such a request
 * may name an address and a moment, and learns who that was.
 */
public enum IdentificationField implements DataField {
  /** An address. */
  IP_ADDRESS("IP addresses of access"),
  /** Where many share an address. */
  SOURCE_PORT("source ports and timestamps of access"),
  /** Other technical names of a user. */
  EQUIVALENT_IDENTIFIER("technical identifiers equivalent to an address");

  private final String words;

  IdentificationField(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public DataCategory category() {
    return DataCategory.IDENTIFICATION;
  }
}
