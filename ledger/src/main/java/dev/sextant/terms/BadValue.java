package dev.sextant.terms;

/** A text or number that cannot be one of the glossary's values. */
public final class BadValue extends Fault {
  private static final long serialVersionUID = 1L;

  /**
   * @param code stable code
   * @param place the type or field that was being made
   * @param value the text that does not fit
   * @param cure what would fit
   */
  public BadValue(String code, String place, String value, String cure) {
    super(code, "not a valid " + place, place, value, cure);
  }
}
