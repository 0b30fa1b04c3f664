package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the interchange formats have in common: platforms by their many names, stated selectors. */
final class Forms {
  /* Names that account types and services go by, to ours. */
  private static final Map<String, String> PLATFORMS =
      Map.ofEntries(
          Map.entry("twitter", "x"),
          Map.entry("x", "x"),
          Map.entry("facebook", "facebook"),
          Map.entry("instagram", "instagram"),
          Map.entry("threads", "threads"),
          Map.entry("telegram", "telegram"),
          Map.entry("whatsapp", "whatsapp"),
          Map.entry("skype", "skype"),
          Map.entry("github", "github"),
          Map.entry("gitlab", "gitlab"),
          Map.entry("linkedin", "linkedin"),
          Map.entry("reddit", "reddit"),
          Map.entry("discord", "discord"),
          Map.entry("signal", "signal"),
          Map.entry("snapchat", "snapchat"),
          Map.entry("tiktok", "tiktok"),
          Map.entry("youtube", "youtube"),
          Map.entry("google", "google"),
          Map.entry("gab", "gab"),
          Map.entry("parler", "parler"),
          Map.entry("mastodon", "mastodon"),
          Map.entry("bluesky", "bluesky"),
          Map.entry("vk", "vk"),
          Map.entry("vkontakte", "vk"),
          Map.entry("jabber", "xmpp"),
          Map.entry("xmpp", "xmpp"),
          Map.entry("icq", "icq"),
          Map.entry("irc", "irc"),
          Map.entry("steam", "steam"),
          Map.entry("email", "email"),
          Map.entry("e-mail", "email"),
          Map.entry("gmail", "email"),
          Map.entry("phone", "phone"),
          Map.entry("kik", "kik"),
          Map.entry("roblox", "roblox"),
          Map.entry("apple", "apple"),
          Map.entry("icloud", "apple"));

  private Forms() {}

  /** The platform that a word names; the word itself in our spelling if nobody knows it. */
  static Platform platform(@Nullable String word, Platform otherwise) {
    if (word == null || word.isBlank()) {
      return otherwise;
    }
    String plain = word.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://(www\\.)?", "");
    plain = plain.replaceFirst("\\.(com|org|net|me|gg|ru|social)(/.*)?$", "");
    String known = PLATFORMS.get(plain);
    if (known != null) {
      return new Platform(known);
    }
    String name = plain.replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    return name.isEmpty() || name.length() > 40 ? otherwise : new Platform(name);
  }

  /** A selector if the text is one. */
  static Optional<Record.Stated> stated(SelectorType type, @Nullable Platform on, String text) {
    try {
      return Optional.of(
          new Record.Stated(
              on == null ? Selector.of(type, text) : Selector.of(type, on, text), false));
    } catch (BadValue e) {
      return Optional.empty(); // Not what its field says; it stays in the record as text.
    }
  }

  /** The account of an e-mail address. */
  static AccountRef mail(String address, @Nullable String name) {
    String plain = address.strip().toLowerCase(Locale.ROOT);
    return new AccountRef(PhoneNumbers.EMAIL, KeyBasis.HANDLE, plain, plain, name);
  }

  /** The account of a handle. */
  static AccountRef handle(Platform platform, String handle, @Nullable String name) {
    String bare = handle.strip().startsWith("@") ? handle.strip().substring(1) : handle.strip();
    return new AccountRef(platform, KeyBasis.HANDLE, bare.toLowerCase(Locale.ROOT), bare, name);
  }

  /** The account of a telephone number in international form, or null if it is none. */
  static @Nullable AccountRef phone(String number, Platform platform, @Nullable String name) {
    try {
      String e164 = Selector.of(SelectorType.PHONE, number).value();
      return new AccountRef(platform, KeyBasis.PHONE, e164, null, name);
    } catch (BadValue e) {
      return null; // No country in it: it cannot be a key.
    }
  }

  /** The texts of a field that is a text or a list of them. */
  static List<String> texts(Fields fields, String name) {
    Json value = fields.take(name);
    List<String> all = new ArrayList<>();
    if (value instanceof Json.Arr list) {
      list.items().stream().filter(i -> !(i instanceof Json.Null)).forEach(i -> all.add(i.raw()));
    } else if (value != null) {
      all.add(value.raw());
    }
    all.removeIf(String::isBlank);
    return all;
  }

  /** Null for an empty text. */
  static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
