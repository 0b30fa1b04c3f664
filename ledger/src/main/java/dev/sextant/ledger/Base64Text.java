package dev.sextant.ledger;

import java.util.Base64;

/** Standard base64 (RFC 4648 §4) in which each value has exactly one spelling. */
final class Base64Text {
  private Base64Text() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Decodes, refusing every spelling but the one that {@link #encode} prints: otherwise a flipped
   * padding bit would leave a signed text valid.
   */
  static byte[] decode(String text, String place) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: the same fault names the value either way.
    }
    throw new LedgerFault.BadNote("not canonical base64", place, text);
  }
}
