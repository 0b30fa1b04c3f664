package dev.sextant.app.cli;

import dev.sextant.terms.Fault;

/** The command line cannot do what it was asked to. */
final class CliFault extends Fault {
  private static final long serialVersionUID = 1L;

  CliFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
