package dev.sextant.authority;

import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes that mean the same in every case of the house: by them looks and questions are
 * counted across cases, and nobody without the agency's key can try names against them.
 */
final class HouseHash {
  private final byte[] key;

  HouseHash(AgencyKey agency) {
    this.key = agency.derive("authority/counting/v1");
  }

  /** Of a person's identifier. */
  String subject(Selector selector) {
    return of("subject", selector.toString().toLowerCase(Locale.ROOT));
  }

  /** Of a term as {@link Subjects#bare} gives it. */
  String term(String bare) {
    return of("term", bare);
  }

  /** Of a number in a form, such as a telephone number. */
  String numbered(String form, long number) {
    return of("numbered", form + "\n" + number);
  }

  /** Of the thousand in which such a number lies. */
  String thousand(String form, long thousand) {
    return of("thousand", form + "\n" + thousand);
  }

  private String of(String what, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((what + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }
}
