package dev.sextant.verify;

import dev.sextant.ledger.SignerKey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's signature on a finding.
 *
 * @param role {@link #AUTHOR} or {@link #REVIEWER}
 * @param key the key's name
 * @param note a signed note over {@link #text}
 */
public record BundleSignature(String role, String key, String note) {
  /** Made the claim. */
  public static final String AUTHOR = "author";

  /** Reviewed it as a second person. */
  public static final String REVIEWER = "reviewer";

  /**
   * The text that a person signs for a finding; its first line keeps such a signature from being
   * taken for one over anything else.
   */
  public static String text(Digest finding) {
    return "sextant-finding/v1\n" + finding.hex() + "\n";
  }

  /** The digest of a finding: SHA-256 of its canonical JSON. */
  public static Digest digest(Map<String, ? extends @Nullable Object> finding) {
    return Digest.of(CanonicalJson.write(finding));
  }

  /** Signs a finding. */
  public static BundleSignature sign(
      String role, Map<String, ? extends @Nullable Object> finding, SignerKey key) {
    byte[] note = key.sign(text(digest(finding))).bytes();
    return new BundleSignature(role, key.name(), new String(note, StandardCharsets.UTF_8));
  }

  Map<String, Object> json() {
    return Map.of("role", role, "key", key, "note", note);
  }
}
