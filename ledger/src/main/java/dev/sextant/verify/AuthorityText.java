package dev.sextant.verify;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of an authority as its document says it: the bounds within which acts are judged.
 *
 * @param digest of the document's bytes
 * @param authority identifier
 * @param version from 1
 * @param caseId its case
 * @param applicant who applied
 * @param team who may work under it
 * @param bounds its limits
 * @param basis instrument, jurisdiction and business case, for the figures
 * @param principles digest of each principle's fields, by name
 * @param granted digest of what was granted by word of mouth; empty for the ordinary way
 */
record AuthorityText(
    Digest digest,
    String authority,
    int version,
    String caseId,
    String applicant,
    Set<String> team,
    Bounds bounds,
    Map<String, String> basis,
    Map<String, Digest> principles,
    String granted) {

  /**
   * Its limits.
   *
   * @param maxLevel highest level of intrusion
   * @param from start of the operation window, or null
   * @param to end of the operation window
   * @param reviewEvery how often it must be looked at
   * @param views how many views; 0 for no bound
   * @param beforehand whether an overseer must decide before it lives
   * @param flags persons or matters of special protection
   */
  record Bounds(
      long maxLevel,
      @Nullable Instant from,
      Instant to,
      Duration reviewEvery,
      long views,
      boolean beforehand,
      List<String> flags) {}

  /** The name under which it is looked up. */
  String key() {
    return authority + "/" + version;
  }

  boolean takesPart(String actor) {
    return applicant.equals(actor) || team.contains(actor);
  }

  /**
   * Reads a document.
   *
   * @throws BadValue if it is none
   */
  static AuthorityText parse(byte[] bytes) {
    Map<String, @Nullable Object> root = CanonicalJson.readObject(bytes);
    try {
      Map<?, ?> bounds = map(root, "bounds");
      Map<?, ?> duties = map(root, "duties");
      Map<?, ?> window = map(bounds, "operationWindow");
      Map<?, ?> oral = root.get("oral") instanceof Map<?, ?> m ? m : null;
      List<String> flags = texts(duties, "flags");
      long level = Entry.number(bounds, "maxLevel");
      boolean broad =
          texts(bounds, "selectors").stream()
              .anyMatch(selector -> Selector.parse(selector).type().broad());
      Map<String, Digest> principles = new HashMap<>();
      map(root, "principles")
          .forEach((name, fields) ->
              principles.put((String) name, Digest.of(CanonicalJson.write(fields))));
      Map<String, String> basis = new HashMap<>();
      map(root, "basis").forEach((name, value) -> basis.put((String) name, (String) value));
      return new AuthorityText(
          Digest.of(bytes),
          Entry.text(root, "authority"),
          (int) Entry.number(root, "version"),
          Entry.text(root, "case"),
          Entry.text(root, "applicant"),
          new HashSet<>(texts(duties, "team")),
          new Bounds(
              level,
              Entry.moment(Entry.text(window, "from")),
              Instant.parse(Entry.text(window, "to")),
              Duration.parse(Entry.text(duties, "reviewEvery")),
              Entry.number(map(bounds, "quota"), "views"),
              oral != null || level >= BEFOREHAND_FROM || !flags.isEmpty() || broad,
              flags),
          basis,
          principles,
          oral == null ? "" : Entry.text(oral, "granted"));
    } catch (DateTimeException | ClassCastException e) {
      throw new BadValue(
          "SX-TERMS-JSON", "authority's document", "a field of another kind", "ask for it again");
    }
  }

  /** From this level an overseer decides beforehand (docs/formats/acts.md). */
  private static final int BEFOREHAND_FROM = 3;

  private static Map<?, ?> map(Map<?, ?> of, String name) {
    return of.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<String> texts(Map<?, ?> of, String name) {
    return of.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
