package dev.sextant.disclosure;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.terms.BadValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something may be taken out: the list of the jurisdiction's pack, with the law behind each.
 */
public final class ReasonCodes {
  /** The code under which a template's rule takes third parties out. */
  public static final String THIRD_PARTY = "THIRD-PARTY";

  private final Map<String, Reason> reasons = new LinkedHashMap<>();

  /**
   * @param code as printed in place of what was taken out
   * @param title in a few words
   * @param source the law
   */
  public record Reason(String code, String title, String source) {}

  /** Of a pack; a pack from before there were redactions lists none, and nothing can be marked. */
  public ReasonCodes(JurisdictionPack pack) {
    if (!pack.says("disclosure.redactions")) {
      return;
    }
    for (Map<String, Object> row : pack.rows("disclosure.redactions")) {
      String code = String.valueOf(row.get("code"));
      reasons.put(
          code,
          new Reason(code, String.valueOf(row.get("title")), String.valueOf(row.get("source"))));
    }
  }

  /** In the pack's order. */
  public List<Reason> all() {
    return List.copyOf(reasons.values());
  }

  /**
   * The reason of a code.
   *
   * @throws BadValue {@code SX-DISC-REASON-CODE}
   */
  public Reason of(String code) {
    Reason reason = reasons.get(code);
    if (reason == null) {
      throw new BadValue(
          "SX-DISC-REASON-CODE",
          "reason code",
          code,
          reasons.isEmpty()
              ? "the pack in force lists none: bring it up to date with ./sextant policy update"
              : "use one of " + reasons.keySet());
    }
    return reason;
  }
}
