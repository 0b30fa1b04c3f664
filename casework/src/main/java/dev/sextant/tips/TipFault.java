package dev.sextant.tips;

import dev.sextant.terms.Fault;

/** Every error of this room. None says anything of who sent a tip. */
public final class TipFault extends Fault {
  private static final long serialVersionUID = 1L;

  TipFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  TipFault(String code, String what, String place, Exception cause, String cure) {
    super(code, what, place, cause.getClass().getSimpleName(), cure);
    initCause(cause);
  }
}
