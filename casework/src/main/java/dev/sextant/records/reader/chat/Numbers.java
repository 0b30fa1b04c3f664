package dev.sextant.records.reader.chat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
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
public final class Numbers {
  /** Calls and short messages. */
  public static final Platform PHONE = new Platform("phone");

  private static final Platform EMAIL = new Platform("email");

  private static final Pattern MAIL =
      Pattern.compile("[^@\\s]{1,100}@[^@\\s]{1,200}\\.[^@\\s.]{1,60}");

  private static final Pattern NATIONAL = Pattern.compile("[(0-9][0-9 ().-]{6,18}");

  private long countryless;

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
    if (text.startsWith("+") || text.startsWith("00")) {
      try {
        String phone = Selector.of(SelectorType.PHONE, text).value();
        return new AccountRef(PHONE, KeyBasis.PHONE, phone, null, shown);
      } catch (BadValue e) {
        return new AccountRef(PHONE, KeyBasis.LABEL, text, null, shown); // As it is written.
      }
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
