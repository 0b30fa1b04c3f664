package dev.sextant.helpdesk;

import dev.sextant.authority.JurisdictionPack;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the jurisdiction's pack says of legal process, its section {@code process}. An instrument
 * that it does not list is none of this jurisdiction's.
 *
 * @param pack the pack in force
 */
record ProcessLaw(JurisdictionPack pack) {
  /** Whether this is the law of the Union. */
  boolean european() {
    return pack.text("process.law").equals("EU");
  }

  /** Instruments that disclose, lowest first. */
  List<InstrumentKind> ladder() {
    return pack.words("process.ladder").stream().map(InstrumentKind::of).toList();
  }

  /** The instrument that only keeps. */
  InstrumentKind preservation() {
    return InstrumentKind.of(pack.text("process.preservation"));
  }

  /** The instrument of an emergency, where it is one of its own. */
  Optional<InstrumentKind> emergency() {
    String name = pack.text("process.emergency");
    return name.equals("NONE") ? Optional.empty() : Optional.of(InstrumentKind.of(name));
  }

  /** What must be shown. */
  String threshold(InstrumentKind kind) {
    require(kind);
    return pack.text(path(kind, "threshold"));
  }

  /** Where the law says so. */
  String source(InstrumentKind kind) {
    require(kind);
    return pack.text(path(kind, "source"));
  }

  /**
   * @throws ProcessRefused {@code SX-HELP-JURISDICTION} if the pack lists no such instrument
   */
  void require(InstrumentKind kind) {
    if (!pack.part("process.instruments").containsKey(kind.name())) {
      throw new ProcessRefused(
          "SX-HELP-JURISDICTION",
          "this jurisdiction has no such instrument",
          "jurisdiction pack " + pack.name(),
          kind.name(),
          "choose one of " + pack.part("process.instruments").keySet());
    }
  }

  /** A length of time that the pack gives for an instrument, if it does. */
  Optional<Duration> clock(InstrumentKind kind, String name) {
    require(kind);
    Map<String, Object> row = pack.part("process.instruments." + kind.name());
    return row.containsKey(name) ? Optional.of(pack.duration(path(kind, name))) : Optional.empty();
  }

  /** A number that the pack gives for an instrument, or 0. */
  long number(InstrumentKind kind, String name) {
    require(kind);
    Map<String, Object> row = pack.part("process.instruments." + kind.name());
    return row.containsKey(name) ? pack.number(path(kind, name)) : 0;
  }

  Duration warnBefore() {
    return pack.duration("process.warnBefore");
  }

  Duration staleAfter() {
    return pack.duration("process.playbookStaleAfter");
  }

  Duration filterWithin() {
    return pack.duration("process.filterWithin");
  }

  Duration noticeWithin() {
    return pack.duration("process.notice.within");
  }

  Duration deferralAtMost() {
    return pack.duration("process.notice.deferralAtMost");
  }

  String noticeSource() {
    return pack.text("process.notice.source");
  }

  Duration reviewWithin() {
    return pack.duration("process.emergencyUse.reviewWithin");
  }

  Duration emergencyWindow() {
    return pack.duration("process.emergencyUse.window");
  }

  long emergencyAtLeast() {
    return pack.number("process.emergencyUse.atLeast");
  }

  long emergencyMostPercent() {
    return pack.number("process.emergencyUse.mostPercent");
  }

  /* Days are days of the calendar in a zone, so that a change of clocks moves no deadline by an
   * hour of the day; hours are hours. */
  static Instant after(Instant start, Duration length, ZoneId zone) {
    boolean days = !length.isZero() && length.equals(Duration.ofDays(length.toDays()));
    return days ? start.atZone(zone).plusDays(length.toDays()).toInstant() : start.plus(length);
  }

  private static String path(InstrumentKind kind, String name) {
    return "process.instruments." + kind.name() + "." + name;
  }
}
