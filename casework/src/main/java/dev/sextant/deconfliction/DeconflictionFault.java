package dev.sextant.deconfliction;

import dev.sextant.authority.Refused;

/** A question, message or decision of deconfliction that cannot be taken as it stands. */
public final class DeconflictionFault extends Refused.OfRoom {
  private static final long serialVersionUID = 1L;

  private DeconflictionFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  static DeconflictionFault weak(String type) {
    return new DeconflictionFault(
        "SX-DECONFLICT-WEAK",
        "this kind of selector does not mean one person, account or device",
        "selector",
        type,
        "ask about one of " + Strong.TYPES);
  }

  static DeconflictionFault notNamed(String authority) {
    return new DeconflictionFault(
        "SX-DECONFLICT-NOT-NAMED",
        "the authority does not name this selector",
        "authority " + authority,
        "withheld",
        "apply for a further version that names it, with a basis of its own");
  }

  static DeconflictionFault unknown(String what, String id) {
    return new DeconflictionFault(
        "SX-DECONFLICT-UNKNOWN", "there is no such " + what, what, id, "take one from the list");
  }

  static DeconflictionFault decided(String id) {
    return new DeconflictionFault(
        "SX-DECONFLICT-DECIDED",
        "this was decided already",
        "question of the desk",
        id,
        "a decision is made once");
  }

  static DeconflictionFault reasons() {
    return new DeconflictionFault(
        "SX-DECONFLICT-REASONS",
        "this needs a reason in words",
        "reasons",
        "too short or too long",
        "give 10 to 4000 characters");
  }

  static DeconflictionFault covered(String id, boolean already) {
    return new DeconflictionFault(
        "SX-DECONFLICT-COVER",
        already ? "the case answers nobody already" : "the case answers as every other",
        "case",
        id,
        "look at the list of covered cases");
  }

  static DeconflictionFault message(String why) {
    return new DeconflictionFault(
        "SX-DECONFLICT-MESSAGE",
        "not a message of deconfliction that can be taken",
        "message",
        why,
        "ask the other house for it again");
  }

  static DeconflictionFault house(String why) {
    return new DeconflictionFault(
        "SX-DECONFLICT-HOUSE",
        "this house is not admitted, or not so",
        "house",
        why,
        "an authorising officer admits it by its card, compared by another way");
  }

  static DeconflictionFault served(String why) {
    return new DeconflictionFault(
        "SX-DECONFLICT-SERVED",
        "this question is not evaluated",
        "question",
        why,
        "each question is evaluated once, and so many a day");
  }
}
