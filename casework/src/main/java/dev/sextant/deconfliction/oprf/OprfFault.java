package dev.sextant.deconfliction.oprf;

import dev.sextant.terms.Fault;

/** Bytes that are no element of the protocol, or a proof that does not hold. */
public final class OprfFault extends Fault {
  private OprfFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  static OprfFault point(String why) {
    return new OprfFault(
        "SX-OPRF-POINT", "not a group element", "point", why, "ask for the message again");
  }

  static OprfFault scalar() {
    return new OprfFault(
        "SX-OPRF-SCALAR",
        "not a scalar of the group",
        "scalar",
        "withheld",
        "32 bytes, big-endian, below the group's order");
  }

  static OprfFault input(String why) {
    return new OprfFault(
        "SX-OPRF-INPUT", "not an input of the function", "input", why, "give another input");
  }

  static OprfFault proof() {
    return new OprfFault(
        "SX-OPRF-PROOF",
        "the proof does not hold: another key evaluated, or the answer was altered",
        "proof",
        "withheld",
        "take no answer from it; compare the other house's key by another way");
  }
}
