package dev.sextant.identity;

import dev.sextant.terms.Fault;

/** Every error of this room. */
public abstract sealed class IdentityFault extends Fault permits BadJudgement, BadLinkage {
  private static final long serialVersionUID = 1L;

  IdentityFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
