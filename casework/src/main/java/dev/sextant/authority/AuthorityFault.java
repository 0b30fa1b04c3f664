package dev.sextant.authority;

import dev.sextant.terms.Fault;

/** Every error of this room. */
public abstract sealed class AuthorityFault extends Fault
    permits BadScope, LawFault, Refused, RegisterFault, UnknownInRegister {
  private static final long serialVersionUID = 1L;

  AuthorityFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
