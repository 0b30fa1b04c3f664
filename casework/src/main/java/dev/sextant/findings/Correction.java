package dev.sextant.findings;

import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which signed finding a new one takes the place of. What was transmitted and turns out wrong is
 * put right, and whoever received it is told (Directive (EU) 2016/680, Articles 7(3) and 16).
 *
 * @param finding the finding that is corrected
 * @param number its number within the case
 * @param digest digest of the document that was signed
 * @param version which version of it this is: 2 for the first correction
 * @param reason what was wrong, in its author's words
 */
public record Correction(FindingId finding, int number, Digest digest, int version, String reason) {
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("finding", finding.toString());
    json.put("number", number);
    json.put("sha256", digest.hex());
    json.put("version", version);
    json.put("reason", reason);
    return json;
  }

  static Correction read(Fields f) {
    return new Correction(
        FindingId.parse(f.text("finding")),
        Math.toIntExact(f.number("number")),
        new Digest(f.text("sha256")),
        Math.toIntExact(f.number("version")),
        f.text("reason"));
  }
}
