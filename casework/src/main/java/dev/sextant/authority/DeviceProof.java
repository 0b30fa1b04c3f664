package dev.sextant.authority;

import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request carries to prove which device it comes from: a signature over the request's method
 * and address, a moment and a nonce. In the manner of DPoP (RFC 9449), with the key known
 * beforehand.
 *
 * @param method as in {@code POST}
 * @param address path and query as requested
 * @param at when it was made, by the device's clock
 * @param nonce random, used once
 * @param signature ECDSA P-256 with SHA-256 over {@link #text}, 64 bytes
 */
public record DeviceProof(
    String method, String address, Instant at, String nonce, byte[] signature) {
  private static final Pattern HEADER =
      Pattern.compile("(\\d{1,15})\\.([A-Za-z0-9_-]{16,64})\\.([A-Za-z0-9_-]{80,100})");

  /** Copies. */
  public DeviceProof {
    signature = signature.clone();
  }

  /** A copy of the signature. */
  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /**
   * Reads a header {@code <milliseconds>.<nonce>.<signature, base64url>}.
   *
   * @throws BadScope {@code SX-AUTH-DEVICE-PROOF} if it is malformed
   */
  public static DeviceProof parse(String method, String address, String header) {
    Matcher parts = HEADER.matcher(header);
    if (!parts.matches()) {
      throw new BadScope(
          "SX-AUTH-DEVICE-PROOF",
          "not a device's proof",
          "header",
          header.length() + " characters",
          "send <milliseconds>.<nonce>.<signature>");
    }
    return new DeviceProof(
        method,
        address,
        Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
        parts.group(2),
        Base64.getUrlDecoder().decode(parts.group(3)));
  }

  /**
   * What is signed.
   *
   * @param session the duty session's identifier, or {@code begin} when asking for one
   */
  public String text(String session) {
    return String.join(
        "\n", "sextant-proof/1", session, method, address, Long.toString(at.toEpochMilli()), nonce);
  }
}
