package dev.sextant.authority;

/** The law of a house is not whole or not usable: nothing is done under it. */
public final class LawFault extends AuthorityFault {
  private static final long serialVersionUID = 1L;

  LawFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** A text, signature, chain or log that does not say what it must. */
  static LawFault broken(String code, String what, String place, String value) {
    return new LawFault(
        code, what, place, value, "tell the overseer; restore home and database from the backup");
  }
}
