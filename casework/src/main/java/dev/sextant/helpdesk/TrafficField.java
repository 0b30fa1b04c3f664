package dev.sextant.helpdesk;

/**
 * Records about an account that hold no words: what 18 USC 2703(d) reaches beyond subscriber data,
 * and what Regulation (EU) 2023/1543 calls traffic data.
 */
public enum TrafficField implements DataField {
  /** Both ends of a message. */
  CORRESPONDENTS("sender and recipients of messages, without their words"),
  /** When. */
  MESSAGE_TIMES("dates and times of messages and calls"),
  /** Where from, over time. */
  LOGIN_HISTORY("history of log-ins with IP addresses"),
  /** With what. */
  DEVICES("identifiers of devices and applications used"),
  /** Who with. */
  CONNECTIONS("lists of friends, followers, groups and blocked accounts"),
  /** Which other accounts. */
  LINKED_ACCOUNTS("accounts linked by cookie, device or payment");

  private final String words;

  TrafficField(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public DataCategory category() {
    return DataCategory.TRAFFIC;
  }
}
