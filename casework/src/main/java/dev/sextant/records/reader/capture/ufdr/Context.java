package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.Shelf;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What forms need beside the model itself: who owns the telephone, which files are there. */
final class Context {
  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,5})\\.)?(\\d{1,4}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?");

  private final Parties parties;
  private final Map<String, String> files;
  private final Shelf shelf;
  private final String folder;
  private final Optional<ZoneId> zone;

  /**
   * @param files local path by the file's id
   * @param folder folder of the report, ending in a slash or empty
   */
  Context(
      Parties parties,
      Map<String, String> files,
      Shelf shelf,
      String folder,
      Optional<ZoneId> zone) {
    this.parties = parties;
    this.files = files;
    this.shelf = shelf;
    this.folder = folder;
    this.zone = zone;
  }

  /** The owner on a platform, or null. */
  @Nullable AccountRef owner(Platform platform) {
    return parties.owner(platform);
  }

  /** Takes the first of these fields that holds a time. */
  ClaimedTime time(Model model, String... names) {
    for (String name : names) {
      String text = model.peek(name);
      if (!text.isBlank()) {
        model.text(name);
        return time(text);
      }
    }
    return ClaimedTime.none();
  }

  private ClaimedTime time(String text) {
    ClaimedTime stated = ClaimedTimes.ofIso(text);
    Instant instant = stated.instant();
    if (instant == null) {
      return ClaimedTimes.ofLocalIso(text, zone);
    }
    // Reports write year 1 or 1970 where the telephone kept nothing.
    return instant.getEpochSecond() <= 0 ? ClaimedTime.unreadable(text) : stated;
  }

  /** {@code 00:01:23}, or seconds; null if neither. */
  static @Nullable Duration duration(String text) {
    Matcher span = SPAN.matcher(text.strip());
    if (span.matches()) {
      long days = span.group(1) == null ? 0 : Long.parseLong(span.group(1));
      return Duration.ofDays(days)
          .plusHours(Long.parseLong(span.group(2)))
          .plusMinutes(Long.parseLong(span.group(3)))
          .plusSeconds(Long.parseLong(span.group(4)));
    }
    return text.strip().matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(text.strip()))
        : null;
  }

  /** The accounts of parties that name somebody. */
  static List<AccountRef> accounts(List<Model> parties, Platform platform, String within) {
    FirstOfEach<AccountRef> all = FirstOfEach.equal();
    for (Model party : parties) {
      party.text("Role");
      all.add(Parties.account(party, platform, within));
    }
    return all.list();
  }

  /** Attachments: where the extraction holds the file, its part; else only its name. */
  List<Media> media(List<Model> attachments) throws IOException {
    List<Media> all = new ArrayList<>();
    for (Model one : attachments) {
      String path = one.text("attachment_extracted_path").replace('\\', '/');
      if (path.isEmpty()) {
        path = files.getOrDefault(one.attribute("file_id"), "");
      }
      String type = one.text("ContentType");
      String name = one.text("Filename");
      String shown = !name.isBlank() ? name : !path.isEmpty() ? path : one.text("Title", "URL");
      Media found = path.isEmpty() ? null : shelf.media(folder, path, type.isBlank() ? null : type);
      if (found != null && found.part() != null) {
        all.add(
            new Media(
                shown.isBlank() ? found.name() : shown,
                found.type(),
                found.part(),
                found.digest(),
                found.likeness()));
      } else if (!shown.isBlank() || !path.isEmpty()) {
        all.add(
            new Media(shown.isBlank() ? path : shown, type.isBlank() ? null : type, null, null));
      }
    }
    return all;
  }

  /** A header with everything that nobody took. */
  static Header header(Platform platform, Locator at, ClaimedTime time, Model model, String kind) {
    Map<String, String> extra = new TreeMap<>(model.rest());
    extra.put("section", kind);
    return new Header(platform, at, time, extra);
  }
}
