package dev.sextant.linkage.compare;

/**
 * A profile names a comparison or an option that cannot be used. Holds words of the profile only,
 * never a value of a record.
 */
public final class BadOption extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String place;
  private final String value;
  private final String cure;

  /**
   * Says what does not fit.
   *
   * @param code stable, such as {@code SX-LINK-OPTION}
   * @param what what is wrong, in a few words
   * @param place the comparison and option, such as {@code phone.region}
   * @param value the word of the profile
   * @param cure what would be taken
   */
  public BadOption(String code, String what, String place, String value, String cure) {
    super(code + ": " + what + " | at: " + place + " | value: " + value + " | cure: " + cure);
    this.code = code;
    this.place = place;
    this.value = value;
    this.cure = cure;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The comparison and option. */
  public String place() {
    return place;
  }

  /** The word of the profile. */
  public String value() {
    return value;
  }

  /** What would be taken. */
  public String cure() {
    return cure;
  }
}
