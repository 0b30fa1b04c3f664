package dev.sextant.verify;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** {@code exhibits.json}: numbers unique, digests and lengths well-formed. */
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
}
