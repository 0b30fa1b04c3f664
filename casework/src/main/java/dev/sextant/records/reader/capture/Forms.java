package dev.sextant.records.reader.capture;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Media;
import dev.sextant.records.Record.Stated;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forms that the tools of this family share: accounts, times, lists in a cell. */
public final class Forms {
  private Forms() {}

  /** An account by its platform's number, else its handle, else the name shown; null if none. */
  public static @Nullable AccountRef account(
      Platform platform,
      @Nullable String id,
      @Nullable String handle,
      @Nullable String name,
      String within) {
    String bare = handle == null ? "" : handle.strip();
    bare = bare.startsWith("@") ? bare.substring(1) : bare;
    String shown = name == null || name.isBlank() ? null : name.strip();
    String said = bare.isEmpty() ? null : bare;
    if (id != null && !id.isBlank() && !mangled(id)) {
      return AccountRef.ofId(platform, id.strip(), said, shown);
    }
    if (said != null) {
      return new AccountRef(platform, KeyBasis.HANDLE, said.toLowerCase(Locale.ROOT), said, shown);
    }
    return shown == null
        ? null
        : new AccountRef(platform, KeyBasis.DISPLAY_NAME, within + "/" + shown, null, shown);
  }

  /** True for a number that a spreadsheet rounded ({@code 9.06E+17}): it names nothing any more. */
  public static boolean mangled(String text) {
    return text.strip().matches("[0-9](?:[.,][0-9]{1,20})?[eE]\\+[0-9]{1,3}");
  }

  /**
   * A time of any form that these tools write: seconds or milliseconds since 1970, a text with an
   * offset, a local text.
   *
   * @param utc true if the tool is documented to write local texts in UTC
   */
  public static ClaimedTime time(@Nullable String text, boolean utc, Optional<ZoneId> zone) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    String form = text.strip();
    if (form.matches("-?[0-9]{1,18}(?:\\.[0-9]{1,9})?")) {
      int point = form.indexOf('.');
      long whole = Long.parseLong(point < 0 ? form : form.substring(0, point));
      return whole > 100_000_000_000L
          ? ClaimedTimes.ofMillis(whole, text)
          : ClaimedTimes.ofSeconds(whole, text);
    }
    String iso = form.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    iso = iso.replaceFirst(" ?(?:UTC|GMT|Z)$", "Z").replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    ClaimedTime stated = ClaimedTimes.ofIso(iso);
    Instant at = stated.instant();
    if (at != null && at.getEpochSecond() > 0) {
      return new ClaimedTime(at, text, stated.basis(), stated.zone(), stated.precision());
    }
    if (utc) {
      ClaimedTime assumed = ClaimedTimes.ofLocalIso(iso, Optional.of(ZoneId.of("UTC")));
      return new ClaimedTime(
          assumed.instant(), text, assumed.basis(), assumed.zone(), assumed.precision());
    }
    return ClaimedTimes.ofLocalIso(form, zone);
  }

  /** The parts of a cell that holds a list, separated by commas. */
  public static List<String> list(@Nullable String cell) {
    List<String> all = new ArrayList<>();
    if (cell != null) {
      for (String one : cell.split(",")) {
        if (!one.isBlank()) {
          all.add(one.strip());
        }
      }
    }
    return all;
  }

  /** Media that are only named. */
  public static List<Media> named(List<String> addresses, @Nullable String type) {
    return addresses.stream()
        .filter(a -> !a.isBlank())
        .distinct()
        .map(a -> new Media(a, type, null, null))
        .toList();
  }

  /** Handles as accounts, each once. */
  public static List<AccountRef> mentions(Platform platform, List<String> handles) {
    FirstOfEach<AccountRef> all = FirstOfEach.equal();
    for (String handle : handles) {
      all.add(account(platform, null, handle, null, "mention"));
    }
    return all.list();
  }

  /** States a selector if the value has its form; else keeps it as an attribute. */
  public static void state(
      SelectorType type,
      Platform platform,
      String value,
      String name,
      List<Stated> selectors,
      Map<String, String> attributes) {
    if (value.isBlank()) {
      return;
    }
    try {
      selectors.add(new Stated(new Selector(type, platform, value), false));
    } catch (BadValue e) {
      attributes.put(name, value); // Not of that form: kept as it stands.
    }
  }

  /** A platform of any word: letters and digits of it, lower case; {@code web} if it has none. */
  public static Platform platform(String word) {
    StringBuilder plain = new StringBuilder();
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean fit = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (fit || c == '.' && !plain.isEmpty()) {
        plain.append(c);
      }
    }
    String name = plain.length() > 40 ? plain.substring(0, 40) : plain.toString();
    return new Platform(
        switch (name) {
          case "" -> "web";
          case "twitter", "twitter.com", "x.com", "twitterx" -> "x";
          case "instagram.com" -> "instagram";
          case "facebook.com" -> "facebook";
          case "threads.net", "threads.com" -> "threads";
          case "tiktok.com", "tiktokcomments" -> "tiktok";
          case "truthsocial.com", "truth" -> "truthsocial";
          case "gab.com" -> "gab";
          case "linkedin.com" -> "linkedin";
          case "bsky", "bsky.app" -> "bluesky";
          case "reddit.com" -> "reddit";
          default -> name;
        });
  }
}
