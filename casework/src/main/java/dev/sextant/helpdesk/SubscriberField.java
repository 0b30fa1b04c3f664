package dev.sextant.helpdesk;

/**
 * The closed list of 18 USC 2703(c)(2), which is also what Regulation (EU) 2023/1543 calls
 * subscriber data in substance. Nothing can be added to it by a request.
 */
public enum SubscriberField implements DataField {
  /** 2703(c)(2)(A). */
  NAME("name"),
  /** 2703(c)(2)(B). */
  ADDRESS("address, e-mail addresses and telephone numbers given for the account"),
  /** 2703(c)(2)(C). */
  SESSION_TIMES("records of session times and durations"),
  /** 2703(c)(2)(D). */
  SERVICE("length of service, its start, and types of service used"),
  /** 2703(c)(2)(E). */
  SUBSCRIBER_NUMBER(
      "subscriber number or identity, including any temporarily assigned network address"),
  /** 2703(c)(2)(F). */
  PAYMENT("means and source of payment");

  private final String words;

  SubscriberField(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public DataCategory category() {
    return DataCategory.SUBSCRIBER;
  }
}
