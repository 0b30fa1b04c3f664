package dev.sextant.verify;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the verification of a bundle found.
 *
 * @param sha256 digest of the bundle's bytes, hexadecimal
 * @param about disclosure, case and time of release, as far as they could be read
 * @param checked what was checked, in order, each with how many of it
 * @param keys the bundle's keys, as far as they could be read
 * @param pinned whether the disclosure key was given from outside the bundle
 * @param failure the first thing that is wrong; empty if the bundle is valid
 */
public record BundleReport(
    String sha256,
    Map<String, String> about,
    Map<String, Long> checked,
    List<BundleKey> keys,
    boolean pinned,
    Optional<Fault> failure) {
  /** Copies the collections, keeping their order. */
  public BundleReport {
    about = new LinkedHashMap<>(about);
    checked = new LinkedHashMap<>(checked);
    keys = List.copyOf(keys);
  }

  /** Whether everything checks. */
  public boolean valid() {
    return failure.isEmpty();
  }

  /** For a person to read. */
  public String text() {
    StringBuilder out = new StringBuilder(valid() ? "VALID\n" : "INVALID\n");
    failure.ifPresent(fault -> out.append("  ").append(fault.line()).append('\n'));
    out.append("bundle sha256 ").append(sha256).append('\n');
    about.forEach((what, value) -> out.append(what).append(' ').append(value).append('\n'));
    out.append("checked").append(valid() ? "" : " before the failure").append(":\n");
    checked.forEach((what, n) -> out.append("  ").append(what).append(": ").append(n).append('\n'));
    if (!keys.isEmpty()) {
      out.append("keys:\n");
    }
    for (BundleKey key : keys) {
      out.append("  ").append(key.role().text()).append(' ').append(key.key().name());
      out.append("\n    fingerprint ").append(key.key().fingerprint()).append('\n');
    }
    out.append(
        pinned
            ? "The disclosure key is the one you gave. Compare the other fingerprints with ones"
                + " that you had from their holders.\n"
            : "The keys came with the bundle. It proves nothing until you compare their"
                + " fingerprints with ones that you had from elsewhere (or give --key).\n");
    return out.toString();
  }

  /** For a program to read: one line of canonical JSON. */
  public String json() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("valid", valid());
    out.put("sha256", sha256);
    out.put("about", about);
    out.put("checked", checked);
    out.put("pinned", pinned);
    List<Object> named = new ArrayList<>();
    for (BundleKey key : keys) {
      Map<String, Object> one = new LinkedHashMap<>(key.json());
      one.put("fingerprint", key.key().fingerprint().hex());
      named.add(one);
    }
    out.put("keys", named);
    failure.ifPresent(fault ->
        out.put(
            "failure",
            Map.of(
                "code", fault.code(),
                "what", fault.what(),
                "place", fault.place(),
                "value", fault.value(),
                "cure", fault.cure())));
    return CanonicalJson.text(out);
  }
}
