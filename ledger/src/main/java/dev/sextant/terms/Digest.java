package dev.sextant.terms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4), shown as 64 lower-case hexadecimal characters.
 *
 * @param hex the 64 characters
 */
public record Digest(String hex) implements Comparable<Digest> {
  private static final int BYTES = 32;

  /** Checks the form. */
  public Digest {
    if (hex.length() != 2 * BYTES || !lowerHex(hex)) {
      throw new BadValue(
          "SX-TERMS-DIGEST", "Digest", hex, "give 64 lower-case hexadecimal characters");
    }
  }

  private static boolean lowerHex(String hex) {
    for (int i = 0; i < hex.length(); i++) {
      char c = hex.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  /** The digest of these bytes. */
  public static Digest of(byte[] bytes) {
    return ofRaw(sha256().digest(bytes));
  }

  /** Wraps 32 bytes that already are a SHA-256 digest. */
  public static Digest ofRaw(byte[] raw) {
    return new Digest(HexFormat.of().formatHex(raw));
  }

  /**
   * The digest of several texts, each preceded by its length in UTF-8 bytes (8 bytes, big-endian),
   * so that no two lists of texts collide by joining.
   */
  public static Digest ofFields(String... fields) {
    MessageDigest sha = sha256();
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES);
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      sha.update(length.putLong(0, bytes.length).array());
      sha.update(bytes);
    }
    return ofRaw(sha.digest());
  }

  /** A fresh SHA-256 computation, for streams. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes; a fresh copy. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
