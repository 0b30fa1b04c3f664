package dev.sextant.authority;

/** A scope, purpose or particular that cannot be. */
public final class BadScope extends AuthorityFault {
  private static final long serialVersionUID = 1L;

  BadScope(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
