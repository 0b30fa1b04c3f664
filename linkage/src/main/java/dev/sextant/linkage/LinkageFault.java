package dev.sextant.linkage;

import org.jspecify.annotations.Nullable;

/**
 * Why a table, a profile or a request cannot be taken as it stands: a stable code, what is wrong,
 * where, which value, and the cure. Nothing was written.
 */
public class LinkageFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String what;
  private final String place;
  private final String value;
  private final String cure;

  /**
   * A fault.
   *
   * @param code stable, starts with {@code SX-LINK-}
   * @param what is wrong, half a sentence
   * @param place file and line, or key of the profile
   * @param value that was found; empty where there is none
   * @param cure what the reader can do
   */
  public LinkageFault(String code, String what, String place, String value, String cure) {
    this(code, what, place, value, cure, null);
  }

  /** A fault that another error caused. */
  public LinkageFault(
      String code,
      String what,
      String place,
      String value,
      String cure,
      @Nullable Throwable cause) {
    super(
        code + ": " + what + " | at: " + place + " | value: " + value + " | cure: " + cure, cause);
    this.code = code;
    this.what = what;
    this.place = place;
    this.value = value;
    this.cure = cure;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What is wrong. */
  public String what() {
    return what;
  }

  /** File and line, or key of the profile. */
  public String place() {
    return place;
  }

  /** The value that was found. */
  public String value() {
    return value;
  }

  /** What the reader can do. */
  public String cure() {
    return cure;
  }
}
