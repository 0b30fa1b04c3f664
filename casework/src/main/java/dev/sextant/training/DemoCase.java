package dev.sextant.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the demo case: a fictional ring that steals bicycles and building machines, as five
 * exports of four platforms, with the truth beside them in {@code truth.json} (described in
 * docs/formats/truth.md). Nobody in it is real: names are invented, telephone numbers come from
 * ranges kept for fiction, addresses from RFC 5737 and RFC 2606, handles carry a prefix.
 *
 * <p>The same seed gives the same bytes.
 */
public final class DemoCase {
  /** From here the demo's authority covers content; what is older must be sealed off. */
  public static final Instant WINDOW_FROM = Instant.parse("2025-09-01T00:00:00Z");

  /** Up to here, excluded, the demo's authority covers content. */
  public static final Instant WINDOW_TO = Instant.parse("2026-03-01T00:00:00Z");

  /** Where the fiction's telephones are: the zone of local times in its exports. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /* Documentation addresses (RFC 5737). Both aliases use the same three: a weak hint. */
  static final List<String> LANTERN_ADDRESSES =
      List.of("203.0.113.7", "203.0.113.61", "198.51.100.24");

  private DemoCase() {}

  /**
   * One export.
   *
   * @param file where it lies
   * @param platform the platform's short name
   * @param how it came to the agency: DEVICE or USER_EXPORT
   * @param heldBy name of the person whose telephone or account it is
   */
  public record Export(Path file, String platform, String how, String heldBy) {}

  /**
   * What was written.
   *
   * @param exports in the order in which a case would get them
   * @param truth who is who and what was planted
   */
  public record Written(List<Export> exports, Path truth) {
    /** Copies. */
    public Written {
      exports = List.copyOf(exports);
    }
  }

  /**
   * Writes the case into a folder, which is made if it is not there.
   *
   * @param seed varies the chatter and its times; people and planted lines stay
   */
  public static Written write(Path folder, long seed) throws IOException {
    Cast cast = Cast.load();
    List<Talk> talks = Talk.load(cast);
    Map<Talk, List<Line>> lines = Plot.write(cast, talks, seed);
    for (String name : List.of("telegram", "whatsapp", "x", "instagram")) {
      Files.createDirectories(folder.resolve(name));
    }
    List<Export> exports =
        List.of(
            telegram(folder, cast, lines),
            whatsAppDirect(folder, cast, lines),
            whatsAppFamily(folder, cast, lines),
            x(folder, cast, lines, seed),
            instagram(folder, cast, lines, seed));
    Path truth = folder.resolve("truth.json");
    Files.write(truth, Truth.of(cast, lines, folder, exports, seed));
    return new Written(exports, truth);
  }

  private static Export telegram(Path folder, Cast cast, Map<Talk, List<Line>> lines)
      throws IOException {
    Path file = folder.resolve("telegram/result.json");
    Cast.Account owner = cast.account("t01");
    new TelegramExport(cast, owner).write(file, only(lines, "telegram"));
    return new Export(file, "telegram", "DEVICE", owner.person().name());
  }

  private static Export whatsAppDirect(Path folder, Cast cast, Map<Talk, List<Line>> lines)
      throws IOException {
    Path file = folder.resolve("whatsapp/WhatsApp Chat with +44 7700 900107.txt");
    for (List<Line> said : only(lines, "whatsapp-android").values()) {
      WhatsAppExport.android(file, said);
    }
    return new Export(file, "whatsapp", "DEVICE", cast.account("w04").person().name());
  }

  private static Export whatsAppFamily(Path folder, Cast cast, Map<Talk, List<Line>> lines)
      throws IOException {
    Path file = folder.resolve("whatsapp/_chat.txt");
    for (Map.Entry<Talk, List<Line>> talk : only(lines, "whatsapp-ios").entrySet()) {
      WhatsAppExport.ios(file, talk.getKey().title(), talk.getValue());
    }
    return new Export(file, "whatsapp", "DEVICE", cast.account("w04").person().name());
  }

  private static Export x(Path folder, Cast cast, Map<Talk, List<Line>> lines, long seed)
      throws IOException {
    Cast.Account owner = cast.account("x02");
    Path file = folder.resolve("x/twitter-2026-02-28-" + owner.handle() + ".zip");
    new XExport(cast, owner, seed).write(file, only(lines, "x"));
    return new Export(file, "x", "USER_EXPORT", owner.person().name());
  }

  private static Export instagram(Path folder, Cast cast, Map<Talk, List<Line>> lines, long seed)
      throws IOException {
    Cast.Account owner = cast.account("i02");
    Path file = folder.resolve("instagram/instagram-" + owner.handle() + "-2026-02-28.zip");
    new InstagramExport(cast, owner, seed).write(file, only(lines, "instagram"));
    return new Export(file, "instagram", "USER_EXPORT", owner.person().name());
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
