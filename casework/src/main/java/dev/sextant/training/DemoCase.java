package dev.sextant.training;

import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The demo case: a fictional ring that steals bicycles and building machines, told by five exports
 * of four platforms, with the truth beside them in {@code truth.json} (described in
 * docs/formats/truth.md). Nobody in it is real: names are invented, telephone numbers come from
 * ranges kept for fiction, addresses from RFC 5737 and RFC 2606, handles carry a prefix.
 *
 * @param folder where it lies
 * @param exports in the order in which a case would get them
 * @param selectors what the case's authority names: a dozen accounts and two closed groups
 * @param platforms that the authority covers
 * @param contentWindow time that the authority covers; the exports hold more
 * @param alias two accounts that are one person
 * @param planted messages that the story turns on
 */
public record DemoCase(
    Path folder,
    List<Export> exports,
    Set<Selector> selectors,
    Set<Platform> platforms,
    Span contentWindow,
    Alias alias,
    List<Planted> planted) {
  /** From here the demo's authority covers content; what is older must be sealed off. */
  static final Instant WINDOW_FROM = Instant.parse("2025-09-01T00:00:00Z");

  /** Up to here, excluded, the demo's authority covers content. */
  static final Instant WINDOW_TO = Instant.parse("2026-02-15T00:00:00Z");

  /** Where the fiction's telephones are: the zone of local times in its exports. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /* Documentation addresses (RFC 5737). */
  static final List<String> LANTERN_ADDRESSES =
      List.of("203.0.113.7", "203.0.113.61", "198.51.100.24");

  private static final List<String> SUBJECTS =
      List.of("t01", "t02", "t03", "t04", "t05", "t06", "t07", "t09", "x02", "x09", "w07", "i02");

  private static final List<String> CLOSED_GROUPS = List.of("works", "lorry");

  private static final List<Planted> PLANTED =
      List.of(
          new Planted(
              "planning", "I keep the list, you never write it down", "the broker takes orders"),
          new Planted(
              "recruitment", "You can drive a digger onto a trailer", "a driver is recruited"),
          new Planted("price", "Nine thousand for both", "the buyer is told the price"),
          new Planted(
              "deal",
              "Low loader for the Saturday in the middle of January",
              "the lorry is ordered"),
          new Planted(
              "handover", "Both here. Sending the rest today", "the buyer has the machines"),
          new Planted("broker", "That is what you pay me for", "the broker keeps the sides apart"),
          new Planted(
              "exculpatory",
              "Not without papers. I want nothing to do with that",
              "speaks for Nevin, who was offered a machine and refused"));

  /** Copies. */
  public DemoCase {
    exports = List.copyOf(exports);
    selectors = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(selectors));
    platforms = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(platforms));
    planted = List.copyOf(planted);
  }

  /**
   * One export.
   *
   * @param file where it lies
   * @param how it came to the agency: DEVICE or USER_EXPORT
   * @param sourceName the name the bytes came under
   * @param note for the record of the acquisition
   */
  public record Export(Path file, String how, String sourceName, String note) {}

  /**
   * Two accounts of one person.
   *
   * @param accountA key of one, as records give it
   * @param accountB key of the other
   * @param reason what a careful analyst would write
   */
  public record Alias(String accountA, String accountB, String reason) {}

  /**
   * A message that the story turns on.
   *
   * @param name short
   * @param phrase words that occur in one message of all exports only
   * @param meaning for the trainer
   */
  public record Planted(String name, String phrase, String meaning) {}

  /**
   * Writes the case into a folder, which is made if it is not there. The same seed writes the same
   * bytes.
   *
   * @param seed varies the chatter and its times; people and planted messages stay
   */
  public static DemoCase write(Path folder, long seed) throws IOException {
    Cast cast = Cast.load();
    List<Talk> talks = Talk.load(cast);
    Map<Talk, List<Line>> lines = Plot.write(cast, talks, seed);
    for (String name : List.of("telegram", "whatsapp", "x", "instagram")) {
      Files.createDirectories(folder.resolve(name));
    }
    List<Export> exports =
        List.of(
            telegram(folder, cast, lines),
            whatsAppDirect(folder, lines),
            whatsAppFamily(folder, lines),
            x(folder, cast, lines, seed),
            instagram(folder, cast, lines, seed));
    DemoCase demo =
        new DemoCase(
            folder,
            exports,
            selectors(cast, talks),
            new LinkedHashSet<>(
                List.of(Platform.TELEGRAM, Platform.WHATSAPP, Platform.X, Platform.INSTAGRAM)),
            Span.between(WINDOW_FROM, WINDOW_TO),
            new Alias(
                "telegram/platform_id/" + cast.account("t02").number(),
                "instagram/handle/" + cast.account("i02").handle(),
                "The same telephone number, which both platforms checked; alike words about lamps;"
                    + " Instagram tells the driver to park within minutes of the payment that"
                    + " Telegram confirms."),
            PLANTED);
    Files.write(folder.resolve("truth.json"), Truth.of(cast, lines, demo, seed));
    return demo;
  }

  private static Set<Selector> selectors(Cast cast, List<Talk> talks) {
    Set<Selector> selectors = new LinkedHashSet<>();
    for (String id : SUBJECTS) {
      Cast.Account account = cast.account(id);
      Platform platform = new Platform(account.platform());
      if (!account.number().isEmpty()) {
        selectors.add(Selector.of(SelectorType.PLATFORM_ID, platform, account.number()));
      } else if (!account.handle().isEmpty()) {
        selectors.add(Selector.of(SelectorType.HANDLE, platform, account.handle()));
      } else {
        selectors.add(Selector.of(SelectorType.PHONE, account.phone()));
      }
    }
    for (Talk talk : talks) {
      if (CLOSED_GROUPS.contains(talk.key())) {
        // Telegram counts supergroups as channels: its own prefix of a group's number.
        String prefix = talk.kind().endsWith("supergroup") ? "channel" : "chat";
        selectors.add(Selector.of(SelectorType.GROUP, Platform.TELEGRAM, prefix + talk.number()));
      }
    }
    return selectors;
  }

  private static Export telegram(Path folder, Cast cast, Map<Talk, List<Line>> lines)
      throws IOException {
    Path file = folder.resolve("telegram/result.json");
    new TelegramExport(cast, cast.account("t02")).write(file, only(lines, "telegram"));
    return new Export(
        file,
        "DEVICE",
        "result.json",
        "Telegram Desktop export found on a laptop, case of Lamplight");
  }

  private static Export whatsAppDirect(Path folder, Map<Talk, List<Line>> lines)
      throws IOException {
    Path file = folder.resolve("whatsapp/WhatsApp Chat with +44 7700 900107.txt");
    for (List<Line> said : only(lines, "whatsapp-android").values()) {
      WhatsAppExport.android(file, said);
    }
    return new Export(
        file, "DEVICE", fileName(file), "exported from the telephone of Kester Wyndlow");
  }

  private static Export whatsAppFamily(Path folder, Map<Talk, List<Line>> lines)
      throws IOException {
    Path file = folder.resolve("whatsapp/_chat.txt");
    for (Map.Entry<Talk, List<Line>> talk : only(lines, "whatsapp-ios").entrySet()) {
      WhatsAppExport.ios(file, talk.getKey().title(), talk.getValue());
    }
    return new Export(
        file, "DEVICE", fileName(file), "found on the tablet of Kester Wyndlow's household");
  }

  private static Export x(Path folder, Cast cast, Map<Talk, List<Line>> lines, long seed)
      throws IOException {
    Cast.Account owner = cast.account("x09");
    Path file = folder.resolve("x/twitter-2026-02-28-" + owner.handle() + ".zip");
    new XExport(cast, owner, seed).write(file, only(lines, "x"));
    return new Export(file, "USER_EXPORT", fileName(file), "handed over by Tavio Brascomb");
  }

  private static Export instagram(Path folder, Cast cast, Map<Talk, List<Line>> lines, long seed)
      throws IOException {
    Cast.Account owner = cast.account("i02");
    Path file = folder.resolve("instagram/instagram-" + owner.handle() + "-2026-02-28.zip");
    new InstagramExport(cast, owner, seed).write(file, only(lines, "instagram"));
    return new Export(
        file,
        "USER_EXPORT",
        fileName(file),
        "download found in a mailbox; whose it is was not known");
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Map<Talk, List<Line>> only(Map<Talk, List<Line>> lines, String export) {
    Map<Talk, List<Line>> some = new LinkedHashMap<>();
    lines.forEach((talk, said) -> {
      if (talk.export().equals(export)) {
        some.put(talk, said);
      }
    });
    return some;
  }
}
