package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.returns.Names;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How business records name accounts: {@code anna.b (instagram: 100)}, in the oldest of them
 * without the platform: {@code Anna B (100001111111111)}.
 */
final class Person {
  private static final Pattern MARK =
      Pattern.compile("\\((?:([A-Za-z][A-Za-z ]{1,19}): ?([0-9]{1,30})|(0|[0-9]{6,30}))\\)");

  /* WhatsApp's records write numbers in international form, but without its sign. */
  private static final Pattern DIGITS =
      Pattern.compile("([0-9]{7,15})(?:@(?:s\\.whatsapp\\.net|c\\.us))?");

  private static final Pattern MARKS =
      Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._]{1,60}");

  private Person() {}

  /** Without the marks that turn the direction of writing; they stand round names. */
  static String plain(String text) {
    return MARKS.matcher(text).replaceAll("").strip();
  }

  /** Everybody a text names with a number, in order. */
  static List<AccountRef> all(Platform platform, String text) {
    List<AccountRef> all = new ArrayList<>();
    String said = plain(text);
    Matcher m = MARK.matcher(said);
    int from = 0;
    while (m.find()) {
      String name = said.substring(from, m.start()).strip();
      name = name.startsWith(",") || name.startsWith(";") ? name.substring(1).strip() : name;
      name = name.substring(name.lastIndexOf('\n') + 1).strip();
      from = m.end();
      String marked = m.group(1);
      String id = marked == null ? m.group(3) : m.group(2);
      if (!id.matches("0+")) {
        all.add(numbered(marked == null ? platform : platform(marked, platform), id, name));
      }
    }
    return all;
  }

  /**
   * The account of a number with the name beside it, which is a handle where it has such a form.
   */
  static AccountRef numbered(Platform platform, String id, String name) {
    boolean handles = !platform.equals(Platform.FACEBOOK) || name.indexOf('.') > 0;
    boolean handle = handles && HANDLE.matcher(name).matches();
    return AccountRef.ofId(
        platform, id, handle ? name : null, handle || name.isEmpty() ? null : name);
  }

  private static Platform platform(String said, Platform otherwise) {
    String name = said.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "messenger", "facebook", "fb" -> Platform.FACEBOOK;
      case "instagram", "ig" -> Platform.INSTAGRAM;
      case "whatsapp", "wa" -> Platform.WHATSAPP;
      case "id", "user id", "uid" -> otherwise;
      default -> named(name, otherwise);
    };
  }

  private static Platform named(String name, Platform otherwise) {
    try {
      return new Platform(name.replace(' ', '-'));
    } catch (BadValue e) {
      return otherwise;
    }
  }

  /**
   * The one account a value names; null where it names nobody, as with deleted accounts.
   *
   * @param scope what a name without a number means something in
   */
  static @Nullable AccountRef one(Platform platform, String scope, String text) {
    List<AccountRef> all = all(platform, text);
    if (!all.isEmpty()) {
      return all.getFirst();
    }
    String said = plain(text);
    if (said.isEmpty() || MARK.matcher(said).find()) {
      return null;
    }
    Matcher digits = DIGITS.matcher(said);
    String number =
        platform.equals(Platform.WHATSAPP) && digits.matches() ? "+" + digits.group(1) : said;
    AccountRef phone = Names.ofPhone(platform, number, null);
    if (phone != null) {
      return phone;
    }
    if (said.matches("[0-9]{5,30}")) {
      return AccountRef.ofId(platform, said, null, null);
    }
    boolean instagram = platform.equals(Platform.INSTAGRAM) || platform.name().equals("threads");
    AccountRef handle =
        instagram && HANDLE.matcher(said).matches() ? Names.of(platform, null, said, null) : null;
    return handle == null ? Names.shown(platform, scope, said.replace('\n', ' ')) : handle;
  }
}
