package dev.sextant.records.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** International bank account numbers: lengths by country and check digits (ISO 13616-1). */
final class Iban {
  /** Length by country, after the registry kept by SWIFT, release 99. */
  private static final Map<String, Integer> LENGTHS =
      Stream.of(
              ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24"
                      + " DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23"
                      + " GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28"
                      + " LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28"
                      + " NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24"
                      + " SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
                  .split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  s -> s.substring(0, 2), s -> Integer.parseInt(s.substring(2))));

  private Iban() {}

  /** How long one of that country is; 0 if the country has none. */
  static int length(String country) {
    return LENGTHS.getOrDefault(country.toUpperCase(Locale.ROOT), 0);
  }

  /**
   * Whether the check digits are right: with the first four characters put last and letters read as
   * 10 to 35, the remainder by 97 is 1 (ISO/IEC 7064, MOD 97-10).
   *
   * @param iban upper-case letters and digits, without blanks
   */
  static boolean right(String iban) {
    int rest = 0;
    for (int i = 0; i < iban.length(); i++) {
      int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
      if (value < 0) {
        return false;
      }
      rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
    }
    return rest == 1;
  }
}
