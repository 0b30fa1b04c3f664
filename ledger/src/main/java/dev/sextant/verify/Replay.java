package dev.sextant.verify;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.verify.Irregularity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/* Mechanism. One pass over the entries in order. What an act may do follows from what the log has
 * said before it, and from the signed documents of the kit; nothing is taken from the house's
 * database. Memory: open intents, living permits, one state for each version of an authority, each
 * legal request and each person. Permits that are over are let go of, so nothing grows with the number of acts. */
/** Replays a log: each act against the people, authorities, permits and law then in force. */
final class Replay {
  private static final String FORMAT = "sextant-act/1";

  /**
   * By how much neighbouring entries may be out of order: they are written by threads that read the
   * clock before they wait for the disk together.
   */
  static final Duration SLACK = Duration.ofSeconds(5);

  private final OversightKit kit;
  private final Irregularities found;
  private final RegisterReplay register;
  private final RequestReplay requests = new RequestReplay();
  private final StepReplay steps;
  private final LawReplay law;
  private final Figures figures;
  private final Map<String, Open> open = new HashMap<>();
  private Instant latest = Instant.MIN;
  private long acts;

  /**
   * An intent whose outcome has not come.
   *
   * @param entry the intent
   */
  record Open(Entry entry) {
    String actor() {
      return entry.text("actor");
    }

    String step() {
      return entry.text("step");
    }

    /** The authority that it is about. */
    String authority() {
      return entry.has("authority") ? entry.text("authority") : entry.input("authority");
    }
  }

  Replay(OversightKit kit, Irregularities found, Figures figures, Sampling sampling) {
    this.kit = kit;
    this.found = found;
    this.figures = figures;
    this.law = new LawReplay(kit, found);
    this.register = new RegisterReplay(kit, found, law);
    this.steps = new StepReplay(kit, found, register, requests, sampling);
  }

  /** Takes the next entry. */
  void take(long leaf, byte[] bytes) {
    Entry entry;
    try {
      entry = new Entry(leaf, CanonicalJson.readObject(bytes));
    } catch (BadValue e) {
      found.add(Kind.FORM, leaf, "not canonical JSON: " + e.value());
      return;
    }
    Instant at = entry.at();
    if (!FORMAT.equals(entry.text("format")) || at == null || entry.text("step").isEmpty()) {
      found.add(Kind.FORM, leaf, "lacks format, time or step of " + FORMAT);
      return;
    }
    if (at.isBefore(latest.minus(latest.equals(Instant.MIN) ? Duration.ZERO : SLACK))) {
      found.add(Kind.TIME, leaf, at + " comes after " + latest);
    }
    latest = at.isAfter(latest) ? at : latest;
    law.named(entry);
    switch (entry.text("kind")) {
      case "intent" -> intent(entry, at);
      case "outcome" -> outcome(entry, at);
      case "refusal" -> figures.refused(entry);
      default -> found.add(Kind.FORM, leaf, "neither intent nor outcome nor refusal");
    }
  }

  private void intent(Entry entry, Instant at) {
    acts++;
    String act = entry.text("act");
    if (act.isEmpty() || open.putIfAbsent(act, new Open(entry)) != null) {
      found.add(Kind.OUTCOME, entry.leaf(), "an intent without an act of its own: " + act);
    }
    figures.intended(entry);
    if (entry.has("permit")) {
      steps.intended(entry, at);
    }
  }

  private void outcome(Entry entry, Instant at) {
    String act = entry.text("act");
    Open begun = open.remove(act);
    if (begun == null) {
      found.add(
          Kind.OUTCOME,
          entry.leaf(),
          "no open intent of act " + act + ": it was dropped, or had its outcome before");
      return;
    }
    long named = entry.number("intent");
    if (named != begun.entry().leaf()) {
      found.add(
          Kind.DROPPED,
          entry.leaf(),
          "names its intent at leaf "
              + named
              + ", which lies at "
              + begun.entry().leaf()
              + ": "
              + Math.abs(named - begun.entry().leaf())
              + (named > begun.entry().leaf() ? " entries before it are gone" : " were put in"));
    }
    if (!begun.step().equals(entry.text("step"))) {
      found.add(Kind.OUTCOME, entry.leaf(), "of another step than its intent");
    }
    figures.ended(begun, entry);
    if (begun.entry().has("permit")) {
      steps.ended(begun, entry);
    } else {
      law.ended(begun, entry, at);
      register.ended(begun, entry, at);
      requests.ended(begun, entry, at);
      figures.moved(begun, entry, kit::kinds);
    }
  }

  /** Acts begun. */
  long acts() {
    return acts;
  }

  /** The last moment that the log names, or null for an empty one. */
  @Nullable Instant latest() {
    return latest.equals(Instant.MIN) ? null : latest;
  }

  /**
   * Intents that never had an outcome, by leaf: acts that a crash cut short, or that were going on.
   */
  TreeMap<Long, String> unfinished() {
    TreeMap<Long, String> left = new TreeMap<>();
    open.values().forEach(one -> left.put(one.entry().leaf(), one.step()));
    return left;
  }

  /** What could not be judged, and why. */
  Map<String, Long> unjudged() {
    return law.unjudged();
  }
}
