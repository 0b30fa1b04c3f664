package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions that overseers sign outside: what they sign, and whether a note that comes back still
 * counts. A note names its moment, so an old one cannot be given again after a later word.
 */
final class OverseerNotes {
  private final Signatures signatures;
  private final Rules rules;

  OverseerNotes(Signatures signatures, Rules rules) {
    this.signatures = signatures;
    this.rules = rules;
  }

  /** What an overseer gave. */
  record Given(ActorId overseer, Decision decision, String reasons, String note) {}

  /** The text to be signed. */
  static String text(
      Version version, ActorId overseer, Decision decision, Digest reasons, Instant now) {
    return Approval.text(
        version.document(), decision(version, overseer, decision, "", now), reasons);
  }

  private static Approval decision(
      Version version, ActorId overseer, Decision decision, String reasons, Instant at) {
    return new Approval(Role.OVERSEER, overseer, decision, version.digest(), reasons, "", at);
  }

  /**
   * Stores the decision.
   *
   * @throws Refused.Application if the note is missing, stale, overtaken or not over this decision
   */
  void record(Deeds.Entry entry, Version version, Given given) {
    Instant at = moment(given.note());
    if (at.isAfter(entry.at()) || at.isBefore(entry.at().minus(rules.noteLives()))) {
      throw refused(
          "SX-AUTH-NOTE-TIME",
          "the note is not of now",
          at.toString(),
          "ask for the text anew; it is good for " + rules.noteLives());
    }
    if (at.isBefore(lastWord(entry.jdbc(), version))) {
      throw refused(
          "SX-AUTH-NOTE-TIME",
          "an overseer has decided since this note was signed",
          at.toString(),
          "read that decision, then ask for the text anew");
    }
    signatures.decided(
        entry,
        version,
        decision(version, given.overseer(), given.decision(), given.reasons(), at),
        given.note());
  }

  private Instant lastWord(JdbcClient jdbc, Version version) {
    return signatures.approvals(jdbc, version).stream()
        .filter(approval -> approval.role() == Role.OVERSEER)
        .map(Approval::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /* The signature is checked over the text made anew; of the note only its moment is read. */
  private static Instant moment(String note) {
    String line = note.lines().filter(one -> one.startsWith("at ")).findFirst().orElse("");
    try {
      return Instant.parse(line.isEmpty() ? line : line.substring("at ".length()));
    } catch (DateTimeException e) {
      throw refused(
          "SX-AUTH-NOTE",
          "an overseer's decision comes as a note signed outside",
          note.isEmpty() ? "none" : note.length() + " characters",
          "ask for the text (GET /api/authorities/{id}/note), sign it with sextant-verify key sign");
    }
  }

  private static Refused.Application refused(String code, String what, String value, String cure) {
    return new Refused.Application(code, what, "signed note", value, cure);
  }
}
