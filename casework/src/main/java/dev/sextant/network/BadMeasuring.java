package dev.sextant.network;

/** A rule, snapshot or measure that cannot be had as asked; nothing was written. */
public final class BadMeasuring extends NetworkFault {
  private static final long serialVersionUID = 1L;

  BadMeasuring(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
