package dev.sextant.disclosure.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs made from names (RFC 9562 version 5, SHA-1), so that an export made again is the same and
 * an account has one identifier in every STIX bundle.
 */
final class NamedUuid {
  /** STIX 2.1, section 2.9: the namespace of deterministic identifiers. */
  static final UUID STIX = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private static final int VERSION = 5;

  private NamedUuid() {}

  static UUID of(UUID namespace, String name) {
    ByteBuffer hashed = ByteBuffer.wrap(sha1(namespace, name));
    long high = hashed.getLong() & ~0xF000L | VERSION << 12;
    long low = hashed.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha1(UUID namespace, String name) {
    try {
      // Not for security: the standard says SHA-1.
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
