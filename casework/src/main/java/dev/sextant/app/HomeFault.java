package dev.sextant.app;

import dev.sextant.terms.Fault;

/** The home cannot be opened as it is. */
public final class HomeFault extends Fault {
  private static final long serialVersionUID = 1L;

  HomeFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
