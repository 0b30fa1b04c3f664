package dev.sextant.terms;

/**
 * The root of every error that Sextant raises on purpose. Each has a stable code (documented, never
 * reused), the place where it happened, the value that caused it, and what to do about it. Rooms
 * declare their own sealed families under it. Never carries evidence content.
 */
public abstract class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String place;
  private final String value;
  private final String cure;

  /**
   * @param code stable, upper case, such as {@code SX-READ-TRUNCATED}
   * @param what what went wrong, in a few words
   * @param place file, part and offset, field or route
   * @param value the offending value, shortened to 200 characters; never evidence content
   * @param cure what the reader of the message can do
   */
  protected Fault(String code, String what, String place, String value, String cure) {
    super(what);
    this.code = code;
    this.place = place;
    this.value = value.length() > 200 ? value.substring(0, 200) + "..." : value;
    this.cure = cure;
  }

  /** The stable code. */
  public final String code() {
    return code;
  }

  /** What went wrong, in a few words. */
  public final String what() {
    return String.valueOf(getMessage());
  }

  /** Where it happened. */
  public final String place() {
    return place;
  }

  /** The value that caused it. */
  public final String value() {
    return value;
  }

  /** What to do about it. */
  public final String cure() {
    return cure;
  }

  /**
   * One line: code, what, place, value, cure, set apart by bars. Control characters are shown as
   * spaces and bars as slashes, so that no file's name can feign a field.
   */
  public final String line() {
    return shown(code)
        + ": "
        + shown(what())
        + " | at: "
        + shown(place)
        + " | value: "
        + shown(value)
        + " | cure: "
        + shown(cure);
  }

  private static String shown(String field) {
    return field.replaceAll("\\p{Cntrl}+", " ").replace('|', '/');
  }
}
