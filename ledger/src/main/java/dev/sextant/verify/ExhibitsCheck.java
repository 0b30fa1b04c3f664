package dev.sextant.verify;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code exhibits.json}: numbers unique, digests and lengths well-formed, and each digest what an
 * act of the log sealed.
 */
final class ExhibitsCheck {
  private final JsonAt exhibits;

  ExhibitsCheck(JsonAt exhibits) {
    this.exhibits = exhibits;
  }

  /** Returns the exhibits' digests in hexadecimal. */
  Set<String> run(Map<String, Long> checked) {
    Set<String> numbers = new HashSet<>();
    Set<String> digests = new HashSet<>();
    for (JsonAt exhibit : exhibits.list()) {
      String number = exhibit.field("number").text();
      if (!numbers.add(number)) {
        throw exhibit.bad("an exhibit number occurs twice", number);
      }
      digests.add(exhibit.field("sha256").digest().hex());
      exhibit.field("bytes").number();
      exhibit.field("acquisition");
    }
    checked.put("exhibits listed", (long) numbers.size());
    return digests;
  }

  /**
   * An exhibit that the log knows.
   *
   * @param at its place in {@code exhibits.json}
   * @param sha256 its digest
   * @param names its digest and its identifiers, as acts name it
   */
  record Sealed(JsonAt at, String sha256, Set<String> names) {}

  /** Requires that each was sealed in a proved act; returns them by number. */
  Map<String, Sealed> sealed(ProvedActs acts, Map<String, Long> checked) {
    Map<String, Sealed> sealed = new LinkedHashMap<>();
    for (JsonAt exhibit : exhibits.list()) {
      String sha256 = exhibit.field("sha256").text();
      Set<String> names = new HashSet<>();
      acts.of("SEAL")
          .filter(act -> act.gave("digest", sha256))
          .filter(act -> act.gave("bytes", exhibit.field("bytes").number()))
          .forEach(act -> names.addAll(act.exhibits()));
      if (names.isEmpty()) {
        throw exhibit.bad("no proved act of the log sealed these bytes", sha256);
      }
      names.add(sha256);
      sealed.put(exhibit.field("number").text(), new Sealed(exhibit, sha256, names));
    }
    checked.put("exhibits matched with the acts that sealed them", (long) sealed.size());
    return sealed;
  }
}
