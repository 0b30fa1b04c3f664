package dev.sextant.authority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The offences of a jurisdiction's pack, and the rule by which one may be cited: for 28 CFR
 * 23.30(b) a recognised threat, and illegal power or profit or danger to life and property, and a
 * permanent organisation or several jurisdictions. Each clause of the rule names answers of which
 * one must be yes.
 */
public final class OffenceCatalogue {
  /**
   * One clause of the rule.
   *
   * @param anyOf names of answers, one of which must be yes
   * @param says what is said of an offence that fails it
   */
  private record Clause(List<String> anyOf, String says) {}

  private final Map<String, Offence> byId = new LinkedHashMap<>();

  /**
   * Reads the pack's section {@code offences}.
   *
   * @throws BadScope {@code SX-AUTH-PACK} if an entry lacks a name, an answer, or repeats an id
   */
  public OffenceCatalogue(JurisdictionPack pack) {
    List<Clause> rule = pack.rows("offences.rule").stream().map(OffenceCatalogue::clause).toList();
    if (rule.isEmpty()) {
      throw fault("no rule", "offences.rule", "empty");
    }
    for (Map<String, Object> row : pack.rows("offences.catalogue")) {
      Offence offence = offence(row, rule);
      if (byId.putIfAbsent(offence.id(), offence) != null) {
        throw fault("two offences of one id", "offences.catalogue", offence.id());
      }
    }
  }

  /** All, in the pack's order. */
  public List<Offence> all() {
    return List.copyOf(byId.values());
  }

  /** The offence of an id. */
  public Optional<Offence> find(String id) {
    return Optional.ofNullable(byId.get(id.strip()));
  }

  /** An offence in words: its title and statute; what is not in the catalogue stays as written. */
  public String words(String id) {
    return find(id).map(one -> one.title() + " (" + one.statute() + ")").orElse(id);
  }

  /**
   * Refuses an offence that is not in the catalogue or does not satisfy the rule.
   *
   * @throws Refused.Application {@code SX-AUTH-OFFENCE}
   */
  void require(String id) {
    Offence offence =
        find(id)
            .orElseThrow(() ->
                refused(
                    "the offence is not in the jurisdiction's catalogue",
                    id,
                    "cite an offence of the catalogue by its id"));
    if (!offence.citable()) {
      throw refused(
          "this offence cannot carry an authority: " + String.join("; ", offence.wants()),
          offence.id(),
          "cite an offence that satisfies the catalogue's rule, or do not apply");
    }
  }

  private static Clause clause(Map<String, Object> row) {
    if (!(row.get("anyOf") instanceof List<?> names) || names.isEmpty()) {
      throw fault("a clause without answers", "offences.rule.anyOf", String.valueOf(row));
    }
    return new Clause(names.stream().map(String::valueOf).toList(), text(row, "says"));
  }

  private static Offence offence(Map<String, Object> row, List<Clause> rule) {
    TreeSet<String> answers = new TreeSet<>();
    row.forEach((name, value) -> {
      if (Boolean.TRUE.equals(value)) {
        answers.add(name);
      }
    });
    List<String> wants = new ArrayList<>();
    for (Clause clause : rule) {
      boolean held = false;
      for (String name : clause.anyOf()) {
        if (!(row.get(name) instanceof Boolean yes)) {
          throw fault("an answer is missing", "offences.catalogue." + row.get("id"), name);
        }
        held |= yes;
      }
      if (!held) {
        wants.add(clause.says());
      }
    }
    return new Offence(
        text(row, "id"),
        text(row, "title"),
        text(row, "statute"),
        text(row, "group"),
        answers,
        wants);
  }

  private static String text(Map<String, Object> row, String name) {
    String text = Objects.toString(row.get(name), "").strip();
    if (text.isEmpty()) {
      throw fault("a name is missing", "offences." + name, String.valueOf(row.get("id")));
    }
    return text;
  }

  private static BadScope fault(String what, String place, String value) {
    return new BadScope(
        "SX-AUTH-PACK", what, "jurisdiction pack, " + place, value, "mend the pack's text");
  }

  private static Refused.Application refused(String what, String value, String cure) {
    return new Refused.Application("SX-AUTH-OFFENCE", what, "basis.offence", value, cure);
  }
}
