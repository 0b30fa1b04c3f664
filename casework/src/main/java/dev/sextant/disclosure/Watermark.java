package dev.sextant.disclosure;

import dev.sextant.terms.DisclosureId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The mark of one recipient's copy: 60 bits of HMAC-SHA-256 under a key of the case, in signs that
 * are not mistaken for one another. Nobody without the key can make another recipient's mark, and a
 * mark says nothing to whoever finds it.
 */
final class Watermark {
  /** Names the key's use. */
  static final String USE = "disclosure/watermark/v1";

  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTERS = 12;
  private static final int GROUP = 4;
  private static final String PREFIX = "SXW";

  private final SecretKeySpec key;

  Watermark(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  String of(DisclosureId disclosure, UUID recipient) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash =
          mac.doFinal((disclosure + "\n" + recipient).getBytes(StandardCharsets.US_ASCII));
      StringBuilder mark = new StringBuilder(PREFIX);
      for (int i = 0; i < LETTERS; i++) {
        mark.append(i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(hash[i] & 31));
      }
      return mark.toString();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }

  /** A mark as typed, without what people leave out or mistake. */
  static String plain(String mark) {
    String letters =
        mark.toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return letters.startsWith(PREFIX) ? letters.substring(PREFIX.length()) : letters;
  }
}
