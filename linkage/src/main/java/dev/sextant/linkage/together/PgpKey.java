package dev.sextant.linkage.together;

import dev.sextant.linkage.LinkageFault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fingerprints of PGP public keys: of an armoured block (RFC 4880, section 12.2,
 * doi:10.17487/RFC4880; RFC 9580 for version 6), or written out. Knows no more of a key than that.
 */
final class PgpKey {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN PGP PUBLIC KEY BLOCK-----(.*?)-----END PGP PUBLIC KEY BLOCK-----",
          Pattern.DOTALL);
  private static final Pattern WRITTEN = Pattern.compile("(?:[0-9A-F]{40}|[0-9A-F]{64})");
  private static final int PUBLIC_KEY = 6;

  private PgpKey() {}

  /**
   * The fingerprint, hexadecimal in upper case.
   *
   * @param place of the value, for the fault
   * @throws LinkageFault {@code SX-LINK-PGP} if the value is neither
   */
  static String fingerprint(String value, String place) {
    String written =
        value.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT).replaceFirst("^0X", "");
    if (WRITTEN.matcher(written).matches()) {
      return written;
    }
    Matcher block = BLOCK.matcher(value);
    if (block.find()) {
      try {
        return ofPacket(body(block.group(1)));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw fault(value, place);
      }
    }
    throw fault(value, place);
  }

  private static LinkageFault fault(String value, String place) {
    return new LinkageFault(
        "SX-LINK-PGP",
        "this is no PGP public key",
        place,
        value.substring(0, Math.min(40, value.length())),
        "give an armoured public key block, or a fingerprint of 40 or 64 hexadecimal digits");
  }

  /* After the headers comes an empty line; the line that begins with = is a checksum. */
  private static byte[] body(String armour) {
    StringBuilder base64 = new StringBuilder();
    boolean headers = true;
    for (String line : armour.strip().lines().map(String::strip).toList()) {
      if (headers && line.contains(": ")) {
        continue;
      }
      headers = false;
      if (!line.startsWith("=")) {
        base64.append(line);
      }
    }
    return Base64.getDecoder().decode(base64.toString());
  }

  /* The first packet: its tag and length in the old or the new form, then the key's material. */
  private static String ofPacket(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    boolean newForm = (first & 0x40) != 0;
    int tag = newForm ? first & 0x3F : first >> 2 & 0x0F;
    int header;
    int length;
    int next = bytes[1] & 0xFF;
    if (newForm) {
      header = next < 192 ? 2 : next < 224 ? 3 : 6;
      length =
          next < 192
              ? next
              : next < 224 ? (next - 192 << 8) + at(bytes, 2, 1) + 192 : at(bytes, 2, 4);
    } else {
      int kind = first & 3;
      header = kind == 0 ? 2 : kind == 1 ? 3 : 5;
      length = at(bytes, 1, header - 1);
    }
    if (tag != PUBLIC_KEY || length < 6 || header + length > bytes.length) {
      throw new IllegalArgumentException("no public key packet");
    }
    byte[] key = Arrays.copyOfRange(bytes, header, header + length);
    return switch (key[0]) {
      case 4 -> hashed("SHA-1", new byte[] {(byte) 0x99, (byte) (length >> 8), (byte) length}, key);
      case 6 ->
          hashed(
              "SHA-256",
              new byte[] {
                (byte) 0x9B,
                (byte) (length >> 24),
                (byte) (length >> 16),
                (byte) (length >> 8),
                (byte) length
              },
              key);
      default -> throw new IllegalArgumentException("a key of another version");
    };
  }

  private static int at(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value;
  }

  private static String hashed(String algorithm, byte[] before, byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(before);
      return HexFormat.of().withUpperCase().formatHex(digest.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
