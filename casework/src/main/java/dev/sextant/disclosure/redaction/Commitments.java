package dev.sextant.disclosure.redaction;

import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for digests over what is taken out: HMAC-SHA-256 (RFC 2104) under a key of the case,
 * over the disclosure and the digest. From it nobody without the key learns or tries anything; the
 * agency can show a court that the bytes it keeps are those that are left out here.
 */
public final class Commitments {
  /** Names the key's use. */
  public static final String USE = "disclosure/redaction-commitment/v1";

  private final SecretKeySpec key;
  private final DisclosureId disclosure;

  /**
   * @param key of the case, for {@link #USE}
   * @param disclosure so that two copies cannot be laid side by side
   */
  public Commitments(byte[] key, DisclosureId disclosure) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.disclosure = disclosure;
  }

  /** The commitment to a digest. */
  public Digest to(Digest digest) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String said = "sextant-commitment/v1\n" + disclosure + "\n" + digest.hex();
      return Digest.ofRaw(mac.doFinal(said.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }
}
