package dev.sextant.linkage.compare;

import dev.sextant.linkage.LinkageFault;

/**
 * A profile names a comparison or an option that cannot be used. Holds words of the profile only,
 * never a value of a record.
 */
public final class BadOption extends LinkageFault {
  private static final long serialVersionUID = 1L;

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
    super(code, what, place, value, cure);
  }
}
