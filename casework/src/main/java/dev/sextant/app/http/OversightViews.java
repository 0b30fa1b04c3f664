package dev.sextant.app.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the overseer's pages show. */
final class OversightViews {
  private OversightViews() {}

  /** The whole first page. */
  record OversightView(
      List<OverseenView> waiting,
      List<OverseenView> reviews,
      List<DenialView> denials,
      List<DenialView> blocks,
      List<DenialView> alerts,
      LogStanding log,
      String key) {}

  /** An authority that waits for the overseer, or whose review is due. */
  record OverseenView(
      String authority,
      int version,
      String caseId,
      String state,
      int level,
      String instrument,
      String offence,
      String applicant,
      boolean beforehand,
      boolean confirmed,
      String due) {}

  /** Something that was asked for and not allowed. */
  record DenialView(
      long leaf,
      String at,
      String step,
      String code,
      String actor,
      @Nullable String caseId,
      @Nullable String authority) {}

  /** How the log stands towards the outside. */
  record LogStanding(
      String origin,
      long size,
      @Nullable String cosignedAt,
      long cosignedSize,
      int kept,
      List<WitnessView> witnesses,
      String limit,
      @Nullable String readOnly) {}

  /** A witness, and why it did not sign last time, if it did not. */
  record WitnessView(String name, String fingerprint, @Nullable String trouble) {}

  /** The figures, whole and as they may be published. */
  record FiguresView(
      Map<String, Map<String, Long>> whole,
      Map<String, Map<String, String>> published,
      long smallest,
      EmergencyRatio emergency,
      String madeAt) {}

  /** How often leave was given by word of mouth. */
  record EmergencyRatio(long urgent, long granted, long percent, long limit, boolean alarm) {}
}
