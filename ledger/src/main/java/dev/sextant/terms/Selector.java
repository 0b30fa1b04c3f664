package dev.sextant.terms;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of an account, person or device that bounds a search. The value is normalised when
 * it is made, so that equal identifiers are equal values.
 *
 * @param type what kind of identifier
 * @param platform the platform, for kinds bound to one; else null
 * @param value the normalised identifier
 */
public record Selector(SelectorType type, @Nullable Platform platform, String value) {
  private static final int MAX_LENGTH = 500;

  /** Normalises and checks. */
  public Selector {
    if (type.platformBound() && platform == null) {
      throw new BadValue(
          "SX-TERMS-SELECTOR-PLATFORM", "Selector", type + ":" + value, "name its platform");
    }
    if (!type.platformBound()) {
      platform = null;
    }
    value = normalise(type, value);
  }

  /** A selector that means the same on every platform. */
  public static Selector of(SelectorType type, String value) {
    return new Selector(type, null, value);
  }

  /** A selector bound to one platform. */
  public static Selector of(SelectorType type, Platform platform, String value) {
    return new Selector(type, platform, value);
  }

  /**
   * Reads {@code type:value} or {@code type@platform:value}, as {@link #toString} prints it; the
   * type in any case.
   */
  public static Selector parse(String text) {
    int colon = text.indexOf(':');
    if (colon > 0) {
      String head = text.substring(0, colon);
      int at = head.indexOf('@');
      try {
        SelectorType type =
            SelectorType.valueOf((at < 0 ? head : head.substring(0, at)).toUpperCase(Locale.ROOT));
        Platform platform = at < 0 ? null : new Platform(head.substring(at + 1));
        return new Selector(type, platform, text.substring(colon + 1));
      } catch (IllegalArgumentException e) {
        // Falls through: the same fault names the whole text.
      }
    }
    throw new BadValue(
        "SX-TERMS-SELECTOR", "Selector", text, "write type:value or type@platform:value");
  }

  private static String normalise(SelectorType type, String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    String value =
        switch (type) {
          case HANDLE -> stripLeading(text, '@').toLowerCase(Locale.ROOT);
          case HASHTAG -> stripLeading(text, '#').toLowerCase(Locale.ROOT);
          case EMAIL -> email(text);
          case PHONE -> phone(text);
          case PGP, DEVICE -> text.replaceAll("[\\s:-]", "").toUpperCase(Locale.ROOT);
          case IP, KEYWORD -> text.toLowerCase(Locale.ROOT);
          case PLATFORM_ID, URL, WALLET, DISPLAY_NAME, GROUP, PLACE -> text;
        };
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new BadValue("SX-TERMS-SELECTOR", "Selector", raw, "give 1 to 500 characters");
    }
    return value;
  }

  private static String stripLeading(String text, char mark) {
    return !text.isEmpty() && text.charAt(0) == mark ? text.substring(1) : text;
  }

  private static String email(String text) {
    String mail = text.toLowerCase(Locale.ROOT);
    int at = mail.lastIndexOf('@');
    if (at < 1 || at == mail.length() - 1 || mail.contains(" ")) {
      throw new BadValue("SX-TERMS-EMAIL", "e-mail selector", text, "give local@domain");
    }
    return mail;
  }

  /* Only the international form is accepted here: which country a national number belongs to is
   * knowledge that the reader of an export has, and this class has not. */
  private static String phone(String text) {
    String digits =
        text.replaceAll("[\\s().\\-\\u00a0\\u2010-\\u2015\\u202a-\\u202e\\u2066-\\u2069]", "");
    String e164 = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    if (!e164.matches("\\+[1-9][0-9]{5,14}")) {
      throw new BadValue(
          "SX-TERMS-PHONE", "telephone selector", text, "give the international form, +44...");
    }
    return e164;
  }

  @Override
  public String toString() {
    return type.name().toLowerCase(Locale.ROOT)
        + (platform == null ? "" : "@" + platform)
        + ":"
        + value;
  }
}
