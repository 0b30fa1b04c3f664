package dev.sextant.authority;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine's method as this program would run it: version, parameters, and what it answers to a
 * fixed reference input. All three are in its fingerprint, so that an update that changes a ranking
 * shows even where nobody raised a version.
 *
 * @param id its card's name: {@code network-pagerank}
 * @param version of the method: {@code pagerank-power/1}
 * @param parameters all that moves its answer, by name
 * @param reference digest of its answer to the reference input
 */
public record Model(
    String id, String version, SortedMap<String, String> parameters, Digest reference) {
  /** Copies and checks. */
  public Model {
    if (!id.matches("[a-z][a-z0-9-]{1,60}")) {
      throw new BadValue("SX-AUTH-MODEL-NAME", "model", id, "use a-z, 0-9 and hyphens");
    }
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** What an approval is of. */
  public Digest fingerprint() {
    return Digest.of(
        CanonicalJson.write(
            Map.of(
                "format", "sextant-model/1",
                "id", id,
                "version", version,
                "parameters", parameters,
                "reference", reference.hex())));
  }

  /** With this method named: a step that a machine's method takes part in is begun with these. */
  public Particulars named(Particulars inputs) {
    return inputs.token(ApprovedModels.ID, id).digest(ApprovedModels.FINGERPRINT, fingerprint());
  }
}
