package dev.sextant.records.reader;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is at a telephone number, as telephones keep it: in international form it means one account
 * everywhere; in national form, as a short code or a sender's name, it means one within its
 * exhibit.
 */
public final class PhoneNumbers {
  /** Calls and short messages. */
  public static final Platform PHONE = new Platform("phone");

  /** Mail. */
  public static final Platform EMAIL = new Platform("email");

  private static final Pattern MAIL =
      Pattern.compile("[^@\\s]{1,100}@[^@\\s]{1,200}\\.[^@\\s.]{1,60}");

  private static final Pattern NATIONAL = Pattern.compile("[(0-9][0-9 ().-]{6,18}");

  /* With the hyphens and blanks that messengers set between groups of digits. */
  private static final Pattern SHOWN = Pattern.compile("\\+[0-9 ()\\-\u00a0\u2010-\u2015]{6,30}");

  private long countryless;

  /** True if a number begins as one in international form does. */
  public static boolean international(String said) {
    return said.startsWith("+") || said.startsWith("00");
  }

  /** A number in E.164 form; null if it is not in international form, or none that can be. */
  public static @Nullable String e164(String said) {
    try {
      return Selector.of(SelectorType.PHONE, said).value();
    } catch (BadValue e) {
      return null; // A national number means something in one country only.
    }
  }

  /** The account at a number in international form on a platform, else null. */
  public static @Nullable AccountRef account(
      Platform platform, String said, @Nullable String displayName) {
    String number = e164(said);
    return number == null
        ? null
        : new AccountRef(platform, KeyBasis.PHONE, number, null, displayName);
  }

  /** The account that a messenger shows by its number alone; null if the name is another. */
  public static @Nullable AccountRef shownAsNumber(Platform platform, String name) {
    return SHOWN.matcher(name).matches() ? account(platform, name, null) : null;
  }

  /**
   * The account at a number.
   *
   * @param said as written; an e-mail address is one too
   * @param name shown beside it, if any
   * @return null if nothing is said
   */
  public @Nullable AccountRef account(@Nullable String said, @Nullable String name) {
    String text = said == null ? "" : said.strip();
    String shown = name == null || name.isBlank() ? null : name.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.indexOf('@') >= 0 && MAIL.matcher(text).matches()) {
      return new AccountRef(EMAIL, KeyBasis.HANDLE, text.toLowerCase(Locale.ROOT), text, shown);
    }
    if (international(text)) {
      AccountRef known = account(PHONE, text, shown);
      return known != null ? known : new AccountRef(PHONE, KeyBasis.LABEL, text, null, shown);
    }
    countryless += NATIONAL.matcher(text).matches() ? 1 : 0;
    return new AccountRef(PHONE, KeyBasis.LABEL, text, null, shown);
  }

  /** Tells how many numbers lacked their country. */
  public void tell(Sink sink) {
    if (countryless > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-REGION",
              countryless + " telephone numbers lack their country; they are labels"));
    }
  }
}
