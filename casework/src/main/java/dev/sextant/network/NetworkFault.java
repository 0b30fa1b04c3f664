package dev.sextant.network;

import dev.sextant.terms.Fault;

/** Every error of this room. */
public abstract sealed class NetworkFault extends Fault permits BadMeasuring {
  private static final long serialVersionUID = 1L;

  NetworkFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
