package dev.sextant.records.text;

import java.util.Locale;

/**
 * Segregated-witness addresses: Bech32 (BIP-173) for version 0, Bech32m (BIP-350) for later ones.
 */
final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int PLAIN = 1;
  private static final int MODIFIED = 0x2bc830a3;
  private static final int CHECK_CHARACTERS = 6;

  private Bech32() {}

  /** Whether a text is a right address under a prefix such as {@code bc}. */
  static boolean right(String prefix, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) {
      return false;
    }
    int split = lower.lastIndexOf('1');
    int length = lower.length() - split - 1;
    if (split < 0
        || !lower.substring(0, split).equals(prefix)
        || lower.length() > 90
        || length < CHECK_CHARACTERS + 1) {
      return false;
    }
    int[] values = new int[length];
    for (int i = 0; i < length; i++) {
      values[i] = ALPHABET.indexOf(lower.charAt(split + 1 + i));
      if (values[i] < 0) {
        return false;
      }
    }
    int version = values[0];
    int residue = residue(prefix, values);
    return residue == (version == 0 ? PLAIN : MODIFIED) && program(version, values);
  }

  /* The program has 2 to 40 bytes, in version 0 just 20 or 32; what pads it is zero and short. */
  private static boolean program(int version, int[] values) {
    int bits = (values.length - 1 - CHECK_CHARACTERS) * 5;
    int bytes = bits / 8;
    int padding = bits % 8;
    int last = values[values.length - 1 - CHECK_CHARACTERS];
    boolean padded = padding < 5 && (padding == 0 || (last & (1 << padding) - 1) == 0);
    boolean size = version == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40;
    return padded && size && version <= 16;
  }

  /** What the polynomial leaves over prefix and values. */
  static int residue(String prefix, int[] values) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) & 31);
    }
    for (int value : values) {
      check = step(check, value);
    }
    return check;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }
}
