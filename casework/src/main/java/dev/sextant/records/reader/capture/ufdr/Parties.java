package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.Platform;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is meant by a report's parties: the strongest key that an identifier holds. */
final class Parties {
  /** Where an identifier of digits alone is the platform's own number for an account. */
  private static final Set<String> NUMBERED =
      Set.of("telegram", "facebook", "instagram", "x", "vk", "discord", "threads");

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("facebookmessenger", "facebook"),
          Map.entry("messenger", "facebook"),
          Map.entry("twitter", "x"),
          Map.entry("whatsappbusiness", "whatsapp"),
          Map.entry("nativemessages", "phone"),
          Map.entry("native", "phone"),
          Map.entry("sms", "phone"),
          Map.entry("mms", "phone"),
          Map.entry("imessage", "apple"),
          Map.entry("applemessages", "apple"),
          Map.entry("facetime", "apple"),
          Map.entry("gmail", "email"),
          Map.entry("mail", "email"),
          Map.entry("phonebook", "phone"),
          Map.entry("calllog", "phone"));

  private final Map<String, AccountRef> owners = new HashMap<>();

  /** The platform of a model's source application; {@code phone} where it says none. */
  static Platform platform(String source) {
    StringBuilder plain = new StringBuilder();
    int bracket = source.indexOf('(');
    String name = (bracket > 0 ? source.substring(0, bracket) : source).toLowerCase(Locale.ROOT);
    for (char c : name.toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        plain.append(c);
      }
    }
    String word = plain.length() > 40 ? plain.substring(0, 40) : plain.toString();
    return word.isEmpty() ? PhoneNumbers.PHONE : new Platform(SOURCES.getOrDefault(word, word));
  }

  /** Remembers whose telephone it is, as the source application knows the owner. */
  void owner(Platform platform, AccountRef account) {
    owners.putIfAbsent(platform.name(), account);
  }

  /** The telephone's owner on a platform, or null if no party says so. */
  @Nullable AccountRef owner(Platform platform) {
    return owners.get(platform.name());
  }

  /**
   * The account of a party.
   *
   * @param within what a shown name is prefixed with, since it means something there only
   * @return null if the party names nobody
   */
  static @Nullable AccountRef account(Model party, Platform platform, String within) {
    String id = party.text("Identifier").strip();
    String name = party.text("Name").strip();
    return account(id, name.isEmpty() ? null : name, platform, within);
  }

  /** The account of an identifier, with the name shown for it. */
  static @Nullable AccountRef account(
      String id, @Nullable String name, Platform platform, String within) {
    if (system(id) && (name == null || system(name))) {
      return null;
    }
    String bare = id.contains("@") && !PhoneNumbers.EMAIL.equals(platform) ? chatNumber(id) : id;
    String phone = phone(bare.isEmpty() ? id : bare, platform, id);
    if (phone != null) {
      return new AccountRef(platform, KeyBasis.PHONE, phone, null, name);
    }
    if (id.isBlank()) {
      return name == null || name.isBlank()
          ? null
          : new AccountRef(platform, KeyBasis.DISPLAY_NAME, within + "/" + name, null, name);
    }
    if (id.contains("@") && id.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") && bare.isEmpty()) {
      Platform mail = platform.equals(PhoneNumbers.PHONE) ? PhoneNumbers.EMAIL : platform;
      return new AccountRef(mail, KeyBasis.HANDLE, id.toLowerCase(Locale.ROOT), id, name);
    }
    String key = bare.isEmpty() ? id : bare;
    if (key.matches("[0-9]{1,30}") && NUMBERED.contains(platform.name()) || id.endsWith("@lid")) {
      return new AccountRef(platform, KeyBasis.PLATFORM_ID, key, null, name);
    }
    return platform.equals(PhoneNumbers.PHONE) || key.contains(" ")
        ? new AccountRef(platform, KeyBasis.LABEL, key, null, name)
        : new AccountRef(platform, KeyBasis.HANDLE, key.toLowerCase(Locale.ROOT), key, name);
  }

  private static boolean system(String text) {
    return text.isBlank() || text.strip().equalsIgnoreCase("System Message");
  }

  /* WhatsApp's identifiers are number@server; the server tells what the number is. */
  private static String chatNumber(String id) {
    int at = id.indexOf('@');
    String server = id.substring(at + 1).toLowerCase(Locale.ROOT);
    return switch (server) {
      case "s.whatsapp.net", "c.us", "lid", "g.us", "broadcast", "newsletter" ->
          id.substring(0, at);
      default -> "";
    };
  }

  private static @Nullable String phone(String bare, Platform platform, String id) {
    boolean number =
        id.endsWith("@s.whatsapp.net")
            || id.endsWith("@c.us")
            || platform.equals(Platform.WHATSAPP) && id.matches("[0-9]{8,15}");
    String form = number && bare.matches("[1-9][0-9]{6,14}") ? "+" + bare : bare;
    // Of a national number the report does not say whose country it is.
    return PhoneNumbers.international(form) ? PhoneNumbers.e164(form) : null;
  }
}
