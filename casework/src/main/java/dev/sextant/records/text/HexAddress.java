package dev.sextant.records.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ethereum's addresses, whose letters' case is a checksum (EIP-55). */
final class HexAddress {
  private HexAddress() {}

  /**
   * What the case of the letters says.
   *
   * @param forty the digits without 0x
   */
  static Check check(String forty) {
    String lower = forty.toLowerCase(Locale.ROOT);
    if (forty.equals(lower) || forty.equals(forty.toUpperCase(Locale.ROOT))) {
      return Check.NONE;
    }
    return forty.equals(mixed(lower)) ? Check.PASSED : Check.FAILED;
  }

  /** The digits with their letters in the right case. */
  static String mixed(String lower) {
    byte[] hash = Keccak.of(lower.getBytes(StandardCharsets.US_ASCII));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
      char c = lower.charAt(i);
      out.append(nibble >= 8 ? Character.toUpperCase(c) : c);
    }
    return out.toString();
  }
}
