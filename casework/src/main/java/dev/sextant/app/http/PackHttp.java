package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Offence;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the jurisdiction's pack in force offers to a form: no case data, so no permit. */
@RestController
class PackHttp {
  private final House house;

  PackHttp(House house) {
    this.house = house;
  }

  /**
   * The pack.
   *
   * @param name its name
   * @param version its version, from 1
   * @param title its name for people
   * @param digest SHA-256 of its text, as every act names it
   * @param jurisdiction whose law it is
   * @param offences the catalogue
   * @param offenceSource where the rule for citing an offence comes from
   * @param instruments what an application may rest on
   * @param levels the ladder of intrusion
   * @param methods the closed list of named ways of working
   * @param limits numbers that bound an application
   */
  record PackView(
      String name,
      long version,
      String title,
      String digest,
      String jurisdiction,
      List<OffenceView> offences,
      String offenceSource,
      List<InstrumentView> instruments,
      List<LevelView> levels,
      List<MethodView> methods,
      PackLimits limits) {}

  /** A named way of working. */
  record MethodView(String name, String title) {}

  /**
   * An offence.
   *
   * @param answers the pack's yes-or-no answers that are yes
   * @param wants what keeps it from being cited; empty if it can be
   */
  record OffenceView(
      String id,
      String title,
      String statute,
      String group,
      List<String> answers,
      List<String> wants) {}

  /** What an application may rest on. */
  record InstrumentView(String id, String title, String law, String issuer, String ceiling) {}

  /**
   * A level of intrusion.
   *
   * @param oversight true if the overseer decides beforehand
   */
  record LevelView(long level, String title, String meaning, boolean oversight) {}

  /**
   * Numbers that bound an application.
   *
   * @param longestOperationDays the longest operation window, in whole days
   * @param longestPermitMinutes the longest permit, in minutes
   * @param overseenWithinDays when the overseer must have looked at what lives without a word
   * @param urgentHours how long leave by word of mouth lives at most
   * @param writeUpHours within which it must be written up
   */
  record PackLimits(
      long longestOperationDays,
      long longestPermitMinutes,
      long overseenWithinDays,
      long urgentHours,
      long writeUpHours) {}

  @GetMapping("/api/pack")
  PackView pack() {
    JurisdictionPack pack = house.authority().pack();
    return new PackView(
        pack.name(),
        pack.version(),
        pack.text("title"),
        pack.digest().hex(),
        pack.text("offences.jurisdiction"),
        house.authority().offences().all().stream().map(PackHttp::offence).toList(),
        pack.text("offences.source"),
        pack.rows("instruments").stream().map(PackHttp::instrument).toList(),
        pack.rows("levels").stream().map(PackHttp::level).toList(),
        pack.rows("authority.methods").stream()
            .map(row -> new MethodView(word(row, "name"), word(row, "title")))
            .toList(),
        new PackLimits(
            pack.duration("authority.longestOperation").toDays(),
            pack.duration("permit.longest").toMinutes(),
            pack.duration("authority.overseenWithin").toDays(),
            pack.duration("authority.urgent.longest").toHours(),
            pack.duration("authority.urgent.writeUpWithin").toHours()));
  }

  private static OffenceView offence(Offence one) {
    return new OffenceView(
        one.id(),
        one.title(),
        one.statute(),
        one.group(),
        one.answers().stream().sorted().toList(),
        one.wants());
  }

  private static InstrumentView instrument(Map<String, Object> row) {
    return new InstrumentView(
        word(row, "id"),
        word(row, "title"),
        word(row, "law"),
        word(row, "issuer"),
        word(row, "ceiling"));
  }

  private static LevelView level(Map<String, Object> row) {
    return new LevelView(
        Long.parseLong(word(row, "level")),
        word(row, "title"),
        word(row, "meaning"),
        Boolean.parseBoolean(word(row, "oversight")));
  }

  private static String word(Map<String, Object> row, String name) {
    return String.valueOf(row.getOrDefault(name, ""));
  }
}
