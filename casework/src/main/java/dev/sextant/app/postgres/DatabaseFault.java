package dev.sextant.app.postgres;

import dev.sextant.terms.Fault;

/** The database cannot be started, reached or brought to this program's version. */
public final class DatabaseFault extends Fault {
  private static final long serialVersionUID = 1L;

  /**
   * @param code stable code
   * @param what what went wrong
   * @param place file, folder or address
   * @param value the value that caused it; never a password
   * @param cure what to do
   */
  public DatabaseFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
