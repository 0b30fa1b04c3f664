package dev.sextant.records.reader.mapping;

import dev.sextant.terms.Fault;

/** A mapping profile that does not follow its format. */
public final class BadProfile extends Fault {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what is wrong
   * @param place path of names within the profile
   * @param value the value found
   * @param cure what to write
   */
  public BadProfile(String what, String place, String value, String cure) {
    super("SX-MAP-PROFILE", what, place, value, cure);
  }
}
