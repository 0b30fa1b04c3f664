package dev.sextant.records.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Names of onion services of version 3 (Tor rend-spec-v3, section 6). */
final class Onion {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int KEY_BYTES = 32;
  private static final byte VERSION = 3;

  private Onion() {}

  /**
   * Whether the checksum inside a name is right: the first two bytes of SHA3-256 over {@code
   * ".onion checksum"}, the key and the version.
   *
   * @param name 56 lower-case characters, without {@code .onion}
   */
  static boolean right(String name) {
    byte[] raw = new byte[KEY_BYTES + 3];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < name.length(); i++) {
      int value = ALPHABET.indexOf(name.charAt(i));
      if (value < 0 || at == raw.length) {
        return false;
      }
      held = held << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        raw[at++] = (byte) (held >>> bits);
        held &= (1 << bits) - 1;
      }
    }
    if (at != raw.length || raw[KEY_BYTES + 2] != VERSION) {
      return false;
    }
    byte[] sum = checksum(Arrays.copyOf(raw, KEY_BYTES));
    return raw[KEY_BYTES] == sum[0] && raw[KEY_BYTES + 1] == sum[1];
  }

  private static byte[] checksum(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA3-256");
      digest.update(".onion checksum".getBytes(StandardCharsets.US_ASCII));
      digest.update(key);
      return digest.digest(new byte[] {VERSION});
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("SHA3-256 is in every JDK", e);
    }
  }
}
