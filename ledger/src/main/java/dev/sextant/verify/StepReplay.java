package dev.sextant.verify;

import dev.sextant.verify.Irregularity.Kind;
import java.time.Instant;
import java.util.Map;

/** Judges each step of a case against the permit and the authority that it names. */
final class StepReplay {
  private static final long COMPELLED = 5;

  /** The class of each step under Article 25 of Directive (EU) 2016/680 (docs/formats/acts.md). */
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("SEAL", "COLLECTION"),
          Map.entry("READ", "COLLECTION"),
          Map.entry("SEARCH", "CONSULTATION"),
          Map.entry("VIEW", "CONSULTATION"),
          Map.entry("SUGGEST", "COMBINATION"),
          Map.entry("JUDGE", "COMBINATION"),
          Map.entry("FREEZE", "COMBINATION"),
          Map.entry("MEASURE", "COMBINATION"),
          Map.entry("CLAIM", "ALTERATION"),
          Map.entry("REVIEW", "ALTERATION"),
          Map.entry("SIGN", "ALTERATION"),
          Map.entry("RELEASE", "DISCLOSURE"),
          Map.entry("EXPORT", "DISCLOSURE"),
          Map.entry("TIMESTAMP", "ALTERATION"),
          Map.entry("TRANSFER", "DISCLOSURE"),
          Map.entry("HOLD", "ALTERATION"),
          Map.entry("REDACT", "ALTERATION"),
          Map.entry("NOTE", "ALTERATION"),
          Map.entry("DESTROY", "ERASURE"));

  private final OversightKit kit;
  private final Irregularities found;
  private final RegisterReplay register;
  private final RequestReplay requests;
  private final Sampling sampling;

  StepReplay(
      OversightKit kit,
      Irregularities found,
      RegisterReplay register,
      RequestReplay requests,
      Sampling sampling) {
    this.kit = kit;
    this.found = found;
    this.register = register;
    this.requests = requests;
    this.sampling = sampling;
  }

  void intended(Entry entry, Instant at) {
    String expected = CLASSES.get(entry.text("step"));
    if (expected != null && !expected.equals(entry.text("class"))) {
      found.add(
          Kind.FORM, entry.leaf(), entry.text("step") + " is logged as " + entry.text("class"));
    }
    PermitReplay.Given permit = register.permits().held(entry.text("permit"));
    if (permit == null) {
      outside(
          entry,
          "under permit "
              + entry.text("permit")
              + ", which nobody was given, or which is long over");
      return;
    }
    VersionState version = permit.version();
    String key = entry.text("authority") + "/" + entry.number("version");
    if (!version.key().equals(key)
        || !permit.actor().equals(entry.text("actor"))
        || !permit.caseId().equals(entry.text("case"))) {
      outside(
          entry, "by another person, in another case or under another version than its permit's");
    }
    if (!at.isBefore(permit.expires().plus(Replay.SLACK))) {
      outside(entry, "after its permit ended at " + permit.expires());
    }
    boolean dead = !version.living() || version.epoch() != permit.epoch();
    if (dead && !version.leftJustBefore(at)) {
      outside(entry, "while " + key + " was " + version.state() + " or its permit revoked");
    }
    if (!register.is(entry.text("actor"), "ANALYST") && !sampling.otherPart(entry)) {
      found.add(Kind.ROLE, entry.leaf(), entry.text("step") + " by somebody who is no analyst");
    }
    bounds(entry, version, at);
  }

  private void bounds(Entry entry, VersionState version, Instant at) {
    AuthorityText text = kit.authority(version.key());
    if (text == null) {
      return; // Said where the permit was given.
    }
    long level = entry.number("level");
    boolean returned =
        entry.text("step").equals("SEAL") && entry.input("how").equals("PROVIDER_RETURN");
    if (returned || level == COMPELLED) {
      compelled(entry, returned && level == COMPELLED, at);
    } else if (level > text.bounds().maxLevel()) {
      outside(
          entry, "at level " + level + ", where " + text.bounds().maxLevel() + " is the highest");
    }
    long quota = text.bounds().views();
    if (entry.text("step").equals("VIEW") && version.countView() > quota && quota > 0) {
      outside(entry, "a view beyond the quota of " + quota);
    }
  }

  /* What a provider was compelled to hand over has a rule of its own: it rests on the request that
   * it answers, not on the authority's level. So that nothing else escapes the level by this door,
   * it must be the sealing of a return, and the log must have that request as served, in this
   * case. */
  private void compelled(Entry entry, boolean sealing, Instant at) {
    String request = entry.input("legalRequest");
    if (!sealing) {
      outside(entry, "at level " + entry.number("level") + ", which is a provider's return alone");
    } else if (request.isEmpty()) {
      outside(entry, "of compelled data that names no legal request");
    } else if (!requests.answers(request, entry.text("case"), at)) {
      outside(
          entry,
          "of compelled data under request "
              + request
              + ", which the log has not as served in case "
              + entry.text("case"));
    }
  }

  void ended(Replay.Open begun, Entry outcome) {
    if (outcome.done()) {
      switch (begun.step()) {
        case "SEAL" -> sampling.sealed(begun, outcome);
        case "DESTROY" -> sampling.destroyed(begun, outcome);
        default -> {
          return;
        }
      }
    }
  }

  private void outside(Entry entry, String how) {
    found.add(Kind.AUTHORITY, entry.leaf(), entry.text("step") + " " + how);
  }
}
