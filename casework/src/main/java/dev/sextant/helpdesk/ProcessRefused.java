package dev.sextant.helpdesk;

import dev.sextant.authority.Refused;

/** What the help desk does not do, with its reason's code; logged as a refusal. */
public final class ProcessRefused extends Refused.OfRoom {
  private static final long serialVersionUID = 1L;

  /** See {@link dev.sextant.terms.Fault}; the code begins with {@code SX-HELP-}. */
  public ProcessRefused(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  static ProcessRefused absent(String what, String id) {
    return new ProcessRefused(
        "SX-HELP-" + what.toUpperCase(java.util.Locale.ROOT).replace(' ', '-') + "-ABSENT",
        "there is none such that you may see",
        what,
        id,
        "check the identifier and the case");
  }
}
